"""Facts: dates, times, places, prices, discounts and contacts, exactly as written."""

import re
from typing import Final

from agent.brief import Fact, FactKind
from agent.reading.vocabulary import Span, overlaps

__all__ = ["SpannedFact", "find_facts"]

SpannedFact = tuple[Fact, Span]

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?\.?"
_ZH_DAY = r"\d{1,2}\s?月\s?\d{1,2}\s?[日号]?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s?(?:[-–—~至到～]|to)\s?"
_CLOCK = r"\d{1,2}(?:[:：.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}[:：]\d{2}"
_ZH_CLOCK = r"(?:\d{1,2}[:：]\d{2}|\d{1,2}\s?[点时](?:半|\d{1,2}分?|整)?)"
_ZH_PART = r"(?:凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里)"
_MONEY = r"(?:rmb|cny|usd|hk\$|us\$|nt\$|[¥￥$€£])\s?\d[\d,]*(?:\.\d{1,2})?"

_PATTERNS: Final[tuple[tuple[FactKind, str], ...]] = (
    ("url", r"https?://[^\s，。；、）)”\"]+|(?<![@\w])www\.[\w.-]+[\w/]"),
    ("email", r"[a-z0-9][\w.+-]*@[\w-]+(?:\.[\w-]+)+"),
    (
        "url",
        r"(?<![@\w.])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\."
        r"(?:com|cn|net|org|io|co|art|shop|app|design|studio|cafe|live|ai|edu|uk|me)"
        r"(?:/[\w./#?=-]*)?(?![\w@])",
    ),
    (
        "date",
        rf"(?:\d{{4}}\s?年\s?)?{_ZH_DAY}(?:{_TO}(?:(?:\d{{4}}\s?年\s?)?{_ZH_DAY}|"
        r"\d{1,2}\s?[日号]))?",
    ),
    (
        "date",
        rf"\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}(?:{_TO}(?:\d{{4}}[./-])?\d{{1,2}}[./-]\d{{1,2}})?",
    ),
    ("date", r"\d{4}\s?年\s?\d{1,2}\s?月"),
    (
        "date",
        rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?!\d|:|\s?[ap]m)"
        rf"(?:{_TO}(?:{_MONTH}\s+)?{_DAY}(?![:\d]|\s?[ap]m))?(?:,?\s+\d{{4}})?",
    ),
    (
        "date",
        rf"(?:{_WEEKDAY},?\s+)?{_DAY}(?:{_TO}{_DAY})?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?",
    ),
    ("date", rf"(?<![\d.])\d{{1,2}}[./]\d{{1,2}}{_TO}\d{{1,2}}[./]\d{{1,2}}(?![\d.折%])"),
    (
        "date",
        r"(?:每|本|下)?(?:周|星期|礼拜)[一二三四五六日天末](?:[至到\-–~、和](?:周|星期)?[一二三四五六日天])?",
    ),
    ("date", rf"(?:every\s+)?(?:{_WEEKDAY})(?:\s?(?:[-–—&]|to|and)\s?{_WEEKDAY})?"),
    ("time", rf"(?:{_ZH_PART}\s?)?{_ZH_CLOCK}(?:{_TO}(?:次日)?(?:{_ZH_PART}\s?)?{_ZH_CLOCK})?"),
    (
        "time",
        rf"(?:\d{{1,2}}(?:[:：.]\d{{2}})?\s?[-–—]\s?)?(?:{_CLOCK})(?:{_TO}(?:{_CLOCK}|late))?",
    ),
    ("phone", r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"),
    (
        "phone",
        r"(?<!\d)(?:400|800)[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)|(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)",
    ),
    (
        "phone",
        r"\+\d{1,3}[- ]\d[\d -]{6,14}\d|\(\d{3}\)\s?\d{3}-\d{4}|(?<!\d)\d{3}-\d{3}-\d{4}(?!\d)",
    ),
    ("handle", r"(?<![\w.])@[a-z0-9_][\w.]*\w"),
    ("discount", r"满\s?\d+(?:元)?\s?(?:减|送|立减|赠)\s?\d*(?:元)?"),
    ("discount", r"(?:低至|全场|低到)?\s?\d(?:\.\d)?\s?折(?:起|优惠)?(?!叠|扣|页)"),
    (
        "discount",
        r"第[二2两三3](?:杯|件|份|个|瓶|盒)(?:半价|\d折|免费|0元)|买[一二三1-9两]送[一二三1-9两]",
    ),
    ("discount", r"(?:up\s+to\s+)?\d{1,2}\s?%\s+(?:off|discount)|\d{1,2}%off"),
    (
        "discount",
        r"buy\s+(?:one|two|1|2)[, ]\s?get\s+(?:one|1)(?:\s+(?:free|half price))?|bogo|2\s?for\s?1|half[- ]price",
    ),
    ("discount", r"立减\s?\d+\s?元?|减\s?\d+\s?元|全场半价|(?:first|save)\s+[$€£]\d+"),
    ("price", r"\d+(?:\s?[/／、]\s?\d+)+\s?元"),
    (
        "price",
        rf"{_MONEY}(?:\s?[-–—~]\s?(?:[¥￥$€£])?\d[\d,]*)?"
        r"(?:\s?(?:元|起|/\s?[\w\u4e00-\u9fff]{1,4}|per\s+\w+|each))?",
    ),
    (
        "price",
        r"\d[\d,]*(?:\.\d{1,2})?\s?(?:元|块钱|万元)(?:起|/[\w\u4e00-\u9fff]{1,3})?|\d+\s?(?:usd|rmb|dollars|euros|yuan)\b",
    ),
    ("price", r"免费入场|免费参加|免费入园|免票|free\s+(?:entry|admission)|admission\s+free"),
    ("quantity", r"\d+(?:\.\d+)?\s?(?:ml|毫升|升|kg|千克|公斤|克|g|oz|mah|km|公里)(?![a-z])"),
)
_COMPILED: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)

