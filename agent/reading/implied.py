"""Implied things: what a picture may show when the brief names nothing that can be drawn."""

from functools import cache
from typing import Any, Final

from agent.brief import SubjectNoun
from agent.reading.nouns import noun_rows
from agent.reading.vocabulary import Vocabulary, load_table
from generators.vector.motifs import find_motif

__all__ = ["imply_nouns", "is_drawable"]

_MOST: Final = 2


def imply_nouns(
    folded: str,
    named: tuple[SubjectNoun, ...],
    hidden: tuple[SubjectNoun, ...],
    occasion: str,
    industry: str,
) -> tuple[SubjectNoun, ...]:
    """Return up to two things that suit the brief; none when it names one that can be drawn.

    What the brief is about leads, then its occasion, then its trade.

    Args:
        folded: The brief, folded.
        named: The things the brief shows.
        hidden: Things said in names and places only: Dockside Ceramics.
        occasion: As `Brief.occasion`.
        industry: As `Brief.industry`.
    """
    if any(noun.kind != "atmosphere" and is_drawable(noun) for noun in named):
        return ()
    table = _table()
    hits = _topics().find(folded)
    rows = sorted({int(hit.id) for hit in hits})
    wanted = [noun for row in rows for noun in table["topics"][row]["nouns"]]
    if not any(is_drawable(_implied(name)) for name in wanted):
        # A toothbrush needs no washing machine beside it because both are appliances.
        wanted += table["occasions"].get(occasion, [])
    if not any(is_drawable(_implied(name)) for name in wanted):
        wanted += [noun.id for noun in hidden if noun.kind == "thing"]
        # A parrot that nobody drew is no cat, though both are sold by the same shop.
        if not any(noun.kind == "thing" for noun in named):
            wanted += table["industries"].get(industry, [])
    wanted += table["last"].get(occasion, []) if not wanted else []
    known = {noun.id for noun in named}
    found: dict[str, SubjectNoun] = {}
    for name in wanted:
        noun = _implied(name)
        if name not in known and is_drawable(noun):
            found.setdefault(find_motif(name) or name, noun)
    return tuple(found.values())[:_MOST]


def is_drawable(noun: SubjectNoun) -> bool:
    """Whether there is a motif for the thing."""
    if noun.kind == "person":
        return False
    return any(find_motif(word) for word in (noun.id, noun.en, noun.zh))


def _implied(name: str) -> SubjectNoun:
    row = noun_rows()[name]
    return SubjectNoun(id=name, zh=row["zh"][0], en=row["en"][0], written="", implied=True)


@cache
def _topics() -> Vocabulary:
    rows = _table()["topics"]
    return Vocabulary({str(index): row["words"] for index, row in enumerate(rows)})


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load_table("implied")
    return table
