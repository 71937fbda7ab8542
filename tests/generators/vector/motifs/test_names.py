"""Nouns and motifs: what a brief names is what is drawn, or nothing is."""

import json
from importlib.resources import files

import pytest

from generators.vector.motifs import MOTIFS, find_motif

MEANT = {
    "橄榄油": "olive_oil", "olive oil bottle": "olive_oil",
    "蜂蜜": "honey", "honey jar": "honey",
    "皇冠": "crown", "三叶虫": "trilobite", "化石": "fossil", "小船": "sailboat",
    "龙舟": "dragon_boat", "腊八粥": "congee", "矿泉水": "water_bottle", "白酒": "baijiu",
    "cup of coffee": "coffee_cup", "a bowl of noodles": "noodle_bowl", "牛奶": "milk",
    "curly poodle with a red scarf": "poodle", "bubble tea shop": "milk_tea", "大熊猫": "panda",
    "草莓蛋糕礼盒": "cake", "dog food bag": "pet_food_bag", "party balloons": "balloons",
    "毛笔": "writing_brush", "手冲咖啡杯": "coffee_cup", "a red box of chocolates": "chocolate",
    "cat on a sofa": "cat", "一只白色的猫": "cat", "wolves and strawberries": None,
}  # fmt: skip

UNMEANT = (
    "hot dog", "dog bed", "coffee table", "soy sauce bottle", "business card", "polar bear",
    "power plant", "sea lion", "fire extinguisher", "榴莲", "马车", "海马", "印象",
    "上海", "微信", "专家", "匠心", "证书", "墙面", "章鱼", "蜗牛", "高跟鞋", "风扇",
    "tax return",
)  # fmt: skip


@pytest.mark.parametrize(("noun", "motif"), MEANT.items())
def test_a_noun_is_the_thing_it_names(noun: str, motif: str | None) -> None:
    assert find_motif(noun) == motif


@pytest.mark.parametrize("noun", UNMEANT)
def test_what_only_sounds_like_a_motif_is_none(noun: str) -> None:
    assert find_motif(noun) is None


def test_a_word_has_one_owner() -> None:
    table = json.loads(
        (files("generators.vector.motifs") / "names.json").read_text(encoding="utf-8")
    )
    owners: dict[str, str] = {}
    for name, row in table.items():
        for word in {name.replace("_", " "), *(word.lower() for word in row["words"])}:
            assert owners.setdefault(word, name) == name, word


def test_every_motif_is_found_by_its_own_name() -> None:
    assert [name for name in MOTIFS if find_motif(name) != name] == []


def test_nothing_is_called_unlike_and_drawn() -> None:
    table = json.loads(
        (files("generators.vector.motifs") / "unlike.json").read_text(encoding="utf-8")
    )
    assert [word for word in table["unlike"] if find_motif(word) is not None] == []
