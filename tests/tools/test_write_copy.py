"""write_copy keeps what was written, invents no facts, and is the same for the same seed."""

import json
from pathlib import Path
from typing import Any

import pytest

from agent.brief import Brief, Deliverable
from agent.reading import read_brief
from compositor.document import AssetStore
from knowledge.copywriting.limits import is_allowed
from tools.base import Copy, Workbench
from tools.errors import WrongArguments
from tools.write_copy import GivenText, WriteCopy, WriteCopyArguments

_BRIEFS = Path(__file__).parents[1] / "fixtures" / "briefs"


def _texts(name: str) -> list[str]:
    return [row["text"] for row in json.loads((_BRIEFS / name).read_text("utf-8"))]


def _write(arguments: WriteCopyArguments, folder: Path, seed: int = 1) -> Copy:
    bench = Workbench(seed=seed, assets=AssetStore(folder), out=folder)
    made = WriteCopy().run(arguments, bench).made
    assert isinstance(made, Copy)
    return made


def _arguments(brief: Brief, made: Deliverable) -> WriteCopyArguments:
    fields: dict[str, Any] = {
        "deliverable": made.kind,
        "use": made.use,
        "languages": brief.languages,
        "subject": brief.subject,
        "nouns": brief.noun_ids,
        "industry": brief.industry,
        "occasion": brief.occasion,
        "styles": brief.styles,
        "moods": brief.moods,
        "brand_latin": brief.brand.latin,
        "brand_zh": brief.brand.zh,
        "descriptor": brief.descriptor,
        "required": [text.model_dump() for text in brief.required_texts],
        "facts": [fact.model_dump() for fact in brief.facts],
        "is_only": len(brief.deliverables) == 1,
        "is_wordless": brief.is_wordless,
    }
    return WriteCopyArguments.model_validate(fields)


@pytest.mark.parametrize("text", [*_texts("demo.json"), *_texts("varied.json")])
def test_posters_hold_every_required_text_and_no_brand_of_our_own(
    text: str, tmp_path: Path
) -> None:
    brief = read_brief(text)
    for made in brief.deliverables:
        copy = _write(_arguments(brief, made), tmp_path)
        if made.kind == "poster":
            for required in brief.required_texts:
                assert any(required.text in slot for slot in copy.slots.values())
        if not brief.brand.is_given:
            assert "brand" not in copy.slots or copy.slots["brand"] in text
        assert copy.slots.get("headline", "a") != copy.slots.get("subhead", "b")
        for slot in copy.invented:
            assert is_allowed(copy.slots[slot])
            assert not any(character.isdigit() for character in copy.slots[slot]) or (
                copy.slots[slot] in brief.descriptor
            )


def test_same_seed_same_words(tmp_path: Path) -> None:
    arguments = WriteCopyArguments(
        deliverable="poster", nouns=("perfume_bottle", "flower"), industry="fragrance"
    )
    seeds = [_write(arguments, tmp_path, seed).slots["headline"] for seed in range(12)]
    assert seeds == [_write(arguments, tmp_path, seed).slots["headline"] for seed in range(12)]
    assert len(set(seeds)) >= 2


def test_bilingual_posters_speak_twice(tmp_path: Path) -> None:
    copy = _write(
        WriteCopyArguments(deliverable="poster", languages=("zh-Hans", "en"), industry="tea"),
        tmp_path,
    )
    assert any("\u4e00" <= character <= "\u9fff" for character in copy.slots["headline"])
    assert copy.slots["subhead"].isascii()


def test_a_logo_without_brand_stands_alone_or_with_the_clients_words(tmp_path: Path) -> None:
    plain = _write(WriteCopyArguments(deliverable="logo", styles=("tech",)), tmp_path)
    assert plain.slots == {}
    tea = _write(
        WriteCopyArguments(deliverable="logo", descriptor="台湾茶叶", industry="tea"), tmp_path
    )
    assert tea.slots == {"tagline": "台湾茶叶", "caption": "TAIWAN TEA"}
    assert tea.invented == ("tagline", "caption")


def test_a_long_text_goes_to_the_body(tmp_path: Path) -> None:
    long = "把一件小事做很久，" * 24
    copy = _write(
        WriteCopyArguments(deliverable="poster", required=(GivenText(text=long),)), tmp_path
    )
    assert copy.slots["body"] == long
    assert copy.slots["headline"] != long


def test_wordless_posters_carry_only_what_is_required(tmp_path: Path) -> None:
    copy = _write(
        WriteCopyArguments(
            deliverable="poster", is_wordless=True, required=(GivenText(text="LISBOA"),)
        ),
        tmp_path,
    )
    assert copy.slots == {"headline": "LISBOA"}


