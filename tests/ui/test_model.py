"""danqing model writes 3D files, or says in one line what is wrong."""

from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from generators.mesh.imported import import_glb
from ui.cli import app

NOTHING = "/nowhere/at/all"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["model", *arguments])


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "art.png"
    Image.new("RGB", (20, 20), "#FF0000").save(path)
    return path


def test_a_prop_is_saved_with_its_artwork(tmp_path: Path, picture: Path) -> None:
    out = tmp_path / "models" / "mug.glb"
    result = run(
        "mug", "--out", str(out), "--artwork", f"print={picture}", "--color", "accent=#E0482F"
    )
    assert result.exit_code == 0, result.stderr
    assert result.stdout.split() == [str(out)]
    assert out.read_bytes()[:4] == b"glTF"


def test_words_are_printed_as_solids(tmp_path: Path) -> None:
    out = tmp_path / "word.stl"
    result = run("extruded_word", "--out", str(out), "--text", "茶")
    assert result.exit_code == 0, result.stderr
    assert out.stat().st_size > 84


def test_a_model_of_ones_own_is_measured_and_converted(tmp_path: Path) -> None:
    mug = tmp_path / "mug.glb"
    assert run("mug", "--out", str(mug)).exit_code == 0
    result = run("--from", str(mug), "--out", str(tmp_path / "both"), "--size-cm", "30")
    assert result.exit_code == 0, result.stderr
    made = [Path(line) for line in result.stdout.splitlines() if line.startswith("/")]
    assert [file.name for file in made] == ["mug.glb", "mug.stl"]
    corners = import_glb(made[0].read_bytes()).prop.parts[0].mesh.bounds
    assert corners[1].max() <= 30.01


def test_what_has_no_thickness_is_named(tmp_path: Path) -> None:
    result = run("mug", "--out", str(tmp_path / "mug.stl"))
    assert "left out, for they have no thickness: drink" in result.stdout


def test_list_names_every_prop() -> None:
    result = run("list")
    assert result.exit_code == 0
    for name in ("mug", "tote", "carton", "foil_word"):
        assert f"  {name}: " in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("mugg", "--out", "x.glb"), 2, "is it mug"),
        (("mug",), 2, "--out"),
        ((), 2, "--from"),
        (("mug", "--from", "x.glb", "--out", "y.stl"), 2, "not both"),
        (("--from", NOTHING, "--out", "y.stl"), 4, "check the path"),
        (("--from", __file__, "--out", "y.stl"), 4, "not a GLB file"),
        (("mug", "--out", "x.fbx"), 2, ".glb, .obj, .stl, .usdz"),
        (("mug", "--out", "x.glb", "--color", "accent"), 2, "NAME=#RRGGBB"),
        (("mug", "--out", "x.glb", "--color", "accent=red"), 2, "colors.accent"),
        (("mug", "--out", "x.glb", "--finish", "jelly"), 2, "finish"),
        (("mug", "--out", "x.glb", "--artwork", "print=" + NOTHING), 2, "cannot read"),
        (("knot", "--out", "x.glb", "--artwork", "a.png"), 2, "no artwork area"),
        (("extruded_word", "--out", "x.glb", "--text", "x" * 60), 4, "too many"),
    ],
)
def test_mistakes_are_one_line(
    arguments: tuple[str, ...],
    code: int,
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*arguments)
    assert result.exit_code == code, result.stderr
    assert says in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_picture_is_named(tmp_path: Path) -> None:
    wrong = tmp_path / "art.png"
    wrong.write_text("no picture")
    result = run("mug", "--out", str(tmp_path / "m.glb"), "--artwork", str(wrong))
    assert result.exit_code == 2
    assert "is not a picture" in result.stderr
