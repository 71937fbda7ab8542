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
    grounds, inks = _on_grounds(folded, skip)
    asked: dict[str, AskedColor] = {}
    avoided: dict[str, AskedColor] = {}
    found = _named(folded, skip, (*grounds, *inks))
    for (start, end), value in found:
        name = text[start:end]
        if _is_refused(folded, start):
            avoided.setdefault(value, AskedColor(name=name, hex=value))
            continue
        role = _role(folded, start, end)
        if overlaps((start, end), grounds):
            role = "background"
        elif overlaps((start, end), inks):
            role = "ink"
        if value not in asked or asked[value].role == "any":
            asked[value] = AskedColor(name=name, hex=value, role=role)
    spans = tuple(span for span, _ in found)
    return ColorReading(tuple(asked.values()), tuple(avoided.values()), spans)


def _named(
    folded: str, skip: tuple[Span, ...], single: tuple[Span, ...]
) -> list[tuple[Span, str]]:
    """Return where colors are named, and their hex, in reading order."""
    found = [(m.span(), _six_digits(m.group())) for m in _HEX.finditer(folded)]
    for hit in color_vocabulary().find(folded, skip):
        if not overlaps((hit.start, hit.end), (span for span, _ in found)):
            found.append(((hit.start, hit.end), hit.id))
    alone = [
        match.span(group)
        for pattern in (_cue("pair"), _cue("pair_alone"), _cue("single"))
        for match in pattern.finditer(folded)
        for group in range(1, (match.lastindex or 0) + 1)
    ]
    singles: dict[str, str] = load_table("color_pairs")["single"]
    for span in (*alone, *single):
        if span[0] >= 0 and not overlaps(span, (*skip, *(taken for taken, _ in found))):
            found.append((span, singles[folded[slice(*span)]]))
    return sorted(item for item in found if not _is_printing_ink(folded, item[0], found))


def _on_grounds(folded: str, skip: tuple[Span, ...]) -> tuple[list[Span], list[Span]]:
    """Return where a ground and the ink on it are named by one character: 白底绿字."""
    grounds: list[Span] = []
    inks: list[Span] = []
    for name, groups in (
        ("ground_ink", (1, 2)),
        ("ink_ground", (2, 1)),
        ("ground_alone", (1,)),
    ):
        for match in _cue(name).finditer(folded):
            if overlaps(match.span(), skip):
                continue
            grounds.append(match.span(groups[0]))
            inks.extend(match.span(group) for group in groups[1:])
    return grounds, inks


def _is_printing_ink(folded: str, span: Span, found: list[tuple[Span, str]]) -> bool:
    """Whether the word ink is what a color is printed with: red ink on cream."""
    is_ink = folded[slice(*span)] == "ink"
    return is_ink and any(folded[end : span[0]] == " " for (_, end), _ in found)


def _is_refused(folded: str, start: int) -> bool:
    before = folded[max(0, start - 24) : start]
    return bool(_cue("refused_before").search(before) or _cue("refused_list").search(before))


def _role(folded: str, start: int, end: int) -> ColorRole:
    before, after = folded[max(0, start - 24) : start], folded[end : end + 20]
    if _cue("primary_before").search(before) or _cue("primary_after").match(after):
        return "primary"
    if _cue("ink_after").match(folded[end : end + 40]) and not _cue("background_before").search(
        before
    ):
        return "ink"
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
