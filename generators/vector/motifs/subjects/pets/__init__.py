"""Pets: cat and poodle, and what they eat."""
