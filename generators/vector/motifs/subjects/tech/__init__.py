"""Tech: silicon, systems and screens."""
