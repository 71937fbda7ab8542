"""Colors asked for and colors refused, by name in either language or as hex."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from agent.brief import AskedColor, ColorRole
from agent.reading.vocabulary import Span, Vocabulary, load_table, overlaps

__all__ = ["ColorReading", "color_vocabulary", "read_colors"]

_HEX: Final = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])")


@dataclass(frozen=True)
class ColorReading:
    """Colors in reading order, each with its span."""

    asked: tuple[AskedColor, ...]
    avoided: tuple[AskedColor, ...]
    spans: tuple[Span, ...]


@cache
def color_vocabulary() -> Vocabulary:
    """Return the names of colors; a hit's id is the hex."""
    return Vocabulary(
        {f"{row['hex']}": [*row["zh"], *row["en"]] for row in load_table("colors")}
    )


def read_colors(text: str, folded: str, skip: tuple[Span, ...]) -> ColorReading:
    """Return the colors the brief asks for and refuses.

    Args:
        text: The brief.
        folded: The same, folded.
        skip: Spans that are not about color: required texts, things with a color.
    """
    found = [(m.span(), _six_digits(m.group())) for m in _HEX.finditer(folded)]
    for hit in color_vocabulary().find(folded, skip):
        if not overlaps((hit.start, hit.end), (span for span, _ in found)):
            found.append(((hit.start, hit.end), hit.id))
    singles: dict[str, str] = load_table("color_pairs")["single"]
    for pattern in (_cue("pair"), _cue("pair_alone"), _cue("single")):
        for match in pattern.finditer(folded):
            for group in range(1, (match.lastindex or 0) + 1):
                span = match.span(group)
                if span[0] >= 0 and not overlaps(span, (*skip, *(taken for taken, _ in found))):
                    found.append((span, singles[match[group]]))
    asked: dict[str, AskedColor] = {}
    avoided: dict[str, AskedColor] = {}
    for (start, end), value in sorted(found):
        name = text[start:end]
        if _is_refused(folded, start):
            avoided.setdefault(value, AskedColor(name=name, hex=value))
            continue
        color = AskedColor(name=name, hex=value, role=_role(folded, start, end))
        if value not in asked or asked[value].role == "any":
            asked[value] = color
    spans = tuple(span for span, _ in sorted(found))
    return ColorReading(tuple(asked.values()), tuple(avoided.values()), spans)


def _is_refused(folded: str, start: int) -> bool:
    before = folded[max(0, start - 24) : start]
    return bool(_cue("refused_before").search(before) or _cue("refused_list").search(before))


def _role(folded: str, start: int, end: int) -> ColorRole:
    before, after = folded[max(0, start - 24) : start], folded[end : end + 20]
    if _cue("primary_before").search(before) or _cue("primary_after").match(after):
        return "primary"
    if _cue("background_after").match(after) or _cue("background_before").search(before):
        return "background"
    if _cue("accent_before").search(before) or _cue("accent_after").match(after):
        return "accent"
    if _cue("secondary_before").search(before):
        return "secondary"
    return "any"


def _six_digits(written: str) -> str:
    digits = written[1:].upper()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(load_table("cues")["colors"][name])