_NOT_CONTENT_BEFORE: Final = re.compile(
    r"(预算|报价|稿费|交稿|交付|交稿时间|最晚|deadline|budget|deliver(?:y|ed)?\s+by|"
    r"need\s+(?:it|this)\s+by|due)[^\n。；;,，]{0,8}$"
)
_NOT_CONTENT_AFTER: Final = re.compile(
    r"^\s?(?:之?前(?:给|要|交|完成|出|拿|提交)|需要(?:拿到|交付)|的?预算|budget)"
)
_PLACES: Final = (
    re.compile(
        r"(?:在|于)\s?([^\s，。；、,.;:：“”「」]{2,24}?)"
        r"(?=(?:盛大)?(?:举办|举行|开幕|开业|上演|开演|开讲|集合|见面|启幕|开唱|开跑|开展|登场))"
    ),
)
_EN_PLACE: Final = re.compile(
    r"\b(?:[Aa]t|[Ii]n)\s+(?:the\s+|The\s+)?((?:[A-Z0-9][\w'’&-]*)"
    r"(?:\s+(?:of\s+|the\s+|and\s+|&\s+|de\s+|la\s+)?[A-Z0-9][\w'’&-]*)*"
    r"(?:,\s[A-Z0-9][\w'’&-]*(?:\s+[A-Z][\w'’&-]*)*)*)"
)
_NO_PLACE: Final = re.compile(
    rf"(?:the\s+)?(?:{_MONTH}|{_WEEKDAY}|\d+(?:am|pm)?|english|chinese|mandarin|y2k|"
    r"a[0-6]|art deco|swiss|bauhaus|japanese|spring|summer|autumn|winter|fall|cmyk|rgb|png|svg|pdf"
    r")\b"
)


def find_facts(text: str, folded: str, skip: tuple[Span, ...] = ()) -> list[SpannedFact]:
    """Return the facts in reading order; of two that overlap, the first pattern's."""
    taken: list[Span] = list(skip)
    found: list[SpannedFact] = []
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(folded):
            span = _trimmed(text, match.span())
            if overlaps(span, taken) or _is_talk(folded, span) or _splits_word(folded, span):
                continue
            taken.append(span)
            found.append((Fact(kind=kind, text=text[span[0] : span[1]]), span))
    for fact, span in _places(text, folded):
        if not overlaps(span, taken):
            taken.append(span)
            found.append((fact, span))
    return sorted(found, key=lambda item: item[1])


def _places(text: str, folded: str) -> list[SpannedFact]:
    spans = [match.span(1) for pattern in _PLACES for match in pattern.finditer(folded)]
    spans += [
        match.span(1)
        for match in _EN_PLACE.finditer(text)
        if not _NO_PLACE.match(folded, match.start(1))
    ]
    return [(Fact(kind="place", text=text[start:end]), (start, end)) for start, end in spans]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.&"):
        end -= 1
    return start, end


def _is_talk(folded: str, span: Span) -> bool:
    """Whether the words around say it is about the job, not for the page."""
    return bool(
        _NOT_CONTENT_BEFORE.search(folded, max(0, span[0] - 24), span[0])
        or _NOT_CONTENT_AFTER.search(folded[span[1] : span[1] + 8])
    )


def _splits_word(folded: str, span: Span) -> bool:
    before = folded[span[0] - 1] if span[0] else ""
    after = folded[span[1]] if span[1] < len(folded) else ""
    first, last = folded[span[0]], folded[span[1] - 1]
    return (
        (first.isascii() and first.isalpha() and before.isascii() and before.isalpha())
        or (last.isascii() and last.isalpha() and after.isascii() and after.isalpha())
        or (first.isdigit() and before.isdigit())
    )
