"""The doors: they know the house, not one another."""
