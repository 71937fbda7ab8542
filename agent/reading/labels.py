"""Labelled texts: lines and clauses of the form label: value."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from agent.brief import TextPlace
from agent.reading.colors import color_vocabulary
from agent.reading.vocabulary import Span, load_table

__all__ = ["Labelled", "find_labelled"]

_UNDECIDED: Final = re.compile(
    r"(待定|自拟|自由发挥|随意|无|没有|暂无|不限|你来定|由你定|你定|"
    r"tbd|tba|none|n/a|optional|any|up to you|you decide|your choice)[。.]?"
)
_LINE_LEAD: Final = re.compile(r"[^\w“”\"「『《‘'@¥￥$€£+#]*(?:\(?\d{1,2}[.)、．]\s*)?[【\[]?")
_BREAKS: Final = re.compile(r"[，,；;。\n]|\.(?=\s|$)|(?<=[a-z0-9])\s[-–—]\s")
_LONG_BREAKS: Final = re.compile(r"[；;。\n]|\.(?=\s|$)")
_SPLIT: Final = re.compile(r"\s+[/|]\s+|[｜|；;]|(?<=[\u4e00-\u9fff])/(?=[\u4e00-\u9fff])")
_SLASH: Final = re.compile(r"\s[/|]\s")
_HAN_SPACE: Final = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=[\u4e00-\u9fff])")
_CLAUSES: Final = frozenset({"headline", "subhead", "tagline", "any"})
_LOOSE: Final = frozenset({"headline", "subhead", "tagline", "cta"})
"""Labels that may stand without a colon: 标题是…, the headline reads …"""

_DATED: Final = re.compile(
    r"[，,](?=\s*(?:\d{1,2}\s?(?:月|日|号|点|[:：]\d{2})|\d{4}\s?[年./-]|(?:本|下)?周[一二三四五六日]|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|"
    r"aug|sep|oct|nov|dec)|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\s\d))"
)
"""A comma after which a date follows: the names of a list end there."""

_INSTRUCTION: Final = re.compile(
    r"风格|风$|风，|色|背景|字体|字号|放在|位于|居中|突出|画面|整体|排版|不要|需要|尺寸|海报|logo|"
    r"适合|简约|极简|高级|可爱|清新|科技|复古|现代|手绘|插画|温暖|文艺|比例|元素|氛围|国潮|竖版|横版|"
    r"[:：]|\b(?:style|colou?rs?|background|vibes?|minimal|font|layout|poster|mood|palette)\b"
)
"""A clause that directs the design and so ends the text before it."""

_THEMES: Final = frozenset({"主题", "theme", "活动", "展览", "event", "show", "exhibition"})
"""Labels that name a text only with a colon: 主题是春天 is a wish."""

_SPACED: Final = frozenset(
    {
        "标题",
        "主标题",
        "大标题",
        "副标题",
        "店名",
        "品牌名",
        "地点",
        "地址",
        "标语",
        "口号",
        "广告语",
    }
)
"""Labels after which a space does for a colon."""

_LISTED: Final = frozenset({"any", "body", "meta", "contact", "legal"})


@dataclass(frozen=True)
class Labelled:
    """A value and what its label calls it.

    Attributes:
        label: The label, folded.
        to: Where the text goes; empty when the value is an instruction, not a text.
        start: First character of the value.
        end: One past its last.
    """

    label: str
    to: TextPlace | None
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The span of the value."""
        return self.start, self.end


@dataclass(frozen=True)
class _Mark:
    label: str
    to: TextPlace | None
    start: int
    end: int
    opens_line: bool
    has_colon: bool


def find_labelled(folded: str) -> list[Labelled]:
    """Return every labelled value in reading order, lists split into their items."""
    marks = _marks(folded)
    found: list[Labelled] = []
    for index, mark in enumerate(marks):
        limit = marks[index + 1].start if index + 1 < len(marks) else len(folded)
        found.extend(_values(folded, mark, limit))
    return [item for item in found if not _UNDECIDED.fullmatch(folded[item.start : item.end])]


def _marks(folded: str) -> list[_Mark]:
    pattern, places = _pattern()
    line_starts = {match.end() for match in re.finditer(r"^", folded, re.MULTILINE)}
    openings = set()
    for start in line_starts:
        lead = _LINE_LEAD.match(folded, start)
        openings.add(lead.end() if lead else start)
    marks = []
    for match in pattern.finditer(folded):
        label = match["label"]
        to = places[re.sub(r"\s+", " ", label)]
        has_colon = match["colon"] is not None
        is_dash = has_colon and match["colon"].strip() in {"-", "–", "—"}
        if is_dash and match.start() not in openings:
            continue
        if not has_colon and label in _THEMES and (match["loose"] or "").strip() != "叫":
            continue
        if match["gap"] is not None and label not in _SPACED:
            continue
        if (
            not has_colon
            and match["gap"] is None
            and to not in _LOOSE
            and not (to == "place" and match["loose"])
        ):
            continue
        marks.append(_Mark(label, to, *match.span(), match.start() in openings, has_colon))
    return marks


