"""A finished logo is measured in its report, and held against marks a user supplies."""

from functools import cache
from pathlib import Path

import pytest

from compositor.document import AssetStore, Document
from generators.vector.marks import ink_path
from generators.vector.marks.distinct.avoid import read_known_marks
from generators.vector.marks.ideas import Brand
from knowledge.themes import resolve_theme
from tools.base import Copy, Look, Made, Report, Workbench
from tools.check_design import CheckDesign, CheckDesignArguments
from tools.compose_logo import ComposeLogo, ComposeLogoArguments
from tools.concepts import brand_concepts
from tools.draw_mark import DrawMark, DrawMarkArguments
from tools.similar_marks import similar_to
from ui.similar import known_marks, warn_of_similar

BRAND = Brand(name_latin="North Gate", industry="coffee")


@cache
def logo() -> tuple[Document, Report]:
    assets = AssetStore()
    look = Look(theme=resolve_theme(("swiss",), "coffee", seed=1))
    copy = Copy(language="en", slots={"brand": BRAND.name_latin})
    bench = Workbench(seed=3, assets=assets, out=Path(), materials={"look": look})
    mark = DrawMark().run(DrawMarkArguments(look="look", brand=BRAND), bench).made
    materials = {"look": look, "mark": mark, "copy": copy}
    bench = Workbench(seed=3, assets=assets, out=Path(), materials=materials)
    asked = ComposeLogoArguments(look="look", mark="mark", copy_step="copy", versions=False)
    made = ComposeLogo().run(asked, bench).made
    assert isinstance(made, Made)
    bench = Workbench(seed=3, assets=assets, out=Path(), materials={"logo": made})
    report = CheckDesign().run(CheckDesignArguments(document="logo"), bench).made
    assert isinstance(report, Report)
    return made.document, report


def test_the_report_carries_the_marks_numbers() -> None:
    (mark,) = logo()[1].marks
    assert mark["hard_findings"] == 0
    assert mark["mark_nodes"] <= mark["mark_node_budget"]
    assert 0 < mark["mark_legible_16px"] <= 1
    assert mark["mark_contrast_on_light"] != mark["mark_contrast_on_dark"]
    assert {"mark_parts_kept_16px", "mark_off_balance", "mark_overlap_share"} <= set(mark)


def test_a_look_alike_is_named_and_nothing_is_claimed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    concept = brand_concepts(BRAND, 0)[0]
    theirs = ink_path(concept.mark.shapes)
    (tmp_path / "theirs.svg").write_text(f'<svg><path d="{theirs.to_svg()}"/></svg>')
    (tmp_path / "other.svg").write_text('<svg><rect width="90" height="9"/></svg>')
    document = logo()[0]
    assert [name for name, _ in similar_to(document, read_known_marks(tmp_path))] == [
        "theirs.svg"
    ]
    warn_of_similar([document], known_marks(tmp_path))
    said = capsys.readouterr().err
    assert "theirs.svg" in said
    assert "no claim of legal clearance" in said
