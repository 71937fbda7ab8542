"""Shapes: what props are made of."""
