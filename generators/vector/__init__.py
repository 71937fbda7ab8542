"""Drawn in code, no weights: marks, motifs, patterns, scenes, and pictures made of them."""
