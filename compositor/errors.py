"""Everything the house raises on purpose, and the root of every other tree.

* DesignError
  * InvalidDocument      the document breaks one of its own rules
    * UnknownLayer       a layer id that is not in the document
    * UnknownAsset       an asset hash that is not in the store
  * InvalidValue         a length, color or size that cannot be read or used
  * MissingFont          no font file covers the requested family and weight
    * MissingGlyph       no font of the set has a glyph for a character
  * UnsupportedFormat    no exporter writes that format
  * MissingSystemLibrary a shared library of the operating system is absent
"""

__all__ = [
    "DesignError",
    "InvalidDocument",
    "InvalidValue",
    "MissingFont",
    "MissingGlyph",
    "MissingSystemLibrary",
    "UnknownAsset",
    "UnknownLayer",
    "UnsupportedFormat",
]


class DesignError(Exception):
    """The root of every error raised on purpose; doors catch this one."""


class InvalidDocument(DesignError):
    """Raised when a document breaks one of its own rules."""


class UnknownLayer(InvalidDocument):
    """Raised when a layer id is not in the document."""


class UnknownAsset(InvalidDocument):
    """Raised when an asset hash is not in the store."""


class InvalidValue(DesignError, ValueError):
    """Raised when a length, color or size cannot be read or used."""


class MissingFont(DesignError):
    """Raised when no font file covers the requested family and weight."""


class MissingGlyph(MissingFont):
    """Raised when no font of the set has a glyph for a character."""


class UnsupportedFormat(DesignError):
    """Raised when no exporter writes the requested format."""


class MissingSystemLibrary(DesignError):
    """Raised when a shared library of the operating system is absent."""
