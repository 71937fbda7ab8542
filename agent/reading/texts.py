"""Texts that must appear, told apart by the words around them: brand, slogan, on a product."""

import re
from dataclasses import dataclass, replace
from typing import Final

from agent.brief import TextPlace
from agent.reading.labels import Labelled, find_labelled
from agent.reading.quotes import Quoted, find_quoted
from agent.reading.vocabulary import Span, overlaps

__all__ = ["PlacedText", "TextReading", "read_texts"]

_PRODUCT: Final = (
    r"(?:袋子?|瓶身?|盒子?|罐子?|杯子?|杯身|包装|标签|桶|箱子?|衣服|t恤|帽子|招牌|门头|灯牌|纸袋|"
    r"瓶子|车身|屏幕|旗子?|横幅|易拉罐|封口|吊牌|胸口|气球|蛋糕|牌子|袋)"
)
_EN_PRODUCT: Final = (
    r"(?:bag|bottle|box|can|jar|cup|mug|label|pack|package|packaging|packet|tin|pouch|sign|"
    r"signboard|shirt|t-shirt|cap|screen|storefront|carton|tube|sleeve|wrapper|cake|banner|van)"
)
_WRITTEN: Final = (
    r"(?:写有?着?|印有?着?|标着|贴着|刻着|绣着|显示|带有?|有)(?:文字|字样|品牌|字)?"
)
_BEFORE: Final[tuple[tuple[TextPlace | None, re.Pattern[str]], ...]] = (
    (
        None,
        re.compile(
            r"(?:不要|不能|不得|避免|禁止|别|勿|don't|do not|without|avoid|never|no|not)(?:出现|写|用|使用|有|use|write|include|say|the words?|the text|\s)*$"
        ),
    ),
    (
        None,
        re.compile(
            r"(?:类似|好像|像|参考|借鉴|模仿|仿照|灵感来自|inspired by|similar to|like|reminiscent of|in the style of|think)(?:\s|the|于)*$"
        ),
    ),
    (
        "on_product",
        re.compile(
            rf"{_PRODUCT}(?:的)?(?:正面|上面|上|中央|中间|表面|侧面)?(?:，|,)?{_WRITTEN}?[:：]?\s*$"
        ),
    ),
    (
        "on_product",
        re.compile(
            rf"\b{_EN_PRODUCT}s?\b[^,.;\n]{{0,24}}?\b(?:says?|saying|reads?|reading|written|printed|labell?ed|marked|with|word|text|named)\b[^,.;\n]{{0,12}}$"
        ),
    ),
    (
        "subhead",
        re.compile(
            r"(?:副标题?|小标题|副文案|第二行|下面|下方|subtitle|subhead(?:ing|line)?|sub-headline|below(?: it)?|underneath|second line|smaller text|small text)[^\n。；;]{0,8}$"
        ),
    ),
    (
        "tagline",
        re.compile(
            r"(?:标语|口号|广告语|宣传语|slogan|tagline|strapline|motto)[^\n。；;]{0,8}$"
        ),
    ),
    ("cta", re.compile(r"(?:按钮|行动号召|cta|button|call to action)[^\n。；;]{0,8}$")),
    (
        "legal",
        re.compile(
            r"(?:小字|免责|底部注明|注明|fine print|disclaimer|footnote)[^\n。；;]{0,8}$"
        ),
    ),
    (
        "brand",
        re.compile(
            r"(?:名为|名叫|叫做|叫作|叫|取名|命名为|名字(?:是|叫|为)?|品牌(?:名称|名)?(?:是|叫|为)?|店名(?:是|叫|为)?|公司(?:名称|名)?(?:是|叫|为)?|named|called|name is|brand(?: name)?(?: is)?|company(?: name)?(?: is)?|wordmark|logotype|client is)\s*[:：]?\s*(?:the )?$"
        ),
    ),
    (
        "headline",
        re.compile(
            r"(?:主标题|大标题|标题|大字|主题|主文案|headline|title|heading|entitled|titled|event|theme|展览|画展|特展|音乐节|新书|话剧|电影|演唱会|音乐剧|书名|剧名|片名|活动|讲座)[^\n。；;,，]{0,8}$"
        ),
    ),
    (
        "any",
        re.compile(
            r"(?:文案|文字|写着|写上|写|印着|印上|字样|内容|say(?:s|ing)?|read(?:s|ing)?|text|words?|copy|phrase|message|包含|包括|加上|出现|标注|and|with|、|和|与|及|以及|,|，|/)\s*[:：]?\s*(?:the )?$"
        ),
    ),
)
_AFTER: Final[tuple[tuple[TextPlace | None, re.Pattern[str]], ...]] = (
    (
        None,
        re.compile(
            r"\s?(?:风格|风|式|的感觉|的风格|那样|这样的|一样|那种|[- ]?(?:style|inspired|like|vibes?|feel|aesthetic|mood))"
        ),
    ),
    (
        "on_product",
        re.compile(
            r"\s?(?:written |printed )?on the (?:bag|bottle|box|can|jar|cup|mug|label|pack|sign|packag|shirt|tin)"
        ),
    ),
    (
        "brand",
        re.compile(
            r"(?:这个|这家)?(?:品牌|牌|公司|集团|咖啡|茶|工作室|书店|餐厅|民宿|酒店|科技|旗舰店|面馆|花店|甜品|烘焙|面包)|\s?(?:brand|logo|logotype|wordmark|identity|bakery|caf[eé]|coffee|studio|company|restaurant|startup|app)\b|\s?(?:的)?(?:logo|标志|标识|商标|品牌包|vi)"
        ),
    ),
    (
        "headline",
        re.compile(
            r"(?:主题|为主题|为题|为标题|海报|展|音乐会|活动|大字|party|festival|exhibition|event|poster|as (?:the )?(?:headline|title))|\s(?:as (?:the )?(?:headline|title)|in (?:big|large|huge)|poster|exhibition|festival)"
        ),
    ),
    (
        "tagline",
        re.compile(
            r"(?:\s?as (?:the )?(?:slogan|tagline))|为(?:口号|标语|广告语|slogan)|作为(?:口号|标语|广告语|slogan)"
        ),
    ),
)
_TITLE_BEFORE: Final = re.compile(
    r"(?:标题|书名|剧名|片名|展览|画展|特展|主题|新书|小说|话剧|电影|音乐剧|舞剧|诗集|专辑|纪录片|海报|讲座|"
    r"演唱会|封面|绘本|杂志|游戏|名为|叫|title|titled|book|film|play|album|novel)[^\n。；;,，]{0,6}$"
)
_TITLE_AFTER: Final = re.compile(
    r"(?:的)?(?:海报|展|书|封面|演出|新书|首映|放映|话剧|电影|专辑|音乐会|巡演|发布|签售|分享|宣传|游戏|主视觉)"
)
_UNQUOTED: Final[tuple[tuple[TextPlace, re.Pattern[str]], ...]] = (
    (
        "on_product",
        re.compile(
            rf"{_PRODUCT}(?:的)?(?:正面|上面|上)?{_WRITTEN}\s*(?P<value>[A-Za-z0-9][\w&'’.+-]*(?: [A-Z][\w&'’.+-]*)*)",
            re.I,
        ),
    ),
    (
        "on_product",
        re.compile(
            rf"{_PRODUCT}(?:的)?(?:正面|上面|上)?(?:写有?着?|印有?着?|刻着|标着)(?:文字|字样)?\s*(?P<value>[\u4e00-\u9fff]{{2,12}}?)(?:的?字样|的|[，。；、,.;\s]|$)"
        ),
    ),
    (
        "on_product",
        re.compile(
            rf"\b{_EN_PRODUCT}s?\b (?:that |which )?(?:says|reads|saying|reading|labell?ed|marked)\s+(?P<value>[A-Z0-9][\w&'’.+-]*(?: [A-Z0-9&][\w&'’.+-]*)*)"
        ),
    ),
    (
        "any",
        re.compile(
            r"(?:写着|写上|印着|印上|文字[为是]|文案[为是])\s*(?P<value>[^\s“”\"「『《‘'，。；、,.;:：][^“”\"「『，。；,;\n]{0,40}?)(?:的?字样|这几个字|几个大?字|[，。；,;\n]|$)"
        ),
    ),
    (
        "any",
        re.compile(
            r"\b(?:saying|that says|which says|that reads|with the (?:text|words?|phrase|message)|text(?: should)? (?:read|say)s?)\s*:?\s+(?P<value>[^\s“”\"「'‘:][^“”\",.;\n]{0,60}?)(?=\s+(?:in (?:big|large|bold|a|white|black|red)|on (?:the|a)|with (?:a|an)|and (?:a|an|the)|at the|using)\b|[,.;\n!]|$)"
        ),
    ),
    (
        "any",
        re.compile(
            r"\b(?:words?|text|phrase)\s+(?P<value>[A-Z][A-Z0-9&'’!]+(?: [A-Z0-9&'’!]+)*)\b"
        ),
    ),
)


