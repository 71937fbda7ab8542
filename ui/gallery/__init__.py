"""The gallery: what the house can draw, as small pages one can look through."""
