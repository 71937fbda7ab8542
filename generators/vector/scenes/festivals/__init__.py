"""Festivals, each a place of its own."""