@dataclass(frozen=True)
class PlacedText:
    """A text of the brief and where it goes."""

    text: str
    where: TextPlace
    span: Span


@dataclass(frozen=True)
class TextReading:
    """What the brief says word for word.

    Attributes:
        placed: Texts to set, in reading order.
        refused: Quoted texts that must not appear.
        references: Spans quoted as a style or a likeness, not to be set.
        instructions: Labelled values that direct the design, by label.
    """

    placed: tuple[PlacedText, ...]
    refused: tuple[str, ...]
    references: tuple[Span, ...]
    instructions: tuple[tuple[str, str], ...]


def read_texts(text: str, folded: str) -> TextReading:
    """Return the quoted, labelled and announced texts of a brief."""
    quoted = find_quoted(text)
    labelled = find_labelled(folded)
    placed: list[PlacedText] = []
    refused: list[str] = []
    references: list[Span] = []
    for item in quoted:
        where, is_refused = _place(folded, item, labelled, placed)
        if where is not None:
            placed.append(PlacedText(item.text, where, (item.start, item.end)))
        elif is_refused:
            refused.append(item.text)
            references.append(item.outer)
        else:
            references.append(item.outer)
    outers = [item.outer for item in quoted]
    for value in labelled:
        if value.to is None or overlaps(value.span, outers):
            continue
        placed.append(PlacedText(text[value.start : value.end], _finer(value), value.span))
    taken = [*outers, *(item.span for item in labelled)]
    for where, pattern in _UNQUOTED:
        for match in pattern.finditer(text):
            span = _stripped(text, match.span("value"))
            if (
                span[0] < span[1]
                and not overlaps(span, taken)
                and not _denied(folded, match.start())
            ):
                taken.append(span)
                placed.append(PlacedText(text[span[0] : span[1]], where, span))
    instructions = tuple(
        (item.label, text[item.start : item.end]) for item in labelled if item.to is None
    )
    ordered = sorted(placed, key=lambda item: item.span)
    return TextReading(tuple(_led(ordered)), tuple(refused), tuple(references), instructions)


