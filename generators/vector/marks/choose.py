"""Which constructions fit a brand, from style, trade, name and subjects; with reasons."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from compositor.layout.theme import Theme
from generators.vector.marks.constructions.line_art import find_subjects
from generators.vector.marks.constructions.mascot_species import find_species

__all__ = ["Choice", "choose_constructions"]

_FROM_LOGO_TYPE: dict[str, tuple[str, ...]] = {
    "wordmark": ("letter_mod", "lettermark"),
    "lettermark": ("lettermark", "modular_grid"),
    "letter_mod": ("letter_mod", "lettermark"),
    "monogram": ("monogram", "lettermark"),
    "pictorial": ("line_art", "negative_space", "mascot"),
    "combination": ("line_art", "negative_space"),
    "abstract_geo": ("abstract_geo", "line_geo"),
    "gradient_fluid": ("abstract_geo",),
    "dynamic": ("modular_grid", "abstract_geo"),
    "modular_grid": ("modular_grid",),
    "pattern_mark": ("abstract_geo", "modular_grid"),
    "enclosure": ("negative_space", "lettermark"),
    "negative_space": ("negative_space",),
    "line_art": ("line_art", "line_geo"),
    "emblem": ("emblem",),
    "seal": ("seal", "hanzi_mark"),
    "hanzi_mark": ("hanzi_mark", "seal"),
    "mascot": ("mascot",),
}
_FAMILY = {
    "line_art": "picture", "negative_space": "picture", "mascot": "animal",
    "emblem": "badge", "line_geo": "abstract", "abstract_geo": "abstract",
    "modular_grid": "letter", "lettermark": "letter", "letter_mod": "letter",
    "monogram": "letter", "hanzi_mark": "hanzi", "seal": "hanzi",
}  # fmt: skip
_TECH = ("ai_startup", "saas_b2b", "electronics", "fintech", "security", "new_energy",
         "auto_ev", "industrial", "bank_insurance", "appliance")  # fmt: skip
_CHINESE_STYLES = ("new_chinese", "song_aesthetic", "ink_wash", "guochao", "calligraphy",
                   "blue_white", "dunhuang", "shanghai_retro")  # fmt: skip
_PLAYFUL = ("doodle", "kids", "kawaii", "flat_illustration", "dopamine", "comic", "fresh")
_SPORTY = ("sport", "y2k", "street", "retro_future", "acid", "cyberpunk")
_LINE_WORDS = ("line", "stroke", "outline", "线", "简约", "极简", "minimal")
_TYPE_WORDS = ("letter", "wordmark", "initial", "字母", "字体", "文字")
_REASONS = {
    "line_art": "the subject can be said in one line weight",
    "mascot": "an animal of the brand can carry its face",
    "negative_space": "two ideas meet: the ground draws the second",
    "emblem": "the trade wears badges, and a ring can hold the name",
    "line_geo": "an abstract idea in parallel lines suits the trade and has no picture to age",
    "abstract_geo": "one module turned makes a sign for a brand without a picture",
    "modular_grid": "equal tiles speak of systems",
    "lettermark": "a strong initial with one stroke set apart stays clear at 16 px",
    "letter_mod": "the initial's counter has room for the idea",
    "monogram": "two initials make one sign",
    "hanzi_mark": "the character itself can hold the idea",
    "seal": "a seal is the trade's own signature",
}


class Choice(NamedTuple):
    """A construction, which of its answers, and why."""

    construction: str
    variant: int
    reason: str


def choose_constructions(
    theme: Theme,
    *,
    name_latin: str = "",
    name_zh: str = "",
    subjects: tuple[str, ...] = (),
    concept: str = "",
    seed: int = 0,
    count: int = 3,
) -> tuple[Choice, ...]:
    """Return the best fitting constructions, best first, no two of one family if avoidable."""
    scores = _scores(theme, name_latin, name_zh, subjects, concept)
    rng = np.random.default_rng((seed % 2**32, 31))
    jitter = rng.uniform(0, 0.18, len(scores))
    ranked = sorted(
        (
            (score + float(j), name)
            for (name, score), j in zip(scores.items(), jitter, strict=True)
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    able = [name for score, name in ranked if score > -5]
    picked: list[str] = []
    for name in [*able, *able]:
        families = [_FAMILY[p] for p in picked]
        if (
            len(picked) < count
            and name not in picked
            and (
                _FAMILY[name] not in families
                or len({_FAMILY[n] for n in able}) <= len(families)
            )
        ):
            picked.append(name)
    for name in able:
        if len(picked) < count and name not in picked:
            picked.append(name)
    return tuple(Choice(n, _variant(n, theme, seed), _REASONS[n]) for n in picked)


def _scores(
    theme: Theme, name_latin: str, name_zh: str, subjects: tuple[str, ...], concept: str
) -> dict[str, float]:
    scores = dict.fromkeys(_FAMILY, 0.0)
    for rank, logo_type in enumerate(theme.logo_types):
        for depth, name in enumerate(_FROM_LOGO_TYPE.get(logo_type, ())):
            scores[name] += max(0.1, 0.7 - 0.1 * rank - 0.25 * depth)
    asked = f" {concept.lower()} {' '.join(subjects).lower()} "
    styles = theme.style.split("+")
    pictures, animal = find_subjects(subjects), find_species(subjects)
    if pictures:
        scores["line_art"] += 1.0
        scores["negative_space"] += 0.35
        scores["emblem"] += 0.1
    if animal:
        scores["mascot"] += 1.5
    if theme.industry in _TECH or "tech" in styles or not (pictures or name_latin or name_zh):
        scores["line_geo"] += 0.55
        scores["abstract_geo"] += 0.3
    if any(word in asked for word in _LINE_WORDS):
        scores["line_geo"] += 0.6
        scores["line_art"] += 0.6
        scores["abstract_geo"] -= 0.4
        scores["emblem"] -= 0.5
    if any(word in asked for word in _TYPE_WORDS):
        for name in ("letter_mod", "lettermark", "monogram"):
            scores[name] += 0.5
    _add_styles(scores, styles, has_chinese=bool(name_zh))
    if theme.industry == "tea" and not name_latin:
        scores["hanzi_mark"] += 0.5
    if name_zh and not name_latin:
        scores["hanzi_mark"] += 0.25
    if name_latin and not (pictures or animal):
        scores["lettermark"] += 0.5
        scores["letter_mod"] += 0.35
    _rule_out(scores, name_latin, name_zh, subjects)
    return scores


def _add_styles(scores: dict[str, float], styles: list[str], *, has_chinese: bool) -> None:
    if any(s in _CHINESE_STYLES for s in styles):
        scores["seal"] += 0.7
        scores["hanzi_mark"] += 0.5 + 0.2 * has_chinese
    if any(s in _PLAYFUL for s in styles):
        scores["mascot"] += 0.5
        scores["line_art"] += 0.3
        scores["monogram"] -= 0.4
    if any(s in _SPORTY for s in styles):
        scores["lettermark"] += 0.5
        scores["letter_mod"] += 0.5 + 0.5 * ("y2k" in styles)
    if "luxury" in styles or "art_deco" in styles:
        scores["monogram"] += 1.1
    if "minimal" in styles or "swiss" in styles:
        scores["emblem"] -= 0.6
        scores["mascot"] -= 0.2


def _rule_out(
    scores: dict[str, float], name_latin: str, name_zh: str, subjects: tuple[str, ...]
) -> None:
    """What cannot be drawn at all."""
    impossible = -10.0
    if not find_subjects(subjects):
        for name in ("line_art", "negative_space"):
            scores[name] = impossible
        if not (name_latin or name_zh):
            scores["emblem"] = impossible
    if not find_species(subjects):
        scores["mascot"] = impossible
    if not any(c.isascii() and c.isalpha() for c in name_latin[:1]):
        for name in ("lettermark", "letter_mod", "monogram", "modular_grid"):
            scores[name] = impossible
    if name_latin[:1].upper() in ("I", "J", "L"):
        # Too narrow to carry an idea or to balance a name beside it.
        for name in ("lettermark", "letter_mod", "modular_grid"):
            scores[name] -= 0.8
    if len(name_latin.split()) < 2 and "monogram" in scores:
        scores["monogram"] -= 0.5
    hanzi = name_zh or "".join(s for s in subjects if len(s) <= 2 and not s.isascii())
    if not any("\u4e00" <= c <= "\u9fff" for c in hanzi):
        for name in ("seal", "hanzi_mark"):
            scores[name] = impossible


def _variant(name: str, theme: Theme, seed: int) -> int:
    """The answer of a construction that suits the style."""
    styles = theme.style.split("+")
    if name == "lettermark":
        if any(s in _SPORTY for s in styles):
            return 2 if seed % 2 == 0 else 1
        return 0 if seed % 3 else 3
    if name in ("line_geo", "abstract_geo"):
        return seed % 5
    if name == "monogram":
        return 1 if "luxury" in styles else 0
    if name == "emblem":
        return seed % 3
    return 0
