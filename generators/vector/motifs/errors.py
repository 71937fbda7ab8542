"""What motifs raise."""

from compositor.errors import DesignError

__all__ = ["UnknownMotif"]


class UnknownMotif(DesignError):
    """Raised when a motif or a treatment is asked for by a name nobody drew."""
