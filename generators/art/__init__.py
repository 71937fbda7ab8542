"""Art: chooses, for each picture, whether it is drawn or photographed in the 3D studio."""

from generators.art.art import Art

__all__ = ["Art"]
