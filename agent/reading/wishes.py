"""What the client wishes without naming it: moods, occasion, audience, refusals, variants."""

import re
from functools import cache
from typing import Final

from agent.brief import Language
from agent.reading.admission import han_count, is_han, latin_count
from agent.reading.vocabulary import Span, Vocabulary, load_table

__all__ = [
    "audience_of",
    "languages_of",
    "moods_of",
    "occasion_of",
    "refusals_of",
    "variants_of",
]

_REFUSALS: Final = (
    re.compile(
        r"(?:请?不要|不能有?|不可以?有?|避免(?:使用|出现)?|请勿|切勿|别用|别有|别太|禁止|不用|不希望有?|不想要|拒绝|没有(?=文字|人物|人|字|边框|渐变|背景|阴影|logo))"
        r"(?:出现|使用|任何|有|太多|过于|太)*\s?(?P<what>[^，。；！、,.;\n]{1,30}(?:(?:、|和|或|及)[^，。；！、,.;\n]{1,12})*)"
    ),
    re.compile(
        r"\b(?:no|without|avoid|don't (?:use|include|want|add|show)|do not (?:use|include|add|show)|"
        r"please avoid|stay away from|nothing|not too|never use)\s+(?:any\s+)?"
        r"(?P<what>[^,.;\n，。；!]{2,60}?(?:,? (?:and|or) [^,.;\n，。；!]{2,30})?)(?=[,.;\n，。；!)]|$| but | just )"
    ),
)
_NO_REFUSAL: Final = re.compile(
    r"(?:brand|name|text given|logo yet|later than|need|preference|idea|problem|more than|less than|"
    r"fixed|deadline|particular|specific|required|rush|doubt|matter|one|其他要求|限制|特别|大于|小于|超过|低于|晚于)"
)
_AUDIENCE: Final = (
    re.compile(
        r"(?:面向|针对|受众(?:是|为|[:：])|目标(?:人群|客户|用户|受众|客群)(?:是|为|[:：])?|客群(?:是|为|[:：]))\s*(?P<who>[^，。；、,.;\n]{2,24})"
    ),
    re.compile(r"给(?P<who>[^，。；,.;\n]{1,12}?)(?:看的|用的|喝的|吃的|穿的)"),
    re.compile(
        r"\b(?:target audience|audience|aimed at|targeting|targeted at|target(?:ing)? customers?|target)\s*(?:is|are|[:：])?\s+(?P<who>[^,.;\n，。；]{3,60})"
    ),
    re.compile(
        r"\bfor (?P<who>(?:(?:young|busy|urban|older|small|first-time|working|new|health-conscious|design-minded|curious|adult)[\s-]+)*"
        r"(?:kids|children|teens|teenagers|students|parents|moms|mums|families|women|men|professionals|adults|seniors|"
        r"couples|gamers|runners|cyclists|developers|designers|engineers|travell?ers|commuters|beginners|freelancers|pet owners|dog owners|"
        r"cat owners|coffee lovers|startups|teams)(?: (?:aged|between|in their) [^,.;\n]{2,20})?)"
    ),
)
_MAKER_NUMBERS: Final = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "八": 8,
    "十": 10,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
_VARIANTS: Final = (
    re.compile(
        r"(?:出|做|给|要|来|提供|设计)?\s?(?P<n>\d{1,2}|[一二两三四五六八十])\s?(?:个|款|套|种|版)(?:不同的?|备选的?|可选的?)?(?:方案|备选|选择|版本|变体|方向|提案)"
    ),
    re.compile(
        r"\b(?P<n>\d{1,2}|one|two|three|four|five|six)\s+(?:different\s+|alternative\s+|design\s+|logo\s+|poster\s+)*(?:options|variants|variations|versions|alternatives|concepts|directions|proposals)\b"
    ),
)
_BOTH: Final = re.compile(
    r"双语|中英(?:文|双|对照|结合|都)|中文和英文|英文和中文|bilingual|chinese and english|english and chinese|both languages|two languages"
)
_WANTS_EN: Final = re.compile(
    r"(?:文案|文字|海报|版面|语言|画面文字|标题|全部)?(?:要|请|只|均|都|统一|使用|用|写成|为|[:：])+英文(?!名|字体|和|品牌)|英文(?:版|文案|海报|标题)|language\s*[:：]\s*(?:en|english)|\b(?:text|copy|wording|everything|poster) in english\b|全英文|纯英文|\bin english\b"
)
_WANTS_ZH: Final = re.compile(
    r"(?:文案|文字|语言)?(?:要|请|只|均|都|统一|使用|用|写成|为|[:：])+中文(?!名|字体|和)|中文(?:版|文案|海报|标题)|\b(?:text|copy|wording|headline|poster|all) (?:should be )?in (?:simplified )?(?:chinese|mandarin)\b|chinese (?:text|copy|headline|characters|version)|language\s*[:：]\s*(?:zh|chinese)|\bin (?:simplified )?chinese\b"
)


