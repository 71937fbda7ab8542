"""The font catalogue tells the truth, and the vendored faces are whole, small and lawful."""

import io
import json
import lzma
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import skia
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from compositor.typography.faces.build import PART_LIMIT_BYTES, brand_hanzi, common_hanzi
from compositor.typography.faces.sources import FACES

HOUSE = Path(__file__).parents[3]
TYPOGRAPHY = HOUSE / "compositor" / "typography"
FOLDER = TYPOGRAPHY / "faces"
CATALOGUE: dict[str, Any] = json.loads((TYPOGRAPHY / "catalogue.json").read_text("utf-8"))
FAMILIES: dict[str, dict[str, Any]] = {row["family"]: row for row in CATALOGUE["families"]}
COMMON = common_hanzi()
LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
CLASSES = (
    *("geometric", "grotesque", "humanist", "didone", "serif", "slab", "rounded", "script"),
    *("hand", "display", "condensed", "mono", "pixel"),
    *("hei", "song", "kai", "brush", "round_hei"),
)
RESERVED_NAMES = ("Smiley", "得意黑", "LXGW", "霞鹜")


def _sources(family: str) -> list[dict[str, Any]]:
    source = FAMILIES[family]["source"]
    return source if isinstance(source, list) else [source]


def _root(source: dict[str, Any]) -> Path:
    if "folder" in source:
        return TYPOGRAPHY / str(source["folder"])
    spec = find_spec(source["module"])
    assert spec is not None, f"{source['package']} is not installed"
    assert spec.submodule_search_locations is not None
    return Path(spec.submodule_search_locations[0])


def _files(source: dict[str, Any]) -> list[dict[str, Any]]:
    if "folder" in source:
        return [
            {"file": part, "index": 0, "weight": source["weight"]} for part in source["parts"]
        ]
    return list(source["files"])


@lru_cache(maxsize=8)
def _data(path: Path) -> bytes:
    data = path.read_bytes()
    return lzma.decompress(data) if path.suffix == ".xz" else data


def _face(source: dict[str, Any], file: dict[str, Any]) -> Any:
    return hb.Face(hb.Blob(_data(_root(source) / file["file"])), file["index"])


def _covered(source: dict[str, Any]) -> set[int]:
    """Return the characters of the files of one weight."""
    return set().union(*(_face(source, file).unicodes for file in _files(source)))


def _parts() -> list[Path]:
    return sorted(FOLDER.glob("*.ttf.xz"))


@pytest.mark.parametrize("family", FAMILIES)
def test_family_is_described(family: str) -> None:
    row = FAMILIES[family]
    assert set(row["scripts"]) <= {"latin", "hans", "arab", "hebr", "deva", "thai"}
    assert row["scripts"]
    assert row["class"] in CLASSES
    assert row["moods"]
    assert set(row["roles"]) <= {"display", "headline", "body", "caption"}
    assert row["roles"]
    assert row["licence"] in ("OFL-1.1", "Apache-2.0")


@pytest.mark.parametrize("family", FAMILIES)
def test_files_open_with_the_axes_claimed(family: str) -> None:
    for source in _sources(family):
        for file in _files(source):
            face = _face(source, file)
            assert face.upem > 0
            axes = {axis.tag: [axis.min_value, axis.max_value] for axis in face.axis_infos}
            if isinstance(file["weight"], list):
                assert axes.pop("wght") == file["weight"]
            assert axes == file.get("axes", {})


@pytest.mark.parametrize("family", FAMILIES)
def test_characters_are_covered(family: str) -> None:
    for source in _sources(family):
        for file in _files(source)[:1] if "folder" in source else _files(source):
            assert not set(map(ord, LATIN)) - set(_face(source, file).unicodes)
        if "hans" in FAMILIES[family]["scripts"]:
            covered = _covered(source)
            hanzi = {code for code in covered if 0x4E00 <= code <= 0x9FFF}
            wanted = COMMON[: source.get("hanzi")]
            assert not set(map(ord, wanted)) - covered
            assert len(hanzi) == source.get("hanzi", len(hanzi))


