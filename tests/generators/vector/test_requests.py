"""Bad requests end in a sentence that says what to do, and leave nothing half made."""

import pytest
from pydantic import ValidationError

from compositor.color import Color
from compositor.document import AssetStore
from compositor.errors import DesignError
from compositor.units import MAX_PAGE_PX
from generators.base import PictureRequest, Ticket
from generators.errors import GenerationCancelled, UnknownGenerator
from generators.vector.motifs import MotifRequest, UnknownMotif, draw_motif
from generators.vector.picture import draw_picture
from knowledge import resolve_theme

THEME = resolve_theme(("cream",), "coffee", (), seed=1)


@pytest.mark.parametrize("side", [0.0, -5.0, 15.0, float("nan"), 30_000.0])
def test_a_page_that_cannot_be_is_refused(side: float) -> None:
    assert MAX_PAGE_PX < 30_000
    with pytest.raises(ValidationError, match="width"):
        PictureRequest(theme=THEME, width=side, height=400)


def test_a_color_that_is_no_number_is_refused() -> None:
    with pytest.raises(DesignError):
        Color(float("nan"), 0, 0)  # type: ignore[arg-type]  # the point


def test_unknown_names_say_what_there_is() -> None:
    with pytest.raises(UnknownMotif, match="MOTIFS"):
        draw_motif(MotifRequest(name="unicorn", palette=THEME.palette))
    request = PictureRequest(theme=THEME, width=300, height=400, setting="volcano")
    with pytest.raises(UnknownGenerator, match="window_light"):
        draw_picture(request, Ticket(assets=AssetStore()))


@pytest.mark.parametrize("after", [0, 1, 2])
def test_stopping_half_way_says_so_and_can_be_started_again(after: int) -> None:
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > after

    request = PictureRequest(theme=THEME, width=300, height=400, seed=2)
    store = AssetStore()
    with pytest.raises(GenerationCancelled, match="start again"):
        draw_picture(request, Ticket(assets=store, cancelled=stop))
    again = draw_picture(request, Ticket(assets=store))
    fresh = draw_picture(request, Ticket(assets=AssetStore()))
    assert again.model_dump_json() == fresh.model_dump_json()
