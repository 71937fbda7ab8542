"""What a clause does: direct the design, ask for the work, show a thing, or say something."""

import re
from functools import cache
from typing import Final

from agent.reading.admission import fold, han_count
from agent.reading.colors import color_vocabulary
from agent.reading.manners import sets_manner
from agent.reading.nouns import find_nouns
from agent.reading.shops import is_own_name
from agent.reading.vocabulary import Vocabulary, load_table
from agent.reading.wishes import wished

__all__ = [
    "asks",
    "credits_someone",
    "directs",
    "is_courtesy",
    "is_detail",
    "is_label",
    "is_short_remark",
    "is_venue",
    "shows_only",
    "signs",
]

_SHORT_HAN: Final = 4
_SHORT_WORDS: Final = 2
_WISHED_HAN: Final = 0.49
_WISHED_EN: Final = 0.65
"""Part of a clause that looks, moods and colors take from which it is a wish."""
_FORBIDDEN: Final = 3
"""Prohibitions in a row from which they are the page's own: 不要熬夜、不要重盐、不要酗酒."""
_LISTED: Final = 2
"""Items of a list above which it is the client's: 蚕豆饭、咸鸭蛋、樱桃."""
_SHOWN: Final = 0.75
"""Part of a clause that names of things take from which it only lists what to draw."""


def directs(written: str) -> bool:
    """Whether a clause says how the design should look and so is not set.

    >>> directs("白底绿字"), directs("lots of white space"), directs("纯植物油脂")
    (True, True, False)
    """
    folded = fold(written)
    if han_count(written):
        if is_courtesy(written):
            return False
        directed = _cue("directs_zh").search(folded)
        return directed is not None or sets_manner(folded) or _wishes(written)
    if is_courtesy(written):
        return False
    folded = folded.removeprefix("please ")
    is_told = _cue("directs_en").search(folded) or _cue("plain_en").search(folded)
    return is_told is not None or sets_manner(folded) or _wishes(written)


def asks(written: str) -> bool:
    """Whether a clause asks for the work or tells the designer about the client."""
    folded = fold(written)
    return _cue("asks_zh" if han_count(written) else "asks_en").search(folded) is not None


def shows_only(written: str) -> bool:
    """Whether a clause only names things: 月光和书, a fox under a lamp."""
    folded = fold(written)
    if re.search(r"\d", written) or _cue("names_en").match(written):
        return False
    counted = _cue("shows_zh" if han_count(written) else "shows_en").search(folded)
    if len(re.split(r"、", written)) > _LISTED:
        return False
    spans = [span for _, span in find_nouns(written, folded, ())]
    spans += [(hit.start, hit.end) for hit in color_vocabulary().find(folded)]
    if counted is not None and spans:
        return True
    items = re.split(r"[和与]|\sand\s", folded)
    if len(items) == _LISTED and any(
        item in {folded[slice(*span)] for span in spans} for item in items
    ):
        return True
    shown = {position for span in spans for position in range(*span)}
    said = len(re.sub(r"[\s和与、及&，,的里上下中]|\band\b", "", written))
    return len(shown) >= _SHOWN * max(1, said)


def is_label(written: str) -> bool:
    """Whether the words only introduce a fact: 地址在, call, at."""
    name = "labels_zh" if han_count(written) else "labels_en"
    return _cue(name).match(fold(written).strip()) is not None


def is_detail(written: str) -> bool:
    """Whether a Chinese clause is a condition or a number that never heads a page: 薪资面议."""
    return _cue("detail_zh").search(written) is not None


def is_venue(written: str) -> bool:
    """Whether a Chinese clause ends like the name of a place: 设席于西子宾馆漪园厅."""
    if not han_count(written):
        return False
    table = load_table("venues")
    is_named = re.search(table["venue_zh"], written) is not None
    return is_named and re.search(table["not_venue_zh"], written) is None


def is_short_remark(written: str) -> bool:
    """Whether a few plain words may belong to the wish beside them: 动感, misty."""
    if re.search(r"\d", written):
        return False
    if han_count(written):
        return len(written) <= _SHORT_HAN
    words = written.split()
    is_plain = not any(word[:1].isupper() for word in words[1:]) and not words[0].isupper()
    return is_plain and len(words) <= _SHORT_WORDS


def _wishes(written: str) -> bool:
    """Whether the words, or half the items of their list, only wish a look: 悬疑、暗绿."""
    if _is_look(written):
        return True
    items = [item for item in re.split(r"、|[与和]|\sand\s|\sbut\s", written) if item.strip()]
    return len(items) > 1 and sum(map(_is_look, items)) * 2 >= len(items)


def _is_look(written: str) -> bool:
    folded = fold(written)
    looks = {n for hit in _looks().find(folded) for n in range(hit.start, hit.end)}
    share = _WISHED_HAN if han_count(written) else _WISHED_EN
    said = len(re.sub(r"\s|\b(?:and|very|a|bit|the|with|&)\b|[很又更的]", "", folded))
    seen = {n for n in wished(written) | looks if not folded[n].isspace()}
    return len(seen) > share * max(1, said)


@cache
def _looks() -> Vocabulary:
    table = load_table("directing")
    return Vocabulary({"look": [*table["looks_zh"], *table["looks_en"]]})


def is_courtesy(written: str) -> bool:
    """Whether a refusal speaks to the reader of the page: no gifts please, 谢绝自带酒水."""
    folded = fold(written)
    if len(_cue("forbids_zh").findall(folded)) >= _FORBIDDEN and not _wishes(written):
        return True
    return _cue("courtesy").search(folded) is not None


def signs(written: str) -> bool:
    """Whether the words look like the name of a firm that ends a brief: Old Anchor Barbers."""
    if han_count(written):
        both = re.fullmatch(r"[\u4e00-\u9fff·]{2,8}\s(?P<latin>[A-Z].*)", written)
        return signs(both["latin"]) if both else _is_firm(written)
    is_named = _cue("signs_en").match(written) is not None
    return is_named and _cue("trades_en").search(written) is not None


def _is_firm(written: str) -> bool:
    """Whether a Chinese clause is a name and a kind of business, and nothing else."""
    words = load_table("names")
    kinds = [*words["shop_words_zh"], *words["business_words_zh"]]
    for kind in sorted(set(kinds), key=lambda word: (-len(word), word)):
        if written.endswith(kind):
            return is_own_name(written.removesuffix(kind))
    return False


def credits_someone(written: str) -> bool:
    """Whether the words name who made it or who hosts: 导演何以宁, music by Edda Holm."""
    return _cue("credit").search(written) is not None


@cache
def _cue(name: str) -> re.Pattern[str]:
    flags = re.IGNORECASE if name.startswith(("labels", "asks", "opens")) else 0
    return re.compile(load_table("directing")[name], flags)