_NUMBER = re.compile(r"\s*[+(]?\d[\d ()-]{5,18}\d(?!\d)")
"""A telephone number; a labelled contact ends with it."""


def _values(folded: str, mark: _Mark, limit: int) -> list[Labelled]:
    line_end = folded.find("\n", mark.end)
    line_end = len(folded) if line_end < 0 else line_end
    end = min(line_end, limit)
    if not folded[mark.end : end].strip() and mark.has_colon and limit > line_end:
        return _block(folded, mark, line_end + 1, limit)
    if not (mark.opens_line and mark.has_colon and end == line_end):
        breaks = _LONG_BREAKS if mark.to in {"body", "legal"} else _BREAKS
        if not folded.startswith(("“", '"', "「", "『", "‘", "'"), mark.end):
            end = _clause_end(folded, mark, end, breaks)
    elif mark.to in {"headline", "subhead", "tagline", "brand"}:
        stop = re.compile(r"。(?=\S)").search(folded, mark.end, end)
        end = stop.start() if stop else end
    if mark.to == "body":
        dated = _DATED.search(folded, mark.end, end)
        end = dated.start() if dated else end
    number = _NUMBER.match(folded, mark.end, end) if mark.to == "contact" else None
    end = number.end() if number else end
    slash = _SLASH.search(folded, mark.end, end) if mark.to not in _LISTED else None
    return _split(folded, mark, mark.end, slash.start() if slash else end)


def _clause_end(folded: str, mark: _Mark, end: int, breaks: re.Pattern[str]) -> int:
    """Return where the text ends; a second clause as short as the first belongs to it."""
    stop = breaks.search(folded, mark.end, end)
    if stop and stop.group() == "，" and mark.to in _CLAUSES:
        following = breaks.search(folded, stop.end(), end)
        second = folded[stop.end() : following.start() if following else end].strip()
        is_pair = (
            2 <= len(second) <= 9
            and not re.search(r"\d", second)
            and stop.start() - mark.end <= 9
        )
        is_wish = _INSTRUCTION.search(second) or color_vocabulary().find(second)
        if is_pair and not is_wish:
            stop = following
    limit = stop.start() if stop else end
    is_spaced = mark.to != "date" and mark.start > 0 and folded[mark.start - 1] in " \u3000"
    space = _HAN_SPACE.search(folded, mark.end, limit) if is_spaced else None
    return space.start() if space else limit


def _block(folded: str, mark: _Mark, start: int, limit: int) -> list[Labelled]:
    values: list[Labelled] = []
    for match in re.compile(r"[^\n]*").finditer(folded, start, limit):
        if match.start() == match.end():
            if match.start() > start and folded[match.start() - 1] == "\n":
                break
            continue
        if values and _INSTRUCTION.search(match.group()):
            break
        lead = _LINE_LEAD.match(folded, match.start())
        begin = lead.end() if lead and lead.end() < match.end() else match.start()
        values.extend(_split(folded, mark, begin, match.end()))
    return values


def _split(folded: str, mark: _Mark, start: int, end: int) -> list[Labelled]:
    pieces: list[Span] = []
    position = start
    if mark.to in _LISTED:
        for match in _SPLIT.finditer(folded, start, end):
            pieces.append((position, match.start()))
            position = match.end()
    pieces.append((position, end))
    found = []
    for piece in pieces:
        first, last = _stripped(folded, piece)
        if first < last:
            found.append(Labelled(mark.label, mark.to, first, last))
    return found


def _stripped(folded: str, span: Span) -> Span:
    start, end = span
    while start < end and folded[start] in " \t\u3000,，;；、】]":
        start += 1
    while end > start and folded[end - 1] in " \t\r\u3000,，;；、|/（(【[-–—•·*":
        end -= 1
    if end - start > 1 and folded[end - 1] == "。":
        end -= 1
    for joint in (" and", " with", "和", "并"):
        if folded[start:end].endswith(joint) and joint.startswith(" "):
            end -= len(joint)
    return start, end


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, TextPlace | None]]:
    places: dict[str, TextPlace | None] = {}
    for row in load_table("labels"):
        for word in row["words"]:
            places[word] = row["to"] or None
    ordered = sorted(places, key=lambda word: (-len(word), word))
    words = "|".join(
        re.escape(word).replace(r"\ ", r"\s+")
        if not word[0].isascii()
        else rf"(?<![a-z0-9@./]){re.escape(word)}".replace(r"\ ", r"\s+")
        for word in ordered
    )
    pattern = re.compile(
        rf"(?P<label>{words})(?:[（(][^）)\n]{{1,16}}[）)])?[】\]]?\**"
        r"(?:(?P<colon>\s*(?:[:：]|\s=\s|(?<=】)\s*|\s[-–—]\s(?=\S)))"
        r"|(?P<loose>(?:要|就)?(?:是|为|叫|写着?|用|在)[ \u3000]?(?=\S)"
        r"|(?P<gap>[ \u3000]+)(?=[\u4e00-\u9fffA-Z0-9a-z])"
        r"|\s+(?:is|reads|should be|should read|should say|says|reading)\s+))[ \t]*"
    )
    return pattern, places