def _place(
    folded: str, item: Quoted, labelled: list[Labelled], placed: list[PlacedText]
) -> tuple[TextPlace | None, bool]:
    """Return where a quotation goes; None and whether it is refused, or else a reference."""
    before = re.split(r"[。；;\n！!]", folded[max(0, item.start - 41) : item.start - 1])[-1]
    after = folded[item.end + 1 : item.end + 20]
    if item.mark in "《【" and not _is_title(before, after, item):
        return None, False
    for where, pattern in _AFTER:
        if where is None and pattern.match(after):
            return None, False
    for where, pattern in _BEFORE[:2]:
        if pattern.search(before):
            return where, pattern is _BEFORE[0][1]
    holder = next((value for value in labelled if overlaps(item.outer, (value.span,))), None)
    if holder is not None and holder.to is not None:
        return _finer(holder), False
    joined = re.fullmatch(
        r"[”\"」』’'》]?\s*(?:和|与|、|及|以及|,|，|/|and|&|\+)?\s*", _gap(folded, item, placed)
    )
    if joined and placed and not _AFTER[2][1].match(after):
        previous = placed[-1].where
        return ("any" if previous in {"headline", "brand"} else previous), False
    for where, pattern in _BEFORE[2:-1]:
        if pattern.search(before):
            return where, False
    for where, pattern in _AFTER[1:]:
        if pattern.match(after):
            return where, False
    return ("headline" if item.mark == "《" else "any"), False


def _gap(folded: str, item: Quoted, placed: list[PlacedText]) -> str:
    if not placed or placed[-1].span[1] > item.start:
        return "none"
    return folded[placed[-1].span[1] : item.start - 1]


def _is_title(before: str, after: str, item: Quoted) -> bool:
    if item.mark == "【":
        return True
    return bool(_TITLE_BEFORE.search(before) or _TITLE_AFTER.match(after))


def _finer(value: Labelled) -> TextPlace:
    label_time = {"营业时间", "opening hours", "hours", "time", "doors"}
    if value.to == "date" and value.label in label_time:
        return "time"
    return value.to or "any"


def _denied(folded: str, start: int) -> bool:
    return bool(
        re.search(
            r"(?:不要|不能|别|don't|do not|never|no)\s*\S{0,4}$",
            folded[max(0, start - 10) : start],
        )
    )


def _stripped(text: str, span: Span) -> Span:
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in "，。、,.;；的"):
        end -= 1
    return start, end


def _led(ordered: list[PlacedText]) -> list[PlacedText]:
    """Let the first short unplaced text lead when the brief names no headline."""
    if any(item.where == "headline" for item in ordered):
        return ordered
    for index, item in enumerate(ordered):
        if item.where == "any" and len(item.text) <= 40:
            return [*ordered[:index], replace(item, where="headline"), *ordered[index + 1 :]]
    return ordered
