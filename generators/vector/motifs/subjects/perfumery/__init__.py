"""Perfumery: cut-glass flacons."""
