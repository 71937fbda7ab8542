"""The font catalogue: which families there are, where their files lie, what they suit."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "Catalogue",
    "FamilyEntry",
    "FileEntry",
    "FolderSource",
    "LooseSource",
    "PackageSource",
    "Script",
    "Source",
]

Script = Literal["latin", "hans", "arab", "hebr", "deva", "thai"]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class FileEntry(_Entry):
    """One font file of a family."""

    file: str
    """Name inside its package or folder; ``.xz`` files are unpacked when first used."""
    index: int = 0
    """Face in a collection."""
    weight: int | tuple[int, int] = 400
    """Fixed, or the range of the wght axis."""
    italic: bool = False
    axes: dict[str, tuple[float, float]] = {}
    """Other variation axes with their ranges."""


class PackageSource(_Entry):
    """Files that a Python package brings."""

    package: str
    """Name to install."""
    module: str
    """Name to import the files from."""
    files: Annotated[tuple[FileEntry, ...], Field(min_length=1)]


class FolderSource(_Entry):
    """Files in a folder; several parts at one weight share the characters between them."""

    folder: str
    parts: Annotated[tuple[str, ...], Field(min_length=1)]
    weight: int = 400


class LooseSource(_Entry):
    """Files that the caller pointed at, by their whole path."""

    loose: Annotated[tuple[FileEntry, ...], Field(min_length=1)]


Source = PackageSource | FolderSource | LooseSource


class FamilyEntry(_Entry):
    """A family: how it looks, what it is for, where it is."""

    family: str
    scripts: tuple[Script, ...]
    source: Source | tuple[Source, ...]
    kind: Annotated[str, Field(alias="class")] = ""
    """Class of letter, such as ``grotesque``, ``didone``, ``song`` or ``hei``."""
    moods: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    licence: str = ""
    lacks: str = ""
    """Characters its files draw wrongly: another family sets them."""


class Catalogue(_Entry):
    """All families, and what stands in for those we may not ship."""

    families: tuple[FamilyEntry, ...]
    substitutes: dict[str, str] = {}
    substitute_weights: dict[str, int] = {}
    """Weight that comes nearest to a family of one weight that another stands in for."""
