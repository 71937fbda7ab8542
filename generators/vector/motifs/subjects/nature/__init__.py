"""Nature: plants and animals."""
