"""Variants of a logo: pure filled outlines for every ground, size and way of making."""
