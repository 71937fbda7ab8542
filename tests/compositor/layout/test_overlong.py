"""Overlong words: kept whole, set smaller or elsewhere, and if not, the cut is told."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compositor.document import TextLayer
from compositor.document.document import walk
from compositor.geometry import Size
from compositor.layout.archetypes import archetype
from compositor.layout.candidates import CandidateRequest, propose
from compositor.layout.compose import Composition, compose_page
from compositor.layout.fitting import compose_fitting
from compositor.layout.overlong import cut_to_fit, what_to_cut
from compositor.layout.score import page_texts
from compositor.layout.theme import Theme
from compositor.typography.fonts import default_fonts
from knowledge import resolve_theme

SENTENCE = "山里的风慢慢吹过茶园，采茶的人在雾里说话。"
ENGLISH = "Bring a cup, a coat and one good question for the people who made it. "


@pytest.fixture(scope="module")
def theme() -> Theme:
    return resolve_theme(["swiss"], seed=1)


def composition(theme: Theme, body: str, name: str = "podium") -> Composition:
    return Composition(
        theme=theme,
        archetype=archetype(name),
        size=Size(1080, 1440),
        copy={"headline": "春山有约", "body": body, "cta": "报名"},
        language="zh-Hans",
    )


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(repeats=st.integers(1, 16), is_english=st.booleans())
def test_long_copy_is_set_whole_or_named_never_clipped(
    theme: Theme,
    repeats: int,
    is_english: bool,  # noqa: FBT001
) -> None:
    body = (ENGLISH if is_english else SENTENCE) * repeats
    what = composition(theme, body.strip())
    page, overset = compose_page(what, default_fonts())
    texts = [layer.text for layer in walk(page.layers) if isinstance(layer, TextLayer)]
    assert set(what.copy.values()) <= set(texts)
    inside = page.box.inset(page.margin)
    held = all(
        not text.block.overset and inside.covers(text.ink, tolerance_px=1)
        for text in page_texts(page, default_fonts())
    )
    assert held or overset


def test_long_copy_finds_an_archetype_with_room(theme: Theme) -> None:
    body = SENTENCE * 14
    assert compose_fitting(composition(theme, body), default_fonts()).overset
    found = propose(
        CandidateRequest(
            theme=theme,
            copy={"headline": "春山有约", "body": body, "cta": "报名"},
            language="zh-Hans",
            size=Size(1080, 1440),
            fidelity={},
            subject_aspect=0.9,
        ),
        default_fonts(),
    )
    assert found
    assert found[0].archetype in {"text_sheet", "list_sheet", "s_curve", "split", "podium"}


@pytest.mark.parametrize("text", [SENTENCE * 60, ENGLISH * 40], ids=["zh", "en"])
def test_what_fits_nowhere_says_how_much_to_cut_and_where(theme: Theme, text: str) -> None:
    what = composition(theme, text.strip())
    cut = cut_to_fit(what, default_fonts())
    assert cut is not None
    assert cut.slot == "body"
    kept = what.copy["body"][: cut.length - cut.remove].rstrip()
    copy = {**what.copy, "body": kept}
    shorter = Composition(**{**vars(what), "copy": copy})
    assert not compose_fitting(shorter, default_fonts()).overset
    assert f"{cut.remove:,} of its {cut.length:,} characters" in cut.sentence
    assert "body" in what_to_cut(what, default_fonts())
