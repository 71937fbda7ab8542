"""Ideas: from a brand's name, trade and wishes to reasoned concepts, drawn and compared."""

from generators.vector.marks.ideas.brand import Brand, Proposal
from generators.vector.marks.ideas.concept import Concept, ConceptKind, Idea

__all__ = ["Brand", "Concept", "ConceptKind", "Idea", "Proposal"]
