"""Brief: frozen, and its texts come from the client."""

from typing import get_args

import pytest
from pydantic import ValidationError

from agent.brief import BrandName, Brief, Deliverable, RequiredText, TextPlace
from tools.write_copy import TextWhere

_POSTER = Deliverable(kind="poster", width_px=1080, height_px=1440)


def test_round_trip() -> None:
    brief = Brief(
        text="猫粮袋子上写着 LibLib",
        languages=("zh-Hans",),
        deliverables=(_POSTER,),
        brand=BrandName(latin="LibLib"),
        required_texts=(RequiredText(text="LibLib", where="on_product"),),
    )
    assert Brief.model_validate_json(brief.model_dump_json()) == brief
    assert brief.brand.is_given
    assert not brief.is_bilingual
    assert brief.texts_at("on_product", "headline") == ("LibLib",)


def test_a_required_text_must_stand_in_the_brief() -> None:
    with pytest.raises(ValidationError, match="is not in the brief"):
        Brief(
            text="a poster",
            languages=("en",),
            deliverables=(_POSTER,),
            required_texts=(RequiredText(text="SALE"),),
        )


def test_the_copywriter_knows_every_place_of_a_text() -> None:
    assert get_args(TextWhere) == get_args(TextPlace)


@pytest.mark.parametrize(
    ("refused", "wordless"), [("文字", True), ("any text", True), ("人物", False)]
)
def test_wordless(refused: str, wordless: bool) -> None:  # noqa: FBT001 (a parametrized value)
    brief = Brief(text="x", languages=("en",), deliverables=(_POSTER,), must_nots=(refused,))
    assert brief.is_wordless is wordless
