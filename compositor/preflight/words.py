"""Words: a finding as a designer reads it, in Chinese or English."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from compositor.document import Document, TextLayer
from compositor.document.document import walk
from compositor.preflight.finding import Finding
from compositor.preflight.mending.remedy import (
    AddBleed,
    Align,
    Enlarge,
    Move,
    Rebreak,
    Recompose,
    Remedy,
    Repaint,
    Resize,
    Reweight,
    Reword,
    Shorten,
    Veil,
)

__all__ = ["Told", "amount", "fault_name", "need", "repair_in_words", "sentence", "told"]

_QUOTED = 16
"""Characters of a text that are quoted."""


class Told(NamedTuple):
    """A finding in words.

    Attributes:
        name: What is wrong.
        number: What was measured, with its unit; empty where nothing is.
        need: What it should have been, with a sign.
        where: The text it is about, shortened; empty for pictures and pages.
        repair: What would mend it.
        source: Where the rule comes from.
    """

    name: str
    number: str
    need: str
    where: str
    repair: str
    source: str


def told(finding: Finding, document: Document, language: str = "") -> Told:
    """Return a finding in words.

    Args:
        finding: What was found.
        document: Where; it is quoted.
        language: BCP 47; the document's own when empty. Chinese, or else English.
    """
    tongue = _tongue(language or document.language)
    return Told(
        name=fault_name(finding.code, tongue),
        number=amount(finding.code, finding.value, tongue),
        need=need(finding.code, finding.value, finding.needed, tongue),
        where=_quoted(document, finding.layer),
        repair=repair_in_words(finding.repair, tongue),
        source=_source(finding.source, tongue),
    )


def sentence(finding: Finding, document: Document, language: str = "") -> str:
    """Return a finding as one sentence, in the language of the document by default."""
    tongue = _tongue(language or document.language)
    words = told(finding, document, tongue)
    forms = _words()["sentences"]
    where = forms["quote"][tongue].format(text=words.where) if words.where else ""
    form = forms["measured" if words.number else "plain"][tongue]
    return str(form.format(**{**words._asdict(), "where": where}))


def amount(code: str, value: float, language: str) -> str:
    """Return what a rule measured with its unit; empty where there is nothing to measure."""
    unit = _words()["faults"][code]["unit"]
    return str(_words()["units"][unit][_tongue(language)].format(value))


def fault_name(code: str, language: str) -> str:
    """Return what a fault is called."""
    return str(_words()["faults"][code][_tongue(language)])


def need(code: str, value: float, needed: float, language: str) -> str:
    """Return what a number should have been, with its unit and a sign."""
    side = _words()["faults"][code].get("need", "")
    if side == "either":
        side = "most" if value > needed else "least"
    sign = {"least": "≥ ", "most": "≤ "}.get(side, "")
    return f"{sign}{amount(code, needed, language)}"


def repair_in_words(repair: Remedy | None, language: str) -> str:
    """Return what a repair does, as an order to whoever carries it out."""
    tongue = _tongue(language)
    name, values = _repair(repair, tongue)
    return str(_words()["repairs"][name][tongue].format(**values))


def _repair(repair: Remedy | None, tongue: str) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {}
    name: str = "by_hand" if repair is None else repair.kind
    if isinstance(repair, Repaint):
        values = {"color": repair.paint.color.hex}
    elif isinstance(repair, Veil):
        ink, color = repair.ink.color.hex, repair.paint.color.hex
        values = {"color": color, "opacity": repair.opacity, "ink": ink}
    elif isinstance(repair, (Move, Align)):
        values = {"way": _way(repair.dx, repair.dy, tongue)}
        if isinstance(repair, Align):
            values |= {"to": repair.to, "edge": _words()["edges"][repair.edge][tongue]}
    elif isinstance(repair, (Resize, Enlarge)):
        values = {"percent": f"{abs(repair.factor - 1):.1%}"}
    elif isinstance(repair, Rebreak) and repair.width is not None:
        name, values = "rebreak_within", {"width": repair.width}
    elif isinstance(repair, Recompose):
        name = repair.wants
    elif isinstance(repair, (Reweight, AddBleed, Shorten, Reword)):
        values = repair.model_dump()
    return name, values


def _way(dx: float, dy: float, tongue: str) -> str:
    ways = _words()["ways"]
    steps = [
        ways[name][tongue].format(abs(length))
        for length, name in (
            (dx, "right" if dx > 0 else "left"),
            (dy, "down" if dy > 0 else "up"),
        )
        if length
    ]
    return ("，" if tongue == "zh" else ", ").join(steps)


def _quoted(document: Document, layer_id: str) -> str:
    layers = (layer for page in document.pages for layer in walk(page.layers))
    layer = next((layer for layer in layers if layer.id == layer_id), None)
    if not isinstance(layer, TextLayer):
        return ""
    flat = " ".join(layer.text.split())
    return flat if len(flat) <= _QUOTED else flat[: _QUOTED - 1] + "…"


def _source(source: str, tongue: str) -> str:
    if tongue == "en":
        return source
    parts = []
    for part in source.split("; "):
        known = _words()["sources"]
        name = next((known[key] for key in known if part.startswith(key)), "")
        detail = part.split(": ", 1)[1] if part.startswith("asset_specs: ") else ""
        parts.append(f"{name} {detail}".strip() if name else part)
    return "；".join(dict.fromkeys(parts))


def _tongue(language: str) -> str:
    return "zh" if language.lower().startswith("zh") else "en"


@cache
def _words() -> dict[str, Any]:
    text = files("compositor.preflight").joinpath("words.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
