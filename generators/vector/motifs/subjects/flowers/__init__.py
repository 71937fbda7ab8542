"""Flowers: blossoms, sprays and loose petals."""