@pytest.mark.parametrize("family", FAMILIES)
def test_proportions_are_those_measured(family: str) -> None:
    source = _sources(family)[0]
    file = min(
        (file for file in _files(source) if not file.get("italic")),
        key=lambda file: 0 if isinstance(file["weight"], list) else abs(file["weight"] - 400),
    )
    face = _face(source, file)
    font = hb.Font(face)
    font.scale = (face.upem, face.upem)
    if isinstance(file["weight"], list):
        font.set_variations({"wght": 400})

    def height(letter: str) -> float:
        extents = font.get_glyph_extents(font.get_nominal_glyph(ord(letter)))
        return float(extents.y_bearing / face.upem)

    letters = [font.get_nominal_glyph(ord(letter)) for letter in LATIN[26:52]]
    width = sum(font.get_glyph_h_advance(letter) for letter in letters) / 26 / face.upem
    row = FAMILIES[family]
    assert row["x_height"] == pytest.approx(height("x"), abs=0.001)
    assert row["cap_height"] == pytest.approx(height("H"), abs=0.001)
    assert row["widths"] == pytest.approx(width, abs=0.001)


@pytest.mark.parametrize("family", FAMILIES)
def test_licence_is_beside_the_files(family: str) -> None:
    for source in _sources(family):
        text = (_root(source) / source["licence_file"]).read_text("utf-8").upper()
        name = "OPEN FONT LICENSE" if FAMILIES[family]["licence"] == "OFL-1.1" else "APACHE"
        assert name in text


def test_stand_ins_are_in_the_catalogue() -> None:
    stand_ins = CATALOGUE["substitutes"]
    assert not set(stand_ins.values()) - FAMILIES.keys()
    assert not stand_ins.keys() & FAMILIES.keys(), "these need no stand-in"
    assert not CATALOGUE["substitute_weights"].keys() - stand_ins.keys()


def test_every_family_that_a_style_names_resolves() -> None:
    styles = json.loads((HOUSE / "knowledge" / "styles.json").read_text("utf-8"))["styles"]
    named = {
        name
        for style in styles
        for script in ("latin", "cjk")
        for name in style["type"][script]
    }
    assert named
    assert not named - FAMILIES.keys() - CATALOGUE["substitutes"].keys()


def test_vendored_faces_are_small() -> None:
    for path in FOLDER.iterdir():
        assert path.is_dir() or path.stat().st_size < 1_000_000, path.name
    sizes = [path.stat().st_size for path in _parts()]
    assert max(sizes) <= PART_LIMIT_BYTES
    assert sum(sizes) <= 8_000_000


def test_every_part_is_in_the_catalogue_and_has_a_recipe() -> None:
    listed = {
        part for family in FAMILIES for s in _sources(family) for part in s.get("parts", ())
    }
    on_disk = {path.name for path in _parts()}
    assert listed == on_disk
    assert {name.partition(".")[0] for name in on_disk} == {face.slug for face in FACES}
    assert {face.family for face in FACES} <= FAMILIES.keys()


@pytest.mark.parametrize("path", _parts(), ids=lambda path: path.name)
def test_part_opens_in_skia_under_our_name_for_it(path: Path) -> None:
    data = _data(path)
    typeface = skia.Typeface.MakeFromData(skia.Data.MakeWithCopy(data))
    assert typeface is not None
    names = TTFont(io.BytesIO(data), lazy=True)["name"]
    shown = " ".join(names.getDebugName(number) or "" for number in (1, 3, 4, 6, 16))
    assert not [name for name in RESERVED_NAMES if name in shown]
    assert (names.getDebugName(16) or names.getDebugName(1)) in FAMILIES
    assert names.getDebugName(0)
    assert "Open Font License" in names.getDebugName(13)


def test_parts_of_a_face_share_no_character() -> None:
    for source in (s for family in FAMILIES for s in _sources(family) if "folder" in s):
        counts = [len(_face(source, file).unicodes) for file in _files(source)]
        assert sum(counts) == len(_covered(source)), source["parts"]


def test_brand_hanzi_are_not_common_ones() -> None:
    brand = brand_hanzi()
    assert len(COMMON) == 3755
    assert 300 <= len(brand) <= 400
    assert not set(brand) & set(COMMON)
