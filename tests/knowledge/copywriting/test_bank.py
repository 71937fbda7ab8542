"""The bank covers every trade, keeps within the slots, and says nothing the law forbids."""

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.copywriting import LineRequest, find_lines, fits, width_of
from knowledge.copywriting.limits import Script, is_allowed
from knowledge.entries import industries, styles

_FOLDER = Path(__file__).parents[3] / "knowledge" / "copywriting"


def _bank(name: str) -> dict[str, Any]:
    loaded = json.loads((_FOLDER / f"{name}.json").read_text("utf-8"))
    return {key: value for key, value in loaded.items() if key != "meta"}


def test_every_trade_and_group_is_covered() -> None:
    trades, groups = _bank("trades"), _bank("groups")
    assert set(trades) == set(industries())
    assert {row["group"] for row in trades.values()} <= set(groups)
    for row, least in [*((r, 6) for r in trades.values()), *((r, 12) for r in groups.values())]:
        for script in ("zh", "en"):
            assert len(row["headline"][script]) >= least
            assert len(row["subhead"][script]) >= 3


def test_imagery_and_mood_keys_are_known() -> None:
    nouns = json.loads((_FOLDER.parents[1] / "agent/reading/nouns.json").read_text("utf-8"))
    moods = json.loads((_FOLDER.parents[1] / "agent/reading/moods.json").read_text("utf-8"))
    occasions = json.loads(
        (_FOLDER.parents[1] / "agent/reading/occasions.json").read_text("utf-8")
    )
    ids = {row["id"] for row in nouns}
    assert {noun for key in _bank("imagery") for noun in key.split("+")} <= ids
    assert set(moods) <= set(_bank("moods")) <= set(moods) | set(styles())
    # A notice says only what the client says.
    assert set(occasions) == {*_bank("occasions"), "notice"}


def test_every_line_is_allowed_and_said_once_in_its_list() -> None:
    for name in ("trades", "groups", "occasions", "imagery", "moods"):
        for row in _bank(name).values():
            for slot in ("headline", "subhead", "tagline", "cta"):
                for lines in row.get(slot, {}).values():
                    assert len(set(lines)) == len(lines)
                    for line in lines:
                        assert is_allowed(line), line
                        assert "{" not in line


@pytest.mark.parametrize("script", ["zh", "en"])
@pytest.mark.parametrize("trade", ["", *sorted(industries())])
def test_each_trade_has_lines_that_fit(trade: str, script: Script) -> None:
    for slot in ("headline", "subhead", "cta"):
        lines = find_lines(LineRequest(slot=slot, script=script, trade=trade))
        assert len(lines) >= 2
        assert all(fits(line.text, "general", slot, script) for line in lines)


def test_the_subject_leads() -> None:
    request = LineRequest(
        slot="headline",
        script="zh",
        trade="fragrance",
        nouns=("perfume_bottle", "flower", "dappled_light"),
        liveliness=0.0,
    )
    assert find_lines(request)[0].source.startswith("imagery")


def test_patterns_are_filled_only_with_facts() -> None:
    bare = LineRequest(slot="headline", script="zh", trade="travel")
    told = LineRequest(slot="headline", script="zh", trade="travel", facts={"place": "大理"})
    assert "风从大理来" not in {line.text for line in find_lines(bare)}
    assert "风从大理来" in {line.text for line in find_lines(told)}


def test_half_width_characters_count_half() -> None:
    assert width_of("一叶 tea", "zh") == 4.0
    assert width_of("tea", "en") == 3.0
