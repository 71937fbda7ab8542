"""Edits read by a language model: the same typed edits, checked as the rules' are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Self

from pydantic import Field, model_validator

from agent.chat_model import ChatModel, Message
from agent.editing.edit import MENUS, CannotEdit, Edit, How, Parameter
from agent.editing.reading import EditContext
from agent.errors import ChatModelFailed
from compositor.color import Color
from compositor.document.frozen import Frozen

__all__ = ["ask_edits"]

_MOST = 8
_MOST_STEPS = 4
_VALUES = {
    "arrangement": ("right", "left", "below", "above", "mark_only", "name_only"),
    "mono": ("light", "dark"),
    "tagline": ("on", "off"),
    "font": ("sans", "serif", "rounded", "geometric", "hand", "script", "brush", "kai", "slab",
             "condensed", "mono", "display", "didone"),
    "history": ("undo", "redo"),
}  # fmt: skip
_TARGETS = ("mark", "name", "logo", "tagline", "ground", "accent", "picture", "page", "text",
            "part-top", "part-bottom", "part-left", "part-right", "part-inside", "headline",
            "subhead", "price", "cta", "body", "meta", "legal")  # fmt: skip
_TASK = (
    "You turn words about a finished design into typed edits. Use only the parameters listed. "
    "how is more (amount is steps, 1 is a usual step, 0.5 a little, 2 much, negative for the "
    "other way), times (amount is a factor) or set (amount is a number, or value a word from "
    "values, a hex color such as #0A84FF, or a text copied letter by letter from the words). "
    "Targets: " + ", ".join(_TARGETS) + "; part-… is where a part of the mark lies (antlers "
    "and ears part-top, feet part-bottom, eyes part-inside), for detail and roundness only. "
    "For swap and remove, source is the old text or the "
    "part. Vague wishes become at most three modest edits that serve them. When nothing "
    "listed serves the words, return no edits and say in answer, in the language of the "
    "words, what can be changed."
)


class _Asked(Frozen):
    target: str
    parameter: Parameter
    how: How
    amount: float = Field(ge=-100, le=100)
    value: str = Field(max_length=400)
    source: str = Field(max_length=400)


def ask_edits(model: ChatModel, words: str, context: EditContext, why: str) -> tuple[Edit, ...]:
    """Return the edits a model reads in the words.

    Args:
        model: The chat model.
        words: What the person said.
        context: What they said it about.
        why: What the rules say of the words; raised when the model does no better.

    Raises:
        CannotEdit: The model finds no edit either, or fails.
    """
    allowed = [row[0] for row in MENUS[context.kind] if row[0] != "again"]

    class Answer(Frozen):
        edits: tuple[_Asked, ...] = Field(max_length=_MOST)
        answer: str = Field(max_length=400)

        @model_validator(mode="after")
        def _fits(self) -> Self:
            for edit in self.edits:
                fault = _fault(edit, words, allowed)
                if fault:
                    raise ValueError(fault)
            return self

    asked = {
        "words": words,
        "design": context.kind,
        "parameters": {row[0]: row[1] for row in MENUS[context.kind] if row[0] in allowed},
        "values": _VALUES,
        "texts": context.slots,
        "last": [edit.model_dump(mode="json", exclude={"words"}) for edit in context.last],
    }
    messages: list[Message] = [
        {"role": "system", "content": _TASK},
        {"role": "user", "content": json.dumps(asked, ensure_ascii=False)},
    ]
    try:
        answer, _ = model.ask(messages, Answer)
    except ChatModelFailed as error:
        raise CannotEdit(f"{why} (the language model was no help: {error})") from error
    if not answer.edits:
        raise CannotEdit(answer.answer.strip() or why)
    return tuple(
        Edit.model_validate({**edit.model_dump(), "words": words[:400]})
        for edit in answer.edits
    )


def _fault(edit: _Asked, words: str, allowed: Sequence[Parameter]) -> str:
    """Return what is wrong with an edit, or nothing."""
    if edit.parameter not in allowed:
        return f"{edit.parameter} cannot be changed here; use {', '.join(allowed)}"
    if edit.target not in _TARGETS and not edit.source:
        return f"there is no target {edit.target!r}; use {', '.join(_TARGETS)}"
    if edit.how == "more" and not 0 < abs(edit.amount) <= _MOST_STEPS:
        return f"amount {edit.amount:g} must be steps up to {_MOST_STEPS}, not 0"
    if edit.how == "times" and not 0.1 <= edit.amount <= 10:
        return f"factor {edit.amount:g} must be between 0.1 and 10"
    known = _VALUES.get(edit.parameter)
    if known and edit.value not in known:
        return f"value of {edit.parameter} must be one of {', '.join(known)}"
    if edit.parameter == "color":
        try:
            Color.from_hex(edit.value)
        except ValueError:
            return f"{edit.value!r} is no hex color"
    if edit.parameter in ("text", "swap") and edit.value not in words:
        return f"the text {edit.value!r} is not in the words; copy it letter by letter"
    return ""
