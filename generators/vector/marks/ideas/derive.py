"""Derive ideas from a brand: name, sound, trade, values and wishes, each with its reason.

`{drawn}` in a reason stands for what the finished drawing shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generators.vector.marks.constructions.line_art import find_subjects
from generators.vector.marks.constructions.mascot_species import find_species
from generators.vector.marks.ideas.brand import Brand
from generators.vector.marks.ideas.concept import Idea
from generators.vector.marks.ideas.kinds_of_sign import signs_of_trade
from generators.vector.marks.ideas.meanings import Meaning, read_meanings
from generators.vector.marks.ideas.pairs import paired_ideas
from generators.vector.marks.ideas.refusals import Refusals
from generators.vector.marks.ideas.sound import sound_ideas
from generators.vector.marks.ideas.tables import Trade, forms, said, trade_of, values_in

__all__ = ["derived_ideas"]

_SURE = {"word": 0.95, "character": 0.9, "hidden": 0.74, "radical": 0.62}
_LIKE_TRADES = {
    "precision": "ai_startup", "simplicity": "electronics", "speed": "logistics",
    "calm": "wellness", "purity": "skincare", "warmth": "furniture", "joy": "kids_play",
    "trust": "bank_insurance", "growth": "education", "craft": "jewelry",
    "heritage": "publishing", "openness": "museum",
}  # fmt: skip
_CHINESE_STYLES = ("new_chinese", "song_aesthetic", "ink_wash", "guochao", "calligraphy",
                   "blue_white", "dunhuang", "shanghai_retro")  # fmt: skip
_HOUSE = re.compile(
    r"\b(?:jewel(?:le)?ry|fashion|perfume|fragrance|publishing|auction|design|media|trading|"
    r"coffee|tea|steak|ale|chop|full|in) house\b",
    re.IGNORECASE,
)
"""A firm is a house; nobody lives in it."""
_PLAYFUL = ("doodle", "kids", "kawaii", "comic")
_SEAL_TRADES = ("tea", "baijiu_wine", "publishing", "museum", "agriculture")
_TECH_OBJECTS = (
    ("orbit", "everything keeps its course around one core", "万象有轨，皆绕一心"),
    ("aperture", "precision is letting in just enough light", "精准，是放进恰好的光"),
    ("node", "one point that reaches many", "一点既通，万点相连"),
    ("chip", "much thinking in a small square", "方寸之间，自有算力"),
)
"""For a technical brand that names no trade."""
_TECH = ("precision", "simplicity", "speed")


def derived_ideas(brand: Brand, *, weight_u: float) -> tuple[Idea, ...]:
    """Return every idea the brand suggests, must-nots left out.

    Args:
        brand: What is known of it.
        weight_u: Line weight of sketches.
    """
    refusals = Refusals(brand.must_nots)
    trade = trade_of(brand.industry)
    meanings = [
        m._replace(subjects=tuple(s for s in m.subjects if not refusals.rule_out(s)))
        for m in read_meanings(brand.name_latin, brand.name_zh)
    ]
    if any(m.how == "character" for m in meanings):
        # Beside a telling Chinese name, the Latin one is mostly its sound.
        meanings = [m for m in meanings if m.how != "hidden"]
    meanings = [m for m in meanings if m.subjects]
    # "Stonebridge" holds a bridge, and no ridge.
    parts = {m.part.lower() for m in meanings}
    meanings = [
        m
        for m in meanings
        if m.how != "hidden"
        or not any(m.part.lower() in p and m.part.lower() != p for p in parts)
    ]
    ideas = [
        *_from_meanings(brand, trade, meanings),
        *_from_nouns(brand, trade),
        *_from_trade(brand, trade),
        *paired_ideas(brand, trade, meanings),
        *_from_initials(brand, trade, meanings, refusals),
        *sound_ideas(brand),
        *_from_values(brand, trade, weight_u),
        *signs_of_trade(brand, trade, _motifs(brand, trade, meanings, refusals)),
        *_from_outside(brand),
    ]
    is_bare = bool(brand.name) and not meanings
    ideas = [
        replace(idea, prior=round(idea.prior + _suits(idea, brand, is_bare=is_bare), 4))
        for idea in ideas
    ]
    return tuple(
        idea
        for idea in ideas
        if not refusals.rule_out(*idea.motif.split("+"), *idea.subjects)
        and not (idea.kind == "initial" and refusals.rule_out("initial"))
    )


_BARE = {"initial": 0.3, "sound": 0.16, "trade": -0.1, "two_ideas": -0.2}
"""Two firms of one trade share its pictures. A name that is no picture is told from them by
its letter and its sound, so these lead."""


def _suits(idea: Idea, brand: Brand, *, is_bare: bool) -> float:
    """What the name, the asked styles and constructions add."""
    more = 0.3 if idea.construction in brand.prefers else 0.0
    more += _BARE.get(idea.kind, 0.0) if is_bare else 0.0
    if any(style in _CHINESE_STYLES for style in brand.styles):
        more += 0.16 if idea.construction in ("hanzi_mark", "seal") else 0.0
    if any(style in _PLAYFUL for style in brand.styles):
        more += 0.2 if idea.construction in ("line_art", "mascot", "pictorial") else -0.05
    return more


def _from_outside(brand: Brand) -> Iterator[Idea]:
    for proposal in brand.proposals:
        yield Idea(
            kind="proposal", motif=proposal.motif, construction="sketch",
            sketch=proposal.sketch,
            reason_en=proposal.reason_en, reason_zh=proposal.reason_zh, prior=0.86,
        )  # fmt: skip


def _pictures(motif: str, brand: Brand) -> list[tuple[str, float]]:
    """Constructions that can draw a picture of it, with what each adds to its prior."""
    lean = 0.08 if brand.own_number % 2 else -0.04
    lines = 0.22 if brand.wants_lines else 0.0
    found = [("line_art", lines), ("pictorial", lean - lines)]
    if find_species((motif,)):
        found.append(("mascot", -0.12 - lines))
    return found


def _who(brand: Brand, *, chinese: bool) -> str:
    if chinese:
        return f"「{brand.name_zh or brand.name_latin}」" if brand.name else "这个品牌"
    return brand.name_latin or brand.name_zh or "the brand"


def _from_meanings(brand: Brand, trade: Trade, meanings: list[Meaning]) -> Iterator[Idea]:
    for rank, meaning in enumerate(meanings[:5]):
        for depth, subject in enumerate(meaning.subjects[:2]):
            worn = 0.2 if subject in trade.obvious else 0.0
            prior = _SURE[meaning.how] - 0.06 * rank - 0.1 * depth - worn
            for construction, more in _pictures(subject, brand):
                yield Idea(
                    kind="meaning", motif=subject, construction=construction,
                    subjects=(subject,), prior=prior + more,
                    reason_en=_meaning_en(brand, meaning),
                    reason_zh=_meaning_zh(brand, meaning),
                )  # fmt: skip


def _meaning_en(brand: Brand, meaning: Meaning) -> str:
    how = {
        "word": f"“{meaning.part}” is already a picture: {meaning.sense_en}.",
        "character": f"{meaning.part} in {brand.name_zh} is already a picture: "
        f"{meaning.sense_en}.",
        "hidden": f"{brand.name_latin} hides the word {meaning.part}: {meaning.sense_en}.",
        "radical": f"{meaning.part} in {brand.name_zh} is written with the sign for "
        f"{meaning.id}: {meaning.sense_en}.",
    }[meaning.how]
    return f"{how} Drawn as {{drawn}}."


def _meaning_zh(brand: Brand, meaning: Meaning) -> str:
    who = _who(brand, chinese=True)
    how = {
        "word": f"{who}里的“{meaning.part}”本身就是画面：{meaning.sense_zh}。",
        "character": f"{who}的「{meaning.part}」字本身就是画面：{meaning.sense_zh}。",
        "hidden": f"{who}里藏着 {meaning.part}：{meaning.sense_zh}。",
        "radical": f"{who}的「{meaning.part}」字，偏旁已说出意象：{meaning.sense_zh}。",
    }[meaning.how]
    return f"{how}画法：{{drawn}}。"


def _from_nouns(brand: Brand, trade: Trade) -> Iterator[Idea]:
    for rank, noun in enumerate(brand.nouns[:4]):
        plain = noun.replace("_", " ")
        if plain == "house" and _HOUSE.search(brand.text):
            continue
        found = find_subjects((plain,))[:1]
        species = find_species((plain,))
        motif = found[0].id if found else species
        if not motif:
            continue
        worn = 0.12 if motif in trade.obvious else 0.0
        for construction, more in _pictures(motif, brand):
            yield Idea(
                kind="subject", motif=motif, construction=construction,
                subjects=(plain, motif), prior=0.88 - 0.1 * rank + more - worn,
                reason_en=f"The brief names the {plain} itself, so "
                f"{_who(brand, chinese=False)} shows it, saying one thing about it: {{drawn}}.",
                reason_zh=f"简报点名要“{found[0].nouns[-1] if found else plain}”，"
                f"{_who(brand, chinese=True)}就画它，并只说一件事：{{drawn}}。",
            )  # fmt: skip


def _from_trade(brand: Brand, trade: Trade) -> Iterator[Idea]:
    if not trade.objects:
        yield from _from_values_objects(brand)
        return
    turn = brand.own_number % len(trade.objects)
    order = (*trade.objects[turn:], *trade.objects[:turn])
    for rank, (subject, why_en, why_zh) in enumerate(order):
        for construction, more in _pictures(subject, brand):
            yield Idea(
                kind="trade", motif=subject, construction=construction, subjects=(subject,),
                prior=0.64 - 0.07 * rank + more,
                reason_en=f"Others in {trade.name_en} show the product. "
                f"{_who(brand, chinese=False).capitalize() if not brand.name else brand.name} "
                f"shows what is behind it: {why_en}. Drawn as {{drawn}}.",
                reason_zh=f"同行多画产品，{_who(brand, chinese=True)}画它背后的一句话："
                f"{why_zh}。画法：{{drawn}}。",
            )  # fmt: skip


_BORROWED = 0.34  # a kindred trade says little of a brand: forms go first


def _from_values_objects(brand: Brand) -> Iterator[Idea]:
    """Without a trade, the objects of one that lives on what the brief asks for."""
    stated = values_in(brand.text)
    kin = next((_LIKE_TRADES[v] for v, _ in stated if v in _LIKE_TRADES), "saas_b2b")
    word = stated[0][1] if stated else ""
    objects = _TECH_OBJECTS if kin == "ai_startup" else trade_of(kin).objects
    turn = brand.own_number % len(objects)
    for rank, (subject, why_en, why_zh) in enumerate((*objects[turn:], *objects[:turn])):
        for construction, more in _pictures(subject, brand):
            yield Idea(
                kind="trade", motif=subject, construction=construction, subjects=(subject,),
                prior=_BORROWED - 0.07 * rank + more,
                reason_en=f"{f'“{word}” made visible' if word else 'A picture to hold on to'}: "
                f"{why_en}. Drawn as {{drawn}}.",
                reason_zh=f"{f'把“{word}”画成看得见的事' if word else '给品牌一个可记的画面'}："
                f"{why_zh}。画法：{{drawn}}。",
            )  # fmt: skip


def _from_initials(
    brand: Brand, trade: Trade, meanings: list[Meaning], refusals: Refusals
) -> Iterator[Idea]:
    motifs = _motifs(brand, trade, meanings, refusals)
    why = {subject: (why_en, why_zh) for subject, why_en, why_zh in trade.objects}
    lines = -0.25 if brand.wants_lines else 0.0
    who_en, who_zh = _who(brand, chinese=False), _who(brand, chinese=True)
    letter = next((c.upper() for c in brand.name_latin if c.isascii() and c.isalpha()), "")
    if letter:
        for rank, motif in enumerate(motifs[:3]):
            thing = motif.replace("_", " ")
            behind_en, behind_zh = _behind(motif, why, meanings)
            for construction, prior in (("initial_motif", 0.74), ("letter_mod", 0.66)):
                yield Idea(
                    kind="initial", motif=motif, construction=construction, subjects=(motif,),
                    prior=prior - 0.08 * rank + lines,
                    reason_en=f"The {letter} of {who_en} gives up a place to a {thing}, "
                    f"{behind_en}: initial and picture need one glance. {{drawn}}.",
                    reason_zh=f"{who_zh}的首字母 {letter} 让出一处给{behind_zh}，"
                    "字与形一眼同读。{drawn}。",
                )  # fmt: skip
        yield from _letters(brand, letter, who_en, who_zh, lines)
    if brand.name_zh:
        first = brand.name_zh[0]
        is_eastern = any(style in _CHINESE_STYLES for style in brand.styles)
        if len(brand.name_zh) <= 4 and (is_eastern or brand.industry in _SEAL_TRADES):
            yield Idea(
                kind="initial", motif=brand.name_zh, construction="seal", prior=0.6 + lines,
                subjects=tuple(motifs), variant=brand.own_number % 3,
                reason_en=f"{brand.name_zh} signs its work, as its trade does: {{drawn}}.",
                reason_zh=f"「{brand.name_zh}」自古有落款的行当，以印为名：{{drawn}}。",
            )  # fmt: skip
        for variant, prior in ((0, 0.7), (2, 0.56), (1, 0.5)):
            yield Idea(
                kind="initial", motif=f"{first}{variant}", construction="hanzi_mark",
                subjects=tuple(motifs), variant=variant, prior=prior + lines,
                reason_en=f"{first} begins {brand.name_zh} and has the shape to stand alone: "
                "{drawn}.",
                reason_zh=f"「{first}」字打头，字形足以独立成标，只动一处：{{drawn}}。",
            )  # fmt: skip


def _behind(
    motif: str, why: dict[str, tuple[str, str]], meanings: list[Meaning]
) -> tuple[str, str]:
    """Return why a letter holds this thing: its name, its trade, or the brief itself."""
    if motif in {subject for meaning in meanings for subject in meaning.subjects}:
        return "which is what the name is about", "名字里的意象"
    if motif in why:
        return f"because {why[motif][0]}", f"行业背后的意象（{why[motif][1]}）"
    return "which the brief itself brings up", "简报里说到的东西"


def _motifs(
    brand: Brand, trade: Trade, meanings: list[Meaning], refusals: Refusals
) -> list[str]:
    """What a letter, badge or tile may hold, most telling first."""
    motifs = [s for m in meanings[:2] for s in m.subjects[:1]]
    motifs += [s.id for n in brand.nouns[:1] for s in find_subjects((n,))[:1]]
    if trade.objects:
        motifs.append(trade.objects[brand.own_number % len(trade.objects)][0])
    return [m for m in dict.fromkeys(motifs) if not refusals.rule_out(m)]


def _letters(
    brand: Brand, letter: str, who_en: str, who_zh: str, lines: float
) -> Iterator[Idea]:
    words = [w for w in brand.name_latin.split() if w[0].isalpha()]
    if len(words) > 1:
        pair = "".join(w[0] for w in words[:2]).upper()
        yield Idea(
            kind="initial", motif=pair, construction="monogram", prior=0.62 + lines,
            variant=brand.own_number % 3,
            reason_en=f"{who_en} is two words, so {pair[0]} and {pair[-1]} make one sign: "
            "{drawn}.",
            reason_zh=f"{who_zh}由两个词组成，{pair[0]} 与 {pair[-1]} 合为一标：{{drawn}}。",
        )  # fmt: skip
    wanted = [value for value, _ in values_in(brand.text)] or trade_of(brand.industry).values[
        :1
    ]
    yield Idea(
        kind="initial", motif=letter, construction="lettermark", prior=0.52 + lines,
        variant=2 if "speed" in wanted else brand.own_number % 2,
        reason_en=f"{who_en} is known by its {letter} on a phone screen; one stroke of it "
        "carries the rest: {drawn}.",
        reason_zh=f"在手机屏上，{who_zh}就是一个 {letter}；其余的话交给其中一笔：{{drawn}}。",
    )  # fmt: skip


def _from_values(brand: Brand, trade: Trade, weight_u: float) -> Iterator[Idea]:
    stated = values_in(brand.text)
    wanted = [*stated, *((v, "") for v in trade.values if v not in dict(stated))]
    number = brand.own_number
    who_en, who_zh = _who(brand, chinese=False), _who(brand, chinese=True)
    for rank, (value, word) in enumerate(wanted[:4]):
        fitting = [f for f in forms() if value in f.values]
        turn = number // 3 % max(1, len(fitting))
        name_en, name_zh = said(value)
        asked_en = f"The brief says “{word}”" if word else f"{trade.name_en} lives on {name_en}"
        asked_zh = f"简报要“{word}”" if word else f"{trade.name_zh}靠的是{name_zh}"
        for depth, form in enumerate([*fitting[turn:], *fitting[:turn]]):
            suits = 0.2 if form.is_line == brand.wants_lines else -0.2
            yield Idea(
                kind="value", motif=form.id, construction="sketch",
                sketch=form.lines(number, max(weight_u, 6.0) if form.is_line else weight_u),
                reason_en=f"{asked_en[0].upper()}{asked_en[1:]}; for "
                f"{who_en} that is {form.idea_en}.",
                reason_zh=f"{asked_zh}；放在{who_zh}身上，就是{form.idea_zh}。",
                prior=(0.62 if word else 0.5) - 0.06 * rank - 0.08 * depth + suits
                * (1.0 if brand.wants_lines else 0.3),
            )  # fmt: skip
        if value in _TECH:
            for variant in range(2):
                yield Idea(
                    kind="value", motif=f"{value}-lines-{variant}", construction="line_geo",
                    variant=variant, prior=0.56 - 0.1 * variant
                    + (0.16 if brand.wants_lines else -0.08),
                    reason_en=f"{asked_en[0].upper()}{asked_en[1:]}: {who_en} says it in "
                    "parallel lines only. {drawn}.",
                    reason_zh=f"{asked_zh}：{who_zh}只用等距的线来说。{{drawn}}。",
                )  # fmt: skip
