"""Reliefs: slabs of clay, or balloons of metal and gloss with their forms on them."""

import pytest

from generators.art.policy import Choice
from generators.art.relief import relief_of
from generators.base import PictureRequest, Subject
from generators.mesh.prop import Finish
from generators.mesh.studio import probe
from knowledge import resolve_theme

pytestmark = pytest.mark.skipif(not probe().ready, reason="the studio extra is missing")


@pytest.mark.parametrize(
    ("finish", "body"),
    [("chrome", "chrome"), ("gloss", "gloss"), ("satin", "clay"), (None, "clay")],
)
def test_the_look_decides_what_a_motif_is_made_of(finish: Finish | None, body: str) -> None:
    subject = Subject(noun="cat")
    request = PictureRequest(
        theme=resolve_theme(("y2k",), "pet_food", (), seed=1), width=300, height=400,
        subjects=(subject,),
    )  # fmt: skip
    choice = Choice(medium="3d", why="asked for", motif="cat", subject=subject, look="chrome")
    made = relief_of(request, choice, finish)
    assert made.parts[0].material.finish == body
    assert len(made.parts) > 3
    low = min(part.mesh.bounds[0][1] for part in made.parts[1:])
    assert low < made.parts[0].mesh.bounds[0][1], "forms stand before the body"
    assert sum(len(part.mesh.faces) for part in made.parts) < 400_000
