"""How far two marks are from one another, from clichés and from marks to stay clear of."""

from generators.vector.marks.distinct.shape import ShapeTrait, shape_distance, traits_of

__all__ = ["ShapeTrait", "shape_distance", "traits_of"]
