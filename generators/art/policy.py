"""Policy: which pictures are photographed in the studio, of which prop, in which look."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field

from compositor.document.frozen import Frozen, Share
from generators.base import PictureRequest, Subject
from generators.mesh.prop import Finish
from generators.mesh.studio import probe
from generators.mesh.studio.request import RigName
from generators.vector.casting import atmosphere_of, motif_of
from generators.vector.motifs import find_motif, is_motif_word
from generators.vector.recipes import load_recipes

__all__ = ["Choice", "Look", "Manner", "choose", "find_prop", "load_policy", "look_of"]


class Look(Frozen):
    """How a family of styles is photographed."""

    rig: RigName
    dark_rig: RigName
    settings: Annotated[tuple[str, ...], Field(min_length=1)]
    podium: Share
    """How often the hero stands on one."""
    tilt: Annotated[float, Field(ge=0, le=85)]
    """Of the camera, degrees."""
    finish: Finish | None
    """Of company and of things without a finish of their own."""
    company: tuple[str, ...]


class Manner(Frozen):
    """How a prop likes to be shown."""

    words: tuple[str, ...] = ()
    turn: float = -14.0
    tilt: float | None = None
    beside: tuple[tuple[str, float], ...] = ()
    drawn_in: tuple[str, ...] = ()
    """Styles whose drawn motif says more than a photograph, unless 3D is asked for."""


class Policy(Frozen):
    """The whole table."""

    about: str
    styles: dict[str, tuple[str, Literal["always", "products"]]]
    families: dict[str, str]
    looks: dict[str, Look]
    props: dict[str, Manner]
    sold: tuple[str, ...]
    never: tuple[str, ...]
    behind: tuple[str, ...]
    """Settings of layouts before which things may be photographed."""
    drawn: tuple[str, ...]
    """Nouns that only sound like a prop."""
    vague: tuple[str, ...]
    """Packs that say little: what is in them is drawn, where that is known."""
    trades: dict[str, tuple[str, ...]]
    abstract: tuple[str, ...]

    def manner(self, prop: str, trade: str = "") -> Manner:
        """Return how a prop is shown, in a trade if that has a way of its own."""
        usual = self.props.get(prop, Manner())
        return self.props.get(f"{prop}@{trade}", usual)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Drawn or photographed, and of what.

    Attributes:
        medium: ``vector`` or ``3d``.
        why: Half a sentence for the note.
        prop: The hero's prop; empty for a relief of the motif.
        motif: The motif a relief is made of; empty when there is a prop.
        subject: What the hero stands for; None when nothing was asked for.
        look: Name of the look.
    """

    medium: Literal["vector", "3d"]
    why: str
    prop: str = ""
    motif: str = ""
    subject: Subject | None = None
    look: str = ""


@lru_cache(maxsize=1)
def load_policy() -> Policy:
    """Return the table."""
    text = (files("generators.art") / "policy.json").read_text("utf-8")
    return Policy.model_validate_json(text)


def look_of(style: str) -> str:
    """Return the name of the look a style is photographed in."""
    policy = load_policy()
    if style in policy.styles:
        return policy.styles[style][0]
    for name, family in load_recipes().families.items():
        if style in family.styles:
            return policy.families.get(name, "still")
    return "still"


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """Return prop names by what people call them; the policy's own words win."""
    from generators.mesh.props import PROPS  # noqa: PLC0415 - needs the studio extra

    found: dict[str, str] = {}
    for name, manner in load_policy().props.items():
        if name in PROPS:
            for word in manner.words:
                found.setdefault(_plain(word), name)
    for name, entry in PROPS.items():
        for word in (name, *entry.nouns):
            found.setdefault(_plain(word), name)
    return found


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("_", " ").replace("-", " ").split())


def find_prop(noun: str) -> str | None:
    """Return the prop a noun means, or None; call it only where the studio is ready.

    The whole noun decides, or the longest known word that ends it, since there the thing is
    named: ``cold brew coffee cup``, ``手冲咖啡杯``. What a motif is called is drawn rather
    than guessed at: a honey jar is no jar of cream.
    """
    words = _words()
    text = _plain(noun)
    if text in load_policy().drawn:
        return None
    for form in (text, text.removesuffix("es"), text.removesuffix("s")):
        if form in words:
            return words[form]
    if is_motif_word(text):
        return None
    best = ""
    for word in words:
        ends = text.endswith(word if not word.isascii() else f" {word}")
        if ends and len(word) > max(1, len(best)):
            best = word
    if best in load_policy().vague and find_motif(noun) is not None:
        return None
    return words[best] if best else None


def choose(request: PictureRequest) -> Choice:
    """Return how the picture is to be made; vector wherever the studio would not be better."""
    style = request.style
    policy = load_policy()
    _, wish = policy.styles.get(style, ("", ""))
    drawn = _drawn_because(request, wish)
    if drawn:
        return Choice(medium="vector", why=drawn)
    if not probe().ready:
        return Choice(medium="vector", why="the 3D studio is not installed")
    asked = request.medium == "3d"
    look = look_of(style)
    things = [one for one in request.subjects if atmosphere_of(one) is None]
    if things:
        prop = find_prop(things[0].noun)
        sold = prop is not None and _is_sold(prop)
        if prop is not None and (sold or asked or wish == "always"):
            why = "asked for in 3D" if asked else f"{_spoken(style)} likes things to be touched"
            return Choice(medium="3d", why=why, prop=prop, subject=things[0], look=look)
        motif = motif_of(things[0], request.theme)
        if motif is not None and (asked or wish == "always"):
            why = f"{motif.replace('_', ' ')} raised into 3D from its drawing"
            return Choice(medium="3d", why=why, motif=motif, subject=things[0], look=look)
        return Choice(medium="vector", why="the subject is better drawn than built")
    if request.subjects and not asked:
        return Choice(medium="vector", why="an atmosphere, no thing")
    usual = policy.trades.get(request.theme.industry, ())
    usual = usual or (policy.abstract if asked or wish == "always" else ())
    if not usual:
        return Choice(medium="vector", why="no thing was asked for")
    prop = usual[request.seed % len(usual)]
    return Choice(
        medium="3d", why=f"a thing of the trade in {look} light", prop=prop, look=look
    )


def _drawn_because(request: PictureRequest, wish: str) -> str:
    if request.medium == "vector":
        return "asked for as a drawing"
    if request.kind in ("background", "pattern"):
        return "a quiet ground is drawn"
    if request.medium == "3d":
        return ""
    if request.treatment != "auto":
        return f"{request.treatment.replace('_', ' ')} is a hand"
    if request.setting and request.setting not in load_policy().behind:
        return "a setting was asked for"
    can_build = bool(request.subjects) and probe().ready
    hero = find_prop(request.subjects[0].noun) if can_build else None
    if hero and request.style in load_policy().manner(hero).drawn_in:
        return f"{_spoken(request.style)} says more of it drawn"
    beside = request.subjects[1:3] if hero else ()
    lost = [one.noun for one in beside if find_prop(one.noun) is None]
    if lost:
        return f"{lost[0]} belongs in the picture too, and is drawn"
    return "" if wish else f"{_spoken(request.style)} is drawn"


def _is_sold(prop: str) -> bool:
    from generators.mesh.props import PROPS  # noqa: PLC0415 - needs the studio extra

    policy = load_policy()
    return PROPS[prop].kind in policy.sold and prop not in policy.never


def _spoken(style: str) -> str:
    return style.replace("_", " ")
