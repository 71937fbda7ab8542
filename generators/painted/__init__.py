"""Pictures painted by a model, on this machine or elsewhere, as layers with a quiet place."""

from generators.painted.painted import Painted

__all__ = ["Painted"]
