"""Prompts: a picture request in words a model understands, and never a word to be painted.

Names, slogans and prices are set as live text on top, so neither labels nor brands are told
to the model, and it is asked for a picture free of letters.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from compositor.color import Color
from compositor.geometry import Box
from compositor.layout.theme import Palette
from generators.base import PictureRequest, Subject
from generators.vector.casting import motif_of

__all__ = ["Prompt", "color_words", "place_words", "write_prompt"]

NEGATIVE = (
    "text, letters, words, numbers, typography, caption, logo, watermark, signature, "
    "frame, border, collage, low quality, blurry, deformed"
)
_FREE = "There is no text, no letters, no numbers, no logo and no watermark anywhere."


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """What a model is told.

    Attributes:
        text: What to paint.
        negative: What to avoid, for models that take it.
        why: Half a sentence for the note.
    """

    text: str
    negative: str
    why: str


def write_prompt(
    request: PictureRequest,
    manner: Literal["sentences", "tags"],
    *,
    is_cut_out: bool = False,
) -> Prompt:
    """Return the prompt of a request, in the manner a family of models likes.

    Args:
        request: What to show, in which look.
        manner: sentences for models that read language, tags for those that match words.
        is_cut_out: Whether nothing may stand behind the subject.
    """
    is_tags = manner == "tags"
    things = [_thing(one, request, in_english=is_tags) for one in request.subjects]
    looks = _looks(request)
    palette = request.theme.palette
    colors = color_words(palette)
    quiet = place_words(request.calm)
    where = "" if request.hero_box is None else place_words((request.hero_box,))
    why = f"{looks}, {'quiet ' + quiet if quiet else 'no quiet place asked for'}"
    shown = things or [_scene(request)]
    if is_tags:
        parts = [
            *shown, looks, request.theme.texture if request.theme.texture != "none" else "",
            f"{colors} color palette", _setting(request, is_cut_out=is_cut_out),
            f"empty smooth space {quiet}" if quiet else "",
            f"subject {where}" if where and things else "", "professional composition",
        ]  # fmt: skip
        return Prompt(text=", ".join(filter(None, parts)), negative=NEGATIVE, why=why)
    sentences = [f"{_capital(looks)} of {_listed(shown)}"]
    sentences[0] += f", the main subject {where}." if where and things else "."
    sentences.append(_capital(_setting(request, is_cut_out=is_cut_out)) + ".")
    if request.theme.texture and request.theme.texture != "none":
        sentences.append(f"Materials and surfaces: {request.theme.texture}.")
    sentences.append(f"The colors are {colors}.")
    if quiet:
        sentences.append(
            f"The area {quiet} is one calm, even, empty surface without objects or texture."
        )
    sentences.append(_FREE)
    return Prompt(text=" ".join(sentences), negative=NEGATIVE, why=why)


def _thing(subject: Subject, request: PictureRequest, *, in_english: bool) -> str:
    """Return a subject in words; never its label."""
    noun, attributes = subject.noun.replace("_", " "), list(subject.attributes)
    if in_english and not noun.isascii():
        motif = motif_of(subject, request.theme)
        noun = motif.replace("_", " ") if motif else noun
        attributes = [one for one in attributes if one.isascii()]
    return " ".join([*attributes, noun])


def _scene(request: PictureRequest) -> str:
    """Return what to show where no subject is named."""
    if request.setting:
        return request.setting.replace("_", " ")
    if request.kind in ("background", "pattern") or not request.theme.motifs:
        return "an abstract backdrop" if request.kind != "pattern" else "an even pattern"
    return request.theme.motifs[0]


def _setting(request: PictureRequest, *, is_cut_out: bool) -> str:
    if is_cut_out:
        return "the subject alone, cut out, nothing behind it"
    if request.kind == "hero":
        ground = _color_word(request.theme.palette.ground)
        return f"the subject alone, whole, on a plain {ground} background"
    if request.kind == "background":
        return "soft, unobtrusive, a background for lettering that is added later"
    if request.kind == "pattern":
        return "an even field from edge to edge, without a focus"
    if request.setting and request.subjects:
        return f"the setting: {request.setting.replace('_', ' ')}"
    return "one clear focus, generous empty space around it, directed light"


@lru_cache(maxsize=1)
def _style_words() -> dict[str, str]:
    text = (files("generators.painted") / "styles.json").read_text("utf-8")
    read: dict[str, str] = json.loads(text)
    return read


def _looks(request: PictureRequest) -> str:
    words = _style_words()
    styles = request.theme.style.split("+")
    return words.get(styles[0], f"{styles[0].replace('_', ' ')} picture")


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_HUES = (
    (15, "pink"), (40, "red"), (65, "orange"), (85, "amber"), (110, "yellow"),
    (135, "lime green"), (160, "green"), (185, "teal"), (225, "cyan"), (265, "blue"),
    (295, "indigo"),
    (325, "violet"), (350, "magenta"), (361, "pink"),
)  # fmt: skip
"""Upper end of each OKLCH hue in degrees, and its name."""


def _color_word(color: Color) -> str:
    seen = color.oklch
    light = seen.lightness
    if seen.chroma < 0.03:
        names = ((0.25, "black"), (0.45, "charcoal"), (0.75, "gray"), (0.93, "pale gray"))
        neutral = next((name for end, name in names if light < end), "white")
        warm = seen.chroma > 0.008 and 40 < seen.hue_deg < 110
        return (
            {"white": "warm white", "pale gray": "ivory"}.get(neutral, neutral)
            if warm
            else neutral
        )
    hue = next(name for end, name in _HUES if seen.hue_deg % 360 < end)
    if 30 < seen.hue_deg < 95 and light < 0.55:
        hue = "brown"
    depth = "deep " if light < 0.4 else "pale " if light > 0.85 else ""
    muted = "muted " if seen.chroma < 0.07 and not depth else ""
    return f"{depth}{muted}{hue}"


def color_words(palette: Palette) -> str:
    """Return a palette in words: its ground first, then what stands out."""
    named = [
        _color_word(one)
        for one in (palette.ground, palette.primary, palette.accent, palette.accent2)
    ]
    return _listed(list(dict.fromkeys(named))[:4])


def place_words(boxes: tuple[Box, ...]) -> str:
    """Return where boxes lie, in words; nothing for none.

    Args:
        boxes: In fractions of the picture.
    """
    if not boxes:
        return ""
    found = []
    for box in sorted(boxes, key=lambda one: -one.area)[:3]:
        across = _third(box.x, box.right, ("on the left", "in the middle", "on the right"))
        down = _third(box.y, box.bottom, ("at the top", "at half height", "at the bottom"))
        found.append(" ".join(filter(None, (down, across))) or "over most of the picture")
    return " and ".join(dict.fromkeys(found))


def _third(begin: float, end: float, words: tuple[str, str, str]) -> str:
    """Return which third a span lies in; nothing when it takes most of the side."""
    if end - begin > 0.66:
        return ""
    middle = (begin + end) / 2
    return words[0] if middle < 0.4 else words[2] if middle > 0.6 else words[1]
