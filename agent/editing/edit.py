"""Edit: one change to a finished design, typed; and what each kind of design lets change."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from agent.errors import AgentError
from compositor.document.frozen import Frozen

__all__ = ["MENUS", "CannotEdit", "Edit", "How", "Kind", "Parameter", "menu_of"]

Kind = Literal["logo", "poster"]

Parameter = Literal[
    "roundness",
    "weight",
    "detail",
    "color",
    "lightness",
    "vividness",
    "warmth",
    "mono",
    "arrangement",
    "spacing",
    "tracking",
    "size",
    "tagline",
    "text",
    "swap",
    "font",
    "concept",
    "drawing",
    "mirror",
    "shift_x",
    "shift_y",
    "zoom",
    "remove",
    "again",
    "history",
]

How = Literal["more", "times", "set"]
"""more: by a number of steps, down when negative; times: by a factor; set: to a value."""


class CannotEdit(AgentError):
    """Raised when words name no change that can be made; the message says what can."""


class Edit(Frozen):
    """One change.

    `target` is the part it is made to: mark, name, logo, tagline, ground, accent, picture,
    headline, or a text or layer of the document by its slot or id.
    """

    target: str = "mark"
    parameter: Parameter
    how: How = "more"
    amount: Annotated[float, Field(ge=-1000, le=1000)] = 0.0
    """Steps for more, the factor for times, the number for set."""
    value: Annotated[str, Field(max_length=400)] = ""
    """What it is set to, where that is not a number: a hex color, an arrangement, a text."""
    source: Annotated[str, Field(max_length=400)] = ""
    """The text or name in the design that a swap or removal is about."""
    words: Annotated[str, Field(max_length=400)] = ""
    """The words it was read from."""


MENUS: dict[Kind, tuple[tuple[Parameter, str, str], ...]] = {
    "logo": (
        ("roundness", "rounder or sharper corners", "圆润一点／硬朗一点"),
        ("weight", "thinner or bolder lines", "线条细一些／粗一些"),
        ("detail", "simpler or richer", "简单一点／丰富一点"),
        ("color", "a color: blue, #0A84FF, background cream", "改成蓝色／背景米白"),
        ("lightness", "colors darker or lighter", "颜色深一点／浅一点"),
        ("vividness", "colors more vivid or more muted", "颜色鲜艳一点／素一点"),
        ("warmth", "colors warmer or cooler", "颜色暖一点／冷一点"),
        ("mono", "black and white", "纯黑白"),
        ("arrangement", "text right, left, below, above; mark only", "文字放右边／放下面"),
        ("spacing", "mark and text closer or farther apart", "图文间距大一点"),
        ("tracking", "letter spacing", "字距大一点"),
        ("size", "logo or text bigger or smaller", "文字大一点／标志小一点"),
        ("tagline", "tagline on or off", "去掉标语／加上标语"),
        ("text", 'the name: change the name to "Lumo"', "把名字改成“鹿鸣”"),
        ("swap", 'one text for another: replace "A" with "B"', "把“甲”改成“乙”"),
        ("font", "a font: serif, sans, handwritten, rounded …", "换成宋体／手写体"),
        ("concept", "another concept: use the second one", "用第二个"),
        ("drawing", "the same idea drawn another way", "换个画法"),
        ("again", "the last change once more", "再来一点"),
        ("history", "undo, redo", "撤销／重做"),
    ),
    "poster": (
        ("size", "headline bigger or smaller", "标题大一点／小一点"),
        ("color", "a color: blue, #0A84FF, background cream", "改成蓝色／背景米白"),
        ("lightness", "colors darker or lighter", "颜色深一点／浅一点"),
        ("vividness", "colors more vivid or more muted", "颜色鲜艳一点／素一点"),
        ("warmth", "colors warmer or cooler", "颜色暖一点／冷一点"),
        ("mono", "black and white", "纯黑白"),
        ("mirror", "mirrored", "左右对调"),
        ("shift_x", "picture left or right", "图往左一点"),
        ("shift_y", "picture up or down", "图往上一点"),
        ("zoom", "picture closer or wider", "图放大一点"),
        ("text", 'a text: change the headline to "…"', "把标题改成“…”"),
        ("swap", 'one text for another: replace "A" with "B"', "把“甲”改成“乙”"),
        ("remove", "take a layer away: remove the call to action", "去掉按钮"),
        ("again", "the last change once more", "再来一点"),
        ("history", "undo, redo", "撤销／重做"),
    ),
}


def menu_of(kind: Kind, *, is_chinese: bool = False) -> str:
    """Return what can be changed in such a design, as one line."""
    return (
        "；".join(row[2] for row in MENUS[kind])
        if is_chinese
        else "; ".join(row[1] for row in MENUS[kind])
    )
