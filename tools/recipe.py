"""Recipe: what a design is composed from, kept in the document so that it can be set again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator

from compositor.document import Document
from compositor.document.frozen import Frozen
from compositor.layout.archetypes import SLOTS, archetypes
from compositor.layout.composition import Composition
from compositor.layout.theme import Theme
from compositor.layout.variation import PLAIN, Variation
from tools.base import Copy, MadeFrom
from tools.errors import WrongArguments

__all__ = ["RECIPE_LABEL", "Recipe", "read_recipe"]

RECIPE_LABEL = "recipe"
"""Its place among the labels of a document."""


class Recipe(Frozen):
    """Everything a poster is composed from, except the size of its page."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    title: str = ""
    theme: Theme
    language: Annotated[str, Field(min_length=2)]
    """BCP 47 of the words."""
    words: dict[str, str]
    """Exact, by slot; also those that the page at hand had no room for."""
    required: tuple[str, ...] = ()
    """Texts that must stand on every page."""
    archetype: str
    headline_scale: float = Field(ge=0.5, le=1.0, default=1.0)
    is_mirrored: bool = False
    variation: Variation = PLAIN
    medium: Literal["screen", "print", "sign"] = "screen"
    picture: MadeFrom | None = None
    mark: MadeFrom | None = None
    seed: int = Field(ge=0, default=0)

    @field_validator("words")
    @classmethod
    def _slots(cls, value: dict[str, str]) -> dict[str, str]:
        wrong = [slot for slot in value if slot not in SLOTS]
        if wrong:
            raise ValueError(f"no slot {wrong[0]!r}; there are {', '.join(SLOTS)}")
        return value

    @field_validator("archetype")
    @classmethod
    def _known(cls, value: str) -> str:
        if value not in archetypes():
            raise ValueError(f"no archetype {value!r}; there are {', '.join(archetypes())}")
        return value

    @property
    def required_slots(self) -> tuple[str, ...]:
        """The slots that carry a required text."""
        return tuple(
            slot
            for slot, text in self.words.items()
            if any(required in text for required in self.required)
        )

    @property
    def copy_made(self) -> Copy:
        """The words as the material other tools take."""
        return Copy(language=self.language, slots=dict(self.words), required=self.required)

    def composed_as(self, what: Composition) -> Recipe:
        """Return the recipe of a page that was composed another way than planned."""
        return self.model_copy(
            update={
                "archetype": what.archetype.id,
                "headline_scale": what.headline_scale,
                "is_mirrored": what.is_mirrored,
                "variation": what.variation,
            }
        )

    def in_words(self, language: str, words: Mapping[str, str]) -> Recipe:
        """Return the recipe with other words in some slots; what was required there still is.

        Args:
            language: BCP 47 of the new words.
            words: By slot; slots that are not named keep theirs.
        """
        merged = {**self.words, **words}
        required: list[str] = []
        for text in self.required:
            holders = [slot for slot, have in self.words.items() if text in have]
            if not holders or any(text in merged[slot] for slot in holders):
                required.append(text)
            else:
                required += [merged[slot] for slot in holders]
        return self.model_copy(
            update={
                "language": language,
                "words": merged,
                "required": tuple(dict.fromkeys(required)),
            }
        )

    def to_label(self) -> str:
        """Return it as JSON, keys sorted and defaults left out."""
        plain = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return json.dumps({**plain, "schema": 1}, ensure_ascii=False, sort_keys=True)


def read_recipe(document: Document) -> Recipe:
    """Return the recipe a document carries.

    Raises:
        WrongArguments: It carries none, or a damaged one.
    """
    text = document.labels.get(RECIPE_LABEL)
    if text is None:
        raise WrongArguments(
            "this document cannot be composed again: it was not made as a poster by danqing "
            "design, or by an older one; make it with danqing design and resize that"
        )
    try:
        return Recipe.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise WrongArguments(
            f"the recipe in this document is damaged at {where}: {first['msg']}"
        ) from error
