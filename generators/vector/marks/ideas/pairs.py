"""Pairs: two ideas that share one edge, a carrier and what the ground draws inside it."""

from __future__ import annotations

from collections.abc import Iterator

from generators.vector.marks.constructions.line_art import find_subjects
from generators.vector.marks.ideas.brand import Brand
from generators.vector.marks.ideas.concept import Idea
from generators.vector.marks.ideas.meanings import Meaning
from generators.vector.marks.ideas.tables import Trade

__all__ = ["paired_ideas"]

_CARRIERS = {
    "leaf": "leaf", "tea_leaf": "leaf", "sprout": "leaf", "flower": "leaf", "drop": "drop",
    "wave": "drop", "flame": "flame", "gem": "gem", "heart": "heart", "house": "arch",
    "arch": "arch", "key": "arch", "shield": "shield", "chip": "hexagon", "cube": "hexagon",
    "node": "hexagon", "lotus": "drop", "bean": "leaf", "moon": "arch", "lamp": "arch",
    "capsule": "drop", "tree": "leaf", "bowl": "flame", "bakery": "arch",
}  # fmt: skip
_CARRIER_WORDS = {"arch": "door", "hexagon": "honey"}
_SAID_CARRIERS = {
    "leaf": ("a leaf", "叶"), "drop": ("a drop", "水滴"), "flame": ("a flame", "火焰"),
    "gem": ("a cut stone", "宝石"), "heart": ("a heart", "心"), "arch": ("a doorway", "门洞"),
    "shield": ("a shield", "盾"), "hexagon": ("a cell", "六角格"),
}  # fmt: skip
_OPEN = ("wave", "road", "note", "terrace", "kite")
"""Open or thin things: cut out of a carrier, nobody knows them."""


def paired_ideas(brand: Brand, trade: Trade, meanings: list[Meaning]) -> Iterator[Idea]:
    """Yield two things in one outline: what the name names, inside the sign of the trade."""
    figures = [(s, m.part) for m in meanings[:3] for s in m.subjects[:1]]
    figures += [(s.id, n) for n in brand.nouns[:2] for s in find_subjects((n,))[:1]]
    holders = _holders(brand, trade)
    pairs = [(f, part, h) for f, part in figures for h in holders]
    if not figures:
        pairs = [(a, "", b) for a, why, _ in holders if why for b in holders]
    seen: set[tuple[str, str]] = set()
    worn: dict[str, int] = {}
    for figure, part, (holder, why_en, why_zh) in pairs:
        carrier = _CARRIERS.get(holder, "")
        is_odd = not carrier or carrier in figure or holder == figure or figure in _OPEN
        if is_odd or (figure, carrier) in seen or worn.get(figure, 0) >= 2:
            continue
        seen.add((figure, carrier))
        worn[figure] = worn.get(figure, 0) + 1
        held_en, held_zh = _SAID_CARRIERS[carrier]
        thing = figure.replace("_", " ")
        why_held_en = f"because {why_en}" if why_en else f"the sign of {trade.name_en}"
        why_held_zh = f"因为{why_zh}" if why_zh else f"{trade.name_zh}的本行"
        yield Idea(
            kind="two_ideas", motif=f"{figure}+{carrier}", construction="negative_space",
            # The carrier's word comes first: the second figure found is then the one cut out.
            subjects=(_CARRIER_WORDS.get(carrier, carrier), figure), variant=1,
            prior=0.86 - 0.06 * len(seen),
            reason_en=f"Two ideas share one edge: {held_en}, {why_held_en}, and inside it the "
            f"{thing}{f' that “{part}” names' if part else ''}, drawn by the ground alone.",
            reason_zh=f"两个意思共用一条边：外形是{held_zh}，{why_held_zh}；里面由留白画出"
            f"{f'“{part}”所指之物' if part else '另一形'}：{{drawn}}。",
        )  # fmt: skip
        if len(seen) >= 3:
            return


def _holders(brand: Brand, trade: Trade) -> list[tuple[str, str, str]]:
    """What may hold a second idea: the trade's signs, and its other objects with reasons."""
    turn = brand.own_number % max(1, len(trade.objects))
    objects = [*trade.objects[turn:], *trade.objects[:turn]]
    signs = [(sign, "", "") for sign in trade.obvious]
    return [*signs, *objects] if trade.name_en else objects