def test_when_and_where_share_the_meta_slot_in_order(tmp_path: Path) -> None:
    required = (
        GivenText(text="Blue Hall", where="place"),
        GivenText(text="8pm", where="time"),
        GivenText(text="Dec 12", where="date"),
    )
    copy = _write(
        WriteCopyArguments(deliverable="poster", languages=("en",), required=required), tmp_path
    )
    assert copy.slots["meta"] in {"8pm Dec 12\nBlue Hall", "Dec 12 8pm\nBlue Hall"}


def test_an_unknown_slot_is_named(tmp_path: Path) -> None:
    with pytest.raises(WrongArguments, match="no slot 'footer'"):
        _write(WriteCopyArguments(deliverable="poster", given={"footer": "x"}), tmp_path)


_UNSEEN: list[dict[str, Any]] = json.loads((_BRIEFS / "unseen.json").read_text("utf-8"))


def test_every_poster_says_what_it_is_and_holds_its_texts(tmp_path: Path) -> None:
    missing = []
    for row in _UNSEEN:
        brief = read_brief(row["text"])
        copies = [_write(_arguments(brief, made), tmp_path) for made in brief.deliverables]
        slots = copies[0].slots
        large = f"{slots.get('headline', '')} {slots.get('subhead', '')}".casefold()
        if "about" in row and not any(about.casefold() in large for about in row["about"]):
            missing.append((row["id"], large))
        if "headline" in row:
            assert slots["headline"] == row["headline"]
        if row.get("no_cta"):
            assert "cta" not in slots
        if row.get("tagline"):
            assert any("tagline" in copy.slots for copy in copies)
    assert len(missing) <= 2, missing


def test_a_headline_that_is_the_brand_is_not_signed_again(tmp_path: Path) -> None:
    brief = read_brief("给“拾光”摄影工作室做一张周年庆海报，标题用“拾光”")
    slots = _write(_arguments(brief, brief.deliverables[0]), tmp_path).slots
    assert slots["headline"] == "拾光"
    assert "brand" not in slots


def test_a_model_may_not_talk_over_the_topic(tmp_path: Path) -> None:
    arguments = WriteCopyArguments.model_validate(
        {
            "deliverable": "poster",
            "facts": [{"kind": "topic", "text": "社区跳蚤市集"}],
            "given": {"headline": "慢慢逛", "subhead": "总会遇见"},
        }
    )
    copy = _write(arguments, tmp_path)
    assert copy.slots["subhead"] == "社区跳蚤市集"
    assert "社区跳蚤市集" in copy.required


def test_feast_days_do_not_borrow_the_everyday_tagline(tmp_path: Path) -> None:
    brief = read_brief("小满茶铺中秋礼盒海报，月饼配新茶")
    everyday = {"叶知山水", "一盏见清明", "慢慢发酵，好好生活", "一炉好时光"}
    for seed in range(6):
        slots = _write(_arguments(brief, brief.deliverables[0]), tmp_path, seed).slots
        assert slots.get("tagline", "") not in everyday


def test_an_unknown_trade_gets_the_clients_words_and_no_stock_line(tmp_path: Path) -> None:
    for text in (
        "想给阿婆的豆花摊做个招牌，阿婆豆花，三十年老味道，咸甜都有，5元一碗",
        "寻狗启事，黄色柴犬豆豆，左耳有缺口，酬谢2000元，联系李女士186 0000 7788",
        "Invitation to Grandpa Walt's 90th, lunch at noon, no gifts please just stories.",
    ):
        brief = read_brief(text)
        copy = _write(_arguments(brief, brief.deliverables[0]), tmp_path)
        assert "headline" in copy.slots
        assert copy.invented == ()


@pytest.mark.parametrize(
    ("text", "trade", "occasion"),
    [
        ("Packaging face for a hot sauce called “Red Rooster”", "snacks", ""),
        ("企业年会邀请，主题“山海同行”，滨江洲际酒店三层大宴会厅", "", "gala"),
        ("宠物医院驱虫月，猫狗都适用", "clinic", ""),
    ],
)
def test_trades_and_occasions(text: str, trade: str, occasion: str) -> None:
    brief = read_brief(text)
    assert (brief.industry, brief.occasion) == (trade, occasion)


def test_tight_pages_say_all_in_few_lines(tmp_path: Path) -> None:
    brief = read_brief(
        "Banner: Winter clearance ends Sunday, free returns, up to 60% off boots"
    )
    fields = _arguments(brief, brief.deliverables[0]).model_dump()
    copy = _write(WriteCopyArguments.model_validate({**fields, "is_tight": True}), tmp_path)
    assert copy.invented == ()
    assert not any("\n" in text for text in copy.slots.values())
    assert "body" not in copy.slots
