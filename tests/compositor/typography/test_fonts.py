"""The font set: which face a choice stands for, and what happens when there is none."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compositor.document import FontChoice
from compositor.errors import MissingFont
from compositor.typography.catalogue import Catalogue
from compositor.typography.fonts import (
    SAFE_LATIN,
    SAFE_SANS,
    SAFE_SERIF,
    FontSet,
    default_fonts,
)

FONTS = default_fonts()


def test_variable_weight_is_taken_as_asked_and_fixed_ones_to_the_nearest() -> None:
    assert FONTS.face("Inter", 650).axes["wght"] == 650.0
    assert FONTS.face("Inter", 1000).weight == 900
    assert FONTS.face("Anton", 300).weight == 400


def test_one_object_for_each_face_and_keys_without_folders() -> None:
    face = FONTS.face("Inter", 700)
    assert face is FONTS.face("inter", 700)
    assert face.key == "Inter[opsz,wght].ttf#0:opsz=24,wght=700"


def test_optical_size_follows_the_size() -> None:
    small, large = (FONTS.face("Bodoni Moda", size_px=px).axes["opsz"] for px in (12, 200))
    assert small < large


def test_italic_falls_back_to_upright() -> None:
    assert FONTS.face("Inter", italic=True).italic
    assert not FONTS.face("Noto Sans SC", italic=True).italic


def test_safe_families_end_every_choice_and_agree_with_a_song_face() -> None:
    plain = [f.family for f in FONTS.faces_for(FontChoice(families=("Jost", "Danqing XieHei")))]
    song = [f.family for f in FONTS.faces_for(FontChoice(families=("Jost", "ZCOOL XiaoWei")))]
    assert {SAFE_LATIN, SAFE_SANS, SAFE_SERIF} <= set(plain)
    assert plain.index(SAFE_SANS) < plain.index(SAFE_SERIF)
    assert song.index(SAFE_SERIF) < song.index(SAFE_SANS)


def test_parts_of_a_family_share_its_characters() -> None:
    parts = FONTS.family_faces("ZCOOL XiaoWei")
    assert all(any(face.covers(c) for face in parts) for c in "天地玄黄茶韵")


def test_every_family_opens_at_two_weights() -> None:
    for family in FONTS.families():
        for weight in (400, 800):
            assert FONTS.face(family, weight).units_per_em > 0


def test_stand_ins_answer_for_families_we_may_not_ship() -> None:
    face = FONTS.face("Archivo Black", 400)
    assert (face.family, face.weight) == ("Archivo", 900)
    assert FONTS.has("思源黑体")


def test_unknown_family_names_the_nearest() -> None:
    with pytest.raises(MissingFont, match="Playfair Display"):
        FONTS.face("Playfare Display")


def test_find_goes_by_role_and_mood() -> None:
    assert FONTS.entry(FONTS.find(script="latin", role="body", moods=("tech",))).kind
    assert FONTS.entry(FONTS.find(script="hans", moods=("brush",))).kind == "brush"
    assert "didone" in FONTS.entry(FONTS.find(script="latin", kinds=("didone",))).kind
    assert set(FONTS.ranked(script="hans")) == set(FONTS.families("hans"))


def test_folder_of_files_joins_the_set(tmp_path: Path) -> None:
    source = FONTS.face("Anton")
    (tmp_path / "some.ttf").write_bytes(source.data)
    added = FontSet(extra_folders=(tmp_path,), catalogue=Catalogue(families=()))
    assert added.families() == ("Anton",)
    assert added.face("Anton").covers("A")
    assert str(tmp_path) not in added.face("Anton").key


def test_package_of_files_joins_the_set() -> None:
    added = FontSet(extra_packages=("fontpkg_jost",), catalogue=Catalogue(families=()))
    assert added.face("Jost", 300).axes == {"wght": 300.0}
    assert added.face("Jost", 300, italic=True).italic


def test_mistakes_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFont, match="no font folder"):
        FontSet(extra_folders=(tmp_path / "absent",))
    (tmp_path / "bad.ttf").write_bytes(b"not a font")
    with pytest.raises(MissingFont, match=r"bad\.ttf"):
        FontSet(extra_folders=(tmp_path,))
    with pytest.raises(MissingFont, match="pip install no_such_fonts"):
        FontSet(extra_packages=("no_such_fonts",))


def test_a_file_that_was_taken_away_is_named(tmp_path: Path) -> None:
    (tmp_path / "anton.ttf").write_bytes(FONTS.face("Anton").data)
    added = FontSet(extra_folders=(tmp_path,), catalogue=Catalogue(families=()))
    shutil.rmtree(tmp_path)
    with pytest.raises(MissingFont, match=r"anton\.ttf"):
        added.face("Anton")


def test_same_glyphs_in_another_process() -> None:
    program = (
        "from compositor.document import FontChoice, TextLayer, TextRun, solid\n"
        "from compositor.geometry import Box\n"
        "from compositor.typography.fonts import default_fonts\n"
        "from compositor.typography.set_text import set_text\n"
        "font = FontChoice(families=('Inter', 'Noto Sans SC'), weight=700)\n"
        "run = TextRun(text='夏日限定 Summer', font=font, size=50, paint=solid('#000'))\n"
        "layer = TextLayer(id='t', box=Box(0, 0, 300, 200), runs=(run,), fit='fill')\n"
        "print([(r.face.key, r.glyphs) for l in set_text(layer, default_fonts()).lines"
        " for r in l.runs])\n"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    }
    assert len(prints) == 1
    assert "wght=700" in prints.pop()
