"""Words about a finished design, read as typed edits; Chinese and English, no model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from agent.editing.clause import NUMBERS, Clause, clauses_of, pattern, table
from agent.editing.context import EditContext, has_hanzi
from agent.editing.edit import MENUS, CannotEdit, Edit, Parameter, menu_of
from agent.reading.colors import color_vocabulary

__all__ = ["EditContext", "has_hanzi", "read_edits"]

_STEPS = {"tiny": 0.5, "huge": 2.0}
_SLOTS = ("headline", "subhead", "price", "cta", "body", "meta", "legal", "tagline", "name")
_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-z])")
_PERCENT = re.compile(r"(?:by )?(\d{1,3}(?:\.\d+)?)\s*%")
_NUMBER = r"[^\d%]{0,10}?(\d{1,3}(?:\.\d+)?)\s*(%|u\b|px\b|像素)?"
_ABSOLUTE: tuple[tuple[Parameter, str], ...] = (
    ("roundness", r"(?:radius|corners?|round(?:ed|ness)|圆角(?:半径)?|圆度|圆润度)"),
    (
        "weight",
        r"(?:(?:stroke|line)s?(?: (?:width|weight))?|weight|线宽|线条(?:宽度)?|笔画|粗细)",
    ),
    ("detail", r"(?:detail|细节)"),
    ("spacing", r"(?:spacing|gap|间距)"),
    ("size", r"(?:size|scale|大小|尺寸)"),
)
_SHADES = ("lightness", "vividness", "warmth")


def read_edits(words: str, context: EditContext) -> tuple[Edit, ...]:
    """Return the edits some words ask for, in their order.

    Raises:
        CannotEdit: Some of the words name no change, or one that such a design does not
            have; nothing is then read at all, and the message lists what can be changed.

    >>> [edit.parameter for edit in read_edits("rounder, thinner lines", EditContext())]
    ['roundness', 'weight']
    """
    found: list[Edit] = []
    target = ""
    for clause in clauses_of(words):
        if clause.is_kept or clause.is_filler:
            continue
        held = replace(clause, carried=target if clause.is_joined or target else "")
        edits = tuple(_edits(held, context))
        if not edits and clause.only_amount and found:
            found[-1] = _amounted(found[-1], clause)
            continue
        if not edits and clause.only_target:
            target = clause.target
            continue
        if not edits:
            raise _not_understood(clause, words, context)
        # A part named once holds for what is joined to it: the name bigger and bolder.
        target = (clause.target or held.carried) if clause.next_is_joined else ""
        found += [edit.model_copy(update={"words": clause.text.strip()}) for edit in edits]
    if not found:
        raise CannotEdit(_say(words, context, "no change is named", "没有说要改什么"))
    for edit in found:
        _check(edit, words, context)
    return tuple(found)


def _edits(clause: Clause, context: EditContext) -> Iterator[Edit]:
    """Yield what one clause asks for, by the first reading that fits."""
    readings = (_history, _again, _quoted, _part, _concept, _mono, _placed, _switched, _fonts)
    for reading in readings:
        edits = list(reading(clause, context))
        if edits:
            yield from edits
            return
    absolute = list(_absolute(clause))
    colors = list(_colors(clause))
    if absolute:
        yield from absolute
        return
    yield from colors
    yield from _comparatives(clause, context, after_color=colors)


def _history(clause: Clause, context: EditContext) -> Iterator[Edit]:
    del context
    for name, words in table()["history"]:
        if pattern(words).search(clause.folded):
            yield Edit(target="design", parameter="history", how="set", value=name)
            return


def _again(clause: Clause, context: EditContext) -> Iterator[Edit]:
    if not pattern(table()["again"]).search(clause.bare):
        return
    for edit in context.last:
        if edit.parameter not in ("history", "text", "swap", "remove"):
            yield edit
            return
    raise CannotEdit(
        _say(clause.text, context, "nothing was changed yet", "还没有改过任何东西")
    )


def _quoted(clause: Clause, context: EditContext) -> Iterator[Edit]:
    """Texts in quotes: a new one for a part, or one for another."""
    quotes = clause.quotes
    target = clause.target or ("name" if context.kind == "logo" else "headline")
    if len(quotes) == 2:
        yield Edit(
            target="text", parameter="swap", how="set", value=quotes[1], source=quotes[0]
        )
    elif len(quotes) == 1 and _matches("off", clause.folded) and context.kind == "poster":
        yield Edit(target="text", parameter="remove", how="set", source=quotes[0])
    elif len(quotes) == 1:
        part = {"font": "name", "logo": "name", "line": "name", "mark": "name"}.get(
            target, target
        )
        yield Edit(target=part, parameter="text", how="set", value=quotes[0])
    elif match := _renamed().search(clause.folded):
        value = clause.text[match.start(1) : match.end(1)].strip(" 。.")
        yield Edit(target="name", parameter="text", how="set", value=value)


@cache
def _renamed() -> re.Pattern[str]:
    return re.compile(
        r"(?:rename (?:it|the brand|the company)?\s*(?:to|as)?|"
        r"(?:change|set) the (?:brand |company )?name to|"
        r"(?:名字|名称|品牌名|店名)(?:改|换|变)?(?:成|为|叫)|改名(?:叫|为|成)?)\s*(\S.*)$"
    )


def _part(clause: Clause, context: EditContext) -> Iterator[Edit]:
    """One part of a mark: the antlers simpler, the top rounder."""
    if context.kind != "logo" or clause.target in ("name", "tagline", "font", "background"):
        return
    hits = [hit for hit in clause.hits if hit.parameter in ("detail", "roundness", "weight")]
    for name, words in table()["parts"] if hits else ():
        match = pattern(words).search(clause.folded)
        if match and not any(h.start < match.end() and match.start() < h.end for h in hits):
            for hit in hits:
                made = _more(hit.parameter, hit.sign * clause.direction, f"part-{name}")
                yield _amounted(made, clause)
            return


def _concept(clause: Clause, context: EditContext) -> Iterator[Edit]:
    if context.kind != "logo":
        return
    match = pattern(table()["numbered"]).search(_HEX.sub(" ", clause.folded))
    if match:
        said = next(group for group in match.groups() if group)
        number = NUMBERS[said] if said in NUMBERS else int(said) if said.isdigit() else 0
        if number:
            yield Edit(target="logo", parameter="concept", how="set", amount=number)
            return
    if _matches("drawing", clause.folded) and not _matches("concept_next", clause.folded):
        yield Edit(target="mark", parameter="drawing", how="more", amount=1)
    elif _matches("concept_next", clause.folded):
        yield Edit(target="logo", parameter="concept", how="more", amount=1)


def _mono(clause: Clause, context: EditContext) -> Iterator[Edit]:
    del context
    if _matches("mono_dark", clause.folded):
        yield Edit(target="logo", parameter="mono", how="set", value="dark")
    elif _matches("mono", clause.without_fonts):
        yield Edit(target="logo", parameter="mono", how="set", value="light")


def _placed(clause: Clause, context: EditContext) -> Iterator[Edit]:
    if context.kind == "poster":
        if _matches("mirror", clause.folded):
            yield Edit(target="page", parameter="mirror", how="set")
        return
    # Name above icon also holds icon above: the reading that begins first counts.
    found = [
        (match.start(), -len(match.group()), name)
        for name, words in table()["arrangements"]
        if (match := pattern(words).search(clause.folded))
    ]
    if found:
        name = min(found)[2]
        yield Edit(target="logo", parameter="arrangement", how="set", value=name)


def _switched(clause: Clause, context: EditContext) -> Iterator[Edit]:
    """Parts taken away or put back."""
    is_off = _matches("off", clause.folded)
    if clause.target == "tagline" and (is_off or _matches("on", clause.folded)):
        if context.kind == "logo":
            value = "off" if is_off else "on"
            yield Edit(target="tagline", parameter="tagline", how="set", value=value)
        elif is_off:
            yield Edit(target="tagline", parameter="remove", how="set", source="tagline")
        return
    if context.kind != "poster" or not is_off:
        return
    layer = _named_layer(clause, context)
    if layer:
        yield Edit(target=layer, parameter="remove", how="set", source=layer)


def _named_layer(clause: Clause, context: EditContext) -> str:
    """The slot or layer a clause names, or nothing."""
    if clause.target in _SLOTS or clause.target == "picture":
        return clause.target
    rest = clause.rest
    for role, name, identity in context.layers:
        for word in (identity, name, role):
            if word and word.lower().rstrip("s") in rest:
                return identity
    return ""


def _fonts(clause: Clause, context: EditContext) -> Iterator[Edit]:
    del context
    for name, words in table()["fonts"]:
        match = pattern(words).search(clause.folded)
        if match:
            yield Edit(target="name", parameter="font", how="set", value=name)
            return


def _absolute(clause: Clause) -> Iterator[Edit]:
    for parameter, noun in _ABSOLUTE:
        match = re.search(noun + _NUMBER, clause.folded)
        if not match or (match[2] == "%" and clause.hits):
            continue
        number = float(match[1])
        unit = ""
        if match[2] == "%":
            number /= 100
        elif parameter == "roundness" and number > 1:
            unit = "u"
        target = {"spacing": "logo", "size": _sized(clause, "logo")}.get(parameter, "mark")
        yield Edit(target=target, parameter=parameter, how="set", amount=number, value=unit)
        return


def _colors(clause: Clause) -> Iterator[Edit]:
    found = [(match.start(), match.group()) for match in _HEX.finditer(clause.folded)]
    found += [(hit.start, hit.id) for hit in color_vocabulary().find(clause.folded)]
    part = {"background": "ground", "accent": "accent", "name": "name", "headline": "name"}
    for place, value in sorted(found)[:1]:
        del place
        target = part.get(clause.target or clause.carried, "mark")
        yield Edit(target=target, parameter="color", how="set", value=_six(value))


def _six(text: str) -> str:
    return "#" + "".join(c * 2 for c in text[1:]).upper() if len(text) == 4 else text.upper()


def _comparatives(
    clause: Clause, context: EditContext, *, after_color: list[Edit]
) -> Iterator[Edit]:
    target = clause.target or clause.carried
    if target in ("gap", "tracking") and not clause.hits:
        for key, sign in (("more_of", 1.0), ("less_of", -1.0)):
            if _matches(key, clause.folded):
                yield _amounted(_meant("size", sign, target, clause, context), clause)
                return
    for parameter, sign, _, _ in clause.hits:
        if after_color and parameter not in _SHADES:
            continue
        direction = sign * clause.direction
        meant = _meant(parameter, direction, target, clause, context)
        if after_color:
            meant = meant.model_copy(update={"target": after_color[0].target})
        yield _amounted(meant, clause)


def _meant(  # noqa: C901, PLR0911 (one line a part; splitting would hide the order)
    parameter: str, sign: float, target: str, clause: Clause, context: EditContext
) -> Edit:
    """What a comparative means for the part it is said of."""
    is_poster = context.kind == "poster"
    is_letters = target in ("name", "font", "headline", "subhead", "tagline")
    name = "headline" if is_poster else "name"
    if parameter == "ambiguous_light":
        if target == "line" or is_letters:
            parameter, sign = "weight", -sign
        elif target in ("background", "colors", "accent"):
            parameter = "lightness"
        else:
            raise CannotEdit(
                _say(
                    clause.text,
                    context,
                    "lighter may mean thinner lines or a paler color; say which",
                    "“轻”可以是线条更细，也可以是颜色更浅，请说明是哪一种",
                )
            )
    if parameter in _SHADES or (parameter == "roundness" and target == "colors"):
        part = {"background": "ground", "accent": "accent"}.get(target, "mark")
        part = "name" if is_letters else part
        if parameter == "roundness":
            parameter, sign = "vividness", -sign
        return _more(parameter, sign, part)
    if target == "tracking" or (parameter == "spacing" and target in ("font", "name")):
        return _more("tracking", sign, "name")
    if target == "gap":
        return _more("spacing", sign, "logo")
    if parameter == "roundness" and is_letters:
        value = "rounded" if sign > 0 else "sans"
        return Edit(target="name", parameter="font", how="set", value=value)
    if parameter == "weight" and is_letters:
        return _more("weight", sign, name)
    if parameter == "size":
        return _size(sign, target, clause, context)
    if parameter in ("shift_x", "shift_y", "zoom"):
        return _more(parameter, sign, "picture")
    if parameter == "spacing" and is_poster and target == "picture":
        return _more("zoom", -sign, "picture")
    return _more(parameter, sign, "logo" if parameter == "spacing" else "mark")


def _size(sign: float, target: str, clause: Clause, context: EditContext) -> Edit:
    if target == "corner":
        return _more("roundness", sign, "mark")
    if target == "line":
        return _more("weight", sign, "mark")
    if context.kind == "poster":
        if target == "picture":
            return _more("zoom", sign, "picture")
        return _more("size", sign, target if target in _SLOTS[:-1] else "headline")
    return _more("size", sign, _sized(clause, "logo"))


def _sized(clause: Clause, otherwise: str) -> str:
    part = {"name": "name", "font": "name", "mark": "mark", "picture": "mark"}
    return part.get(clause.target or clause.carried, otherwise)


def _more(parameter: str, sign: float, target: str) -> Edit:
    return Edit.model_validate({"target": target, "parameter": parameter, "amount": sign})


def _amounted(edit: Edit, clause: Clause) -> Edit:
    """The edit by as much as the clause says."""
    if edit.how != "more":
        return edit
    sign = 1.0 if edit.amount > 0 else -1.0
    percent = _PERCENT.search(clause.folded)
    amount = clause.amount
    if percent:
        share = float(percent[1]) / 100
        return edit.model_copy(update={"how": "times", "amount": max(0.05, 1 + sign * share)})
    if amount in ("double", "half"):
        factor = 2.0 if amount == "double" else 0.5
        if sign < 0 and amount == "double":
            factor = 0.5
        return edit.model_copy(update={"how": "times", "amount": factor})
    if amount == "set_most":
        return edit.model_copy(update={"how": "set", "value": "most" if sign > 0 else "least"})
    return edit.model_copy(update={"amount": sign * _STEPS.get(amount, 1.0)})


def _check(edit: Edit, words: str, context: EditContext) -> None:
    if edit.parameter not in {row[0] for row in MENUS[context.kind]}:
        said = edit.words or words
        raise CannotEdit(
            _say(
                words,
                context,
                f"“{said}” asks for {edit.parameter}, which a {context.kind} does not have",
                f"“{said}”在这个设计里改不了",
            )
        )


def _not_understood(clause: Clause, words: str, context: EditContext) -> CannotEdit:
    said = clause.text.strip()
    if _matches("vague", clause.folded):
        return CannotEdit(
            _say(
                words,
                context,
                f"“{said}” can mean many things; say what to change",
                f"“{said}”可以有很多做法，请说得具体些",
            )
        )
    return CannotEdit(
        _say(words, context, f"“{said}” names no change I know", f"没看懂“{said}”要改什么")
    )


def _say(words: str, context: EditContext, english: str, chinese: str) -> str:
    if has_hanzi(words):
        return f"{chinese}。可以改：{menu_of(context.kind, is_chinese=True)}"
    return f"{english}. You can change: {menu_of(context.kind)}"


def _matches(key: str, folded: str) -> bool:
    return pattern(table()[key]).search(folded) is not None
