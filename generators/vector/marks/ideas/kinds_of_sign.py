"""Signs a trade is at home with: badges, tiles, modules, patterns, each with its reason.

What such a sign shows comes from the name, the trade or a value; this module says which
construction carries it, and why there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generators.vector.marks.ideas.brand import Brand
from generators.vector.marks.ideas.concept import ConceptKind, Idea
from generators.vector.marks.ideas.tables import Trade, said, values_in

__all__ = ["signs_of_trade"]

_BADGES = ("coffee", "craft_beer", "bakery", "chinese_restaurant", "baijiu_wine", "agriculture",
           "travel", "tea", "fitness", "esports")  # fmt: skip
_MODULES = ("ai_startup", "saas_b2b", "electronics", "fintech", "security", "industrial",
            "gaming", "interior_architecture", "furniture", "real_estate",
            "streetwear")  # fmt: skip
_TILES = ("fintech", "saas_b2b", "ai_startup", "retail_ecom", "education", "baby", "clinic",
          "kids_play", "pet_food", "gaming", "security", "logistics")  # fmt: skip
_PATTERNS = ("fashion", "furniture", "hotel", "tea", "jewelry", "museum", "fragrance",
             "interior_architecture", "baijiu_wine", "bakery", "wedding",
             "agriculture", "chinese_restaurant")  # fmt: skip
_FLUIDS = ("skincare", "wellness", "makeup", "fragrance", "beverage", "new_energy", "baby",
           "milk_tea", "ai_startup")  # fmt: skip
_CHANGING = ("music_festival", "museum", "film_theatre", "education", "publishing", "gaming",
             "kids_play", "auto_ev")  # fmt: skip
_TURNED = ("growth", "openness", "trust", "precision", "joy", "purity")


class _Sign(NamedTuple):
    construction: str
    trades: tuple[str, ...]
    prior: float
    variants: int
    why_en: str
    why_zh: str


_SIGNS = (
    _Sign(
        "pattern_mark", _PATTERNS, 0.6, 4,
        "{who} lives on surfaces – cloth, boxes, walls – so its sign is a repeat: {{drawn}}",
        "{who}要铺在布、盒、墙上，标志本身就是一个可连续的单元：{{drawn}}",
    ),
    _Sign(
        "gradient_fluid", _FLUIDS, 0.56, 4,
        "What {who} offers is felt before it is seen, so the form stays soft: {{drawn}}",
        "{who}给人的是先触到、后看到的东西，形也柔软：{{drawn}}",
    ),
    _Sign(
        "dynamic", _CHANGING, 0.58, 6,
        "{who} has something new every week; the outline stays and its inside is re-cut: "
        "{{drawn}}",
        "{who}常换常新，轮廓不变、里面重切：{{drawn}}",
    ),
)  # fmt: skip


def signs_of_trade(brand: Brand, trade: Trade, motifs: Sequence[str]) -> Iterator[Idea]:
    """Yield ideas for the signs the brand's trade is at home with.

    Args:
        brand: Whose.
        trade: Its row.
        motifs: What a badge or a tile may hold, most telling first.
    """
    number = brand.own_number
    lines = -0.22 if brand.wants_lines else 0.0
    who_en = brand.name_latin or brand.name_zh or "the brand"
    who_zh = f"「{brand.name_zh or brand.name_latin}」" if brand.name else "这个品牌"
    yield from _holders(brand, trade, motifs, (who_en, who_zh), lines)
    for sign in _SIGNS:
        if brand.industry in sign.trades:
            variant = number // 5 % sign.variants
            en, zh = sign.why_en.format(who=who_en), sign.why_zh.format(who=who_zh)
            yield Idea(
                kind="trade", motif=f"{sign.construction}-{variant}",
                construction=sign.construction, variant=variant, prior=sign.prior + lines,
                reason_en=f"{en[:1].upper()}{en[1:]}.", reason_zh=f"{zh}。",
            )  # fmt: skip
    wanted = [value for value, _ in values_in(brand.text)] or list(trade.values)
    turned = [] if brand.wants_lines else [value for value in wanted if value in _TURNED]
    if not brand.name and "precision" in wanted:
        yield Idea(
            kind="value", motif="orbit", construction="enclosure", prior=0.56,
            subjects=("orbit",), variant=number % 2,
            reason_en="A technical brand is met first as a tile on a screen; the sign is born "
            "inside one, and only the ground draws it: {drawn}.",
            reason_zh="科技品牌先在屏幕的一格里被看见，标志便生在格中，只由留白画出：{drawn}。",
        )  # fmt: skip
    for value in turned[:1]:
        name_en, name_zh = said(value)
        for place in range(2):
            yield Idea(
                kind="value", motif=f"{value}-module-{place}", construction="abstract_geo",
                variant=number // 3 % 6 + place, prior=0.6 - 0.08 * place + lines,
                reason_en=f"One module, repeated by one rule, is how {who_en} says {name_en}: "
                "{drawn}.",
                reason_zh=f"一个模块、一条规则，就是{who_zh}说的{name_zh}：{{drawn}}。",
            )  # fmt: skip


def _holders(
    brand: Brand, trade: Trade, motifs: Sequence[str], who: tuple[str, str], lines: float
) -> Iterator[Idea]:
    number = brand.own_number
    who_en, who_zh = who
    letter = next((c.upper() for c in brand.name_latin if c.isascii() and c.isalpha()), "")
    if motifs and brand.name and brand.industry in _BADGES:
        thing = motifs[number % min(2, len(motifs))]
        yield _idea(
            "trade", thing, "emblem", number // 7 % 3, 0.6 + lines,
            f"{trade.name_en[:1].upper()}{trade.name_en[1:]} is stamped on bags, lids and "
            f"crates; {who_en} gets a badge that says its name around the "
            f"{thing.replace('_', ' ')}.",
            f"{trade.name_zh}要盖在袋上、箱上：{who_zh}用一枚徽章，名字绕着它走。{{drawn}}。",
        )  # fmt: skip
    if motifs and brand.industry in _TILES:
        yield _idea(
            "trade", motifs[0], "enclosure", number // 3 % 3, 0.56 + lines,
            f"{who_en} is met first as a tile on a screen, so the sign is born inside one: "
            "{drawn}.",
            f"人们先在屏幕的图标里遇见{who_zh}，标志便生在这一格里：{{drawn}}。",
        )  # fmt: skip
    if letter and brand.industry in _MODULES:
        yield _idea(
            "initial", f"{letter}-modules", "modular_grid", number // 3 % 3, 0.58 + lines,
            f"{who_en} builds from equal parts; its {letter} does the same: {{drawn}}.",
            f"{who_zh}由等同的部件搭成，首字母 {letter} 也是：{{drawn}}。",
        )  # fmt: skip


def _idea(
    kind: ConceptKind,
    motif: str,
    construction: str,
    variant: int,
    prior: float,
    reason_en: str,
    reason_zh: str,
) -> Idea:
    return Idea(
        kind=kind, motif=motif, construction=construction, variant=variant, prior=prior,
        subjects=(motif,) if "-" not in motif else (), reason_en=reason_en,
        reason_zh=reason_zh,
    )  # fmt: skip
