"""Clauses: words about a design, parted where one change ends, with the words in each found."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, NamedTuple

from agent.reading.colors import color_vocabulary

__all__ = ["NUMBERS", "Clause", "ClauseHit", "clauses_of", "pattern", "table"]

_QUOTED = re.compile(
    r"“([^”]*)”|「([^」]*)」|『([^』]*)』|\"([^\"]*)\"|《([^》]*)》|(?<!\w)'([^']+)'(?!\w)"
)
_HELD = "\ue000"
_BLACK_WHITE = re.compile(r"black\s*(?:and|&|n|/)\s*white", re.IGNORECASE)
_PAIR = re.compile(
    r"\b(mark|icon|symbol|logo|name|text)s? and (?:the )?(name|text|wordmark|mark|icon|symbol)",
    re.IGNORECASE,
)
_JOINTS = ("and", "并且", "而且", "且", "并", "以及")
_STOP = re.compile(
    r"\b(?:the|a|an|it|its|is|be|to|of|in|on|at|for|by|with|this|that|more|bit|some|are|look|"
    r"as|than|my|our|me|too|so|very|little|much|lot|up|make|made|change|set|use|turn|into|"
    r"change|want|need|should|get|do|not)\b|[一点些的地得了把让将给再更要改成为换用变有个是在到调使它这那]"
)
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8,
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
    "last": -1, "最后": -1,
}  # fmt: skip


class ClauseHit(NamedTuple):
    """A comparative in a clause: what it changes, up or down, and where it stands."""

    parameter: str
    sign: int
    start: int
    end: int


@cache
def table() -> dict[str, Any]:
    """Return the words of editing."""
    path = files("agent.editing").joinpath("phrases.json")
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


@cache
def pattern(words: str) -> re.Pattern[str]:
    """Return a pattern of alternatives; Latin ones match whole words only."""
    return re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")


@dataclass(frozen=True)
class Clause:
    """One change, as said.

    Attributes:
        text: The words, quotes taken out.
        quotes: What stood in quotes, exactly.
        is_joined: Whether it is tied to the one before by "and".
        next_is_joined: Whether the next is tied to it.
        carried: The part named before that it may be about.
    """

    text: str
    quotes: tuple[str, ...] = ()
    is_joined: bool = False
    next_is_joined: bool = False
    carried: str = ""

    @cached_property
    def folded(self) -> str:
        """In lower case."""
        return self.text.lower()

    @cached_property
    def bare(self) -> str:
        """Without polite words and punctuation."""
        plain = pattern(table()["filler"]).sub(" ", self.folded.replace(_HELD, " "))
        return re.sub(r"[\s:：]+", " ", plain).strip()

    @property
    def is_kept(self) -> bool:
        """Whether it asks to leave things as they are."""
        if self.quotes:
            return False
        if pattern(table()["kept"]).search(self.folded):
            return True
        starts = re.match(r"\s*(?:please )?(?:keep|leave)\b|\s*(?:保持|保留)", self.folded)
        return starts is not None and not self.hits and bool(self.target)

    @property
    def is_filler(self) -> bool:
        """Whether it says nothing."""
        return not self.quotes and not self.bare

    @cached_property
    def _color_spans(self) -> list[tuple[int, int]]:
        return [(hit.start, hit.end) for hit in color_vocabulary().find(self.folded)]

    @cached_property
    def _targets(self) -> list[tuple[str, int, int]]:
        found: list[tuple[str, int, int]] = []
        for name, words in table()["targets"]:
            for match in pattern(words).finditer(self.folded):
                if not _overlaps(match.span(), [(s, e) for _, s, e in found]):
                    found.append((name, *match.span()))
        return found

    @cached_property
    def _found(self) -> tuple[list[tuple[str, int, int]], list[ClauseHit]]:
        """Targets and comparatives that do not stand in each other's way."""
        text = self.folded
        every = [
            ClauseHit(parameter, sign, *match.span())
            for parameter, sign, words in table()["comparatives"]
            for match in pattern(words).finditer(text)
            if not _overlaps(match.span(), self._color_spans)
        ]
        every.sort(key=lambda hit: (hit.start - hit.end, hit.start))
        hits: list[ClauseHit] = []
        for hit in every:
            if not _overlaps((hit.start, hit.end), [(h.start, h.end) for h in hits]):
                hits.append(hit)
        targets: list[tuple[str, int, int]] = []
        for name, start, end in self._targets:
            over = [h for h in hits if h.start < end and start < h.end]
            if any(h.end - h.start > end - start for h in over):
                continue
            if over and len(hits) == len(over) and name == "corner":
                continue
            hits = [h for h in hits if h not in over]
            targets.append((name, start, end))
        return targets, sorted(hits, key=lambda hit: hit.start)

    @property
    def target(self) -> str:
        """The part it names, the most telling one first; may be empty."""
        names = [name for name, _, _ in self._found[0]]
        # The logo's colors, the lines of the mark: the narrower word counts.
        broad = [name for name in names if name not in ("logo", "mark", "line", "colors")]
        order = broad or [n for n in names if n in ("line", "colors")] or names
        return order[0] if order else ""

    @property
    def hits(self) -> list[ClauseHit]:
        """The comparatives."""
        return self._found[1]

    @cached_property
    def _outside(self) -> str:
        """The words that are no comparative."""
        text = list(self.folded)
        for hit in self.hits:
            text[hit.start : hit.end] = "\ue001" * (hit.end - hit.start)
        return "".join(text)

    @property
    def direction(self) -> float:
        """1, or -1 when the words ask for the opposite: less round, too round."""
        outside = self._outside
        if pattern(table()["enough"]).search(outside):
            return 1.0
        if pattern(table()["negated"]).search(outside):
            return -1.0
        return -1.0 if pattern(table()["reversed"]).search(outside) else 1.0

    @property
    def amount(self) -> str:
        """How much: tiny, huge, double, half, set_most, or nothing said."""
        for name, words in table()["amounts"]:
            if pattern(words).search(self._outside.replace("\ue001", "圆")):
                return str(name)
        return ""

    @property
    def only_amount(self) -> bool:
        """Whether it only says how much."""
        return bool(self.amount) and not self._found[0] and not self.hits

    @property
    def only_target(self) -> bool:
        """Whether it only names a part."""
        return bool(self.target) and not self.hits and not self.rest

    @cached_property
    def rest(self) -> str:
        """What is left when all known words are taken away."""
        text = list(self._outside)
        for _, start, end in self._targets:
            text[start:end] = " " * (end - start)
        plain = "".join(text).replace("\ue001", " ")
        for key in ("filler", "off"):
            plain = pattern(table()[key]).sub(" ", plain)
        return _STOP.sub(" ", plain).strip()

    @property
    def without_fonts(self) -> str:
        """The words without names of fonts: monospaced is no color."""
        return re.sub(r"mono ?spaced?(?: font)?", " ", self.folded)


def clauses_of(words: str) -> list[Clause]:
    """Return the clauses of some words, in order."""
    quotes: list[str] = []

    def hold(match: re.Match[str]) -> str:
        quotes.append(next(group for group in match.groups() if group is not None))
        return _HELD

    text = _QUOTED.sub(hold, words)
    text = _PAIR.sub(r"\1 & \2", _BLACK_WHITE.sub("monochrome", text))
    splitter = re.compile(f"({table()['split']})", re.IGNORECASE)
    pieces = splitter.split(text)
    found: list[Clause] = []
    joint = ""
    for i in range(0, len(pieces), 2):
        piece = pieces[i]
        if piece.strip():
            taken = tuple(quotes.pop(0) for _ in range(piece.count(_HELD)))
            found.append(Clause(piece, taken, is_joined=joint.lower() in _JOINTS))
            joint = ""
        if i + 1 < len(pieces):
            joint = pieces[i + 1].strip() or joint
    return [
        Clause(
            clause.text,
            clause.quotes,
            is_joined=clause.is_joined,
            next_is_joined=i + 1 < len(found) and found[i + 1].is_joined,
        )
        for i, clause in enumerate(found)
    ]


def _overlaps(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
