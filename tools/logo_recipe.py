"""Logo recipe: the brand kit a logo was composed from, kept in the document."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, ValidationError

from brand_kits.kit import BrandKit
from brand_kits.lockup import Arrangement
from brand_kits.presentation import Staging
from compositor.document import Document
from compositor.document.frozen import Frozen
from compositor.layout.theme import Theme
from tools.base import MadeFrom
from tools.errors import WrongArguments
from tools.mark_parts import PartEdit

__all__ = ["LOGO_RECIPE_LABEL", "LogoRecipe", "read_logo_recipe"]

LOGO_RECIPE_LABEL = "logo_recipe"
"""Its place among the labels of a document."""


class LogoRecipe(Frozen):
    """Everything a logo is composed and packed from."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    kit: BrandKit
    mark: MadeFrom | None = None
    """The call the mark came from."""
    construction: str = ""
    """The construction that drew it, also where the call left the choice open."""
    parts: tuple[PartEdit, ...] = ()
    """Parts of the mark that were changed by themselves, after it was drawn."""
    drawn_in: Theme | None = None
    """The look the mark was drawn in, where the kit's has changed since."""
    arrangement: Arrangement | None = None
    """None: as brand and page ask."""
    staging: Staging | None = None
    size: tuple[float, float]
    """Of a page, px."""
    notes: tuple[str, ...] = ()
    with_versions: bool = True
    seed: int = Field(ge=0, default=0)

    def to_label(self) -> str:
        """Return it as JSON without spaces."""
        return self.model_dump_json(by_alias=True, exclude_none=True)


def read_logo_recipe(document: Document) -> LogoRecipe:
    """Return the recipe a logo's document carries.

    Raises:
        WrongArguments: It carries none, or a damaged one.
    """
    text = document.labels.get(LOGO_RECIPE_LABEL)
    if text is None:
        raise WrongArguments(
            "this document holds no logo that can be packed; make one with danqing design and "
            "give the document.json of its logo folder"
        )
    try:
        return LogoRecipe.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise WrongArguments(
            f"the logo recipe in this document is damaged at {where}: {first['msg']}"
        ) from error
