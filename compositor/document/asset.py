"""Asset: made or imported material, immutable, named by the SHA-256 of its bytes."""

from typing import Annotated, Literal

from pydantic import Field

from compositor.document.frozen import Frozen

__all__ = ["Asset", "Provenance", "Sha256"]

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Provenance(Frozen):
    """Where a thing came from, enough to make it again or to answer a lawyer."""

    source: str
    """The generator's name, or ``import``."""
    seed: int | None = None
    license: str = ""
    """SPDX identifier of the material, or empty when it is the user's own."""
    model: str = ""
    revision: str = ""
    """Of the model: a commit, a version or the digest of its weights."""
    inputs: tuple[Sha256, ...] = ()
    """Material it was made from."""
    parameters: dict[str, str | int | float | bool] = Field(default_factory=dict)


class Asset(Frozen):
    """What a document knows of a file in its asset store."""

    sha256: Sha256
    media_type: Literal["image/png", "image/jpeg", "image/webp"]
    width: int = Field(gt=0)
    """In pixels of the file."""
    height: int = Field(gt=0)
    provenance: Provenance