def moods_of(folded: str, skip: tuple[Span, ...]) -> tuple[str, ...]:
    """Return mood ids in reading order."""
    hits = _moods().find(folded, skip)
    return tuple(dict.fromkeys(hit.id for hit in hits if not _denied(folded, hit.start)))


def occasion_of(folded: str) -> str:
    """Return the occasion the brief is about, or an empty text."""
    order = list(load_table("occasions"))
    hits = _occasions().find(folded)
    if not hits:
        return ""
    counts = {name: sum(hit.id == name for hit in hits) for name in order}
    first = {name: min((h.start for h in hits if h.id == name), default=0) for name in order}
    return min(order, key=lambda name: (-counts[name], first[name]))


def audience_of(text: str, folded: str) -> str:
    """Return who it is for, in the brief's words."""
    for pattern in _AUDIENCE:
        match = pattern.search(folded)
        if match:
            return text[slice(*match.span("who"))].strip()
    return ""


def refusals_of(text: str, folded: str) -> tuple[tuple[str, Span], ...]:
    """Return what must not be there, in the brief's words, each with its span."""
    found = []
    for pattern in _REFUSALS:
        for match in pattern.finditer(folded):
            what = text[slice(*match.span("what"))].strip()
            if what and not _NO_REFUSAL.match(folded, match.start("what")):
                found.append((what, match.span()))
    found.sort(key=lambda item: item[1])
    return tuple({what: (what, span) for what, span in found}.values())


def variants_of(folded: str) -> int:
    """Return how many variants are asked for, 1 to 12."""
    for pattern in _VARIANTS:
        match = pattern.search(folded)
        if match:
            written = match["n"]
            number = int(written) if written.isdigit() else _MAKER_NUMBERS[written]
            return min(12, max(1, number))
    return 1


def languages_of(text: str, folded: str, required: tuple[str, ...]) -> tuple[Language, ...]:
    """Return the languages of the copy: those asked for, else those of the brief."""
    leading: Language = "zh-Hans" if _reads_chinese(text) else "en"
    other: Language = "en" if leading == "zh-Hans" else "zh-Hans"
    if _BOTH.search(folded):
        return leading, other
    wants_en, wants_zh = bool(_WANTS_EN.search(folded)), bool(_WANTS_ZH.search(folded))
    if wants_en != wants_zh:
        return ("en",) if wants_en else ("zh-Hans",)
    if leading == "en" and any(any(map(is_han, line)) for line in required):
        return (
            ("en", "zh-Hans")
            if any(latin_count(line) > 12 for line in required)
            else ("zh-Hans",)
        )
    return (leading,)


def _reads_chinese(text: str) -> bool:
    words = len(re.findall(r"[A-Za-z]{2,}", text))
    return han_count(text) * 1.0 >= words


def _denied(folded: str, start: int) -> bool:
    return bool(
        re.search(
            r"(?:不要|不能|别|不|勿|no|not|without|avoid|nothing)(?:太|过于|过分|要|too|very|\s)*$",
            folded[max(0, start - 12) : start],
        )
    )


@cache
def _moods() -> Vocabulary:
    return Vocabulary(load_table("moods"))


@cache
def _occasions() -> Vocabulary:
    return Vocabulary(load_table("occasions"))
