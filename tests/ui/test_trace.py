"""danqing trace: a picture in, outlines out; what cannot be traced is said on one line."""

import io
import json
from pathlib import Path

import numpy as np
from PIL import Image
from typer.testing import CliRunner

from ui.cli import app

RUN = CliRunner()


def _disc() -> bytes:
    y, x = np.mgrid[0:128, 0:128]
    inked = np.clip(40.5 - np.hypot(x - 63.5, y - 63.5), 0, 1)[..., None]
    pixels = inked * (18, 56, 168) + (1 - inked) * 255
    out = io.BytesIO()
    Image.fromarray(pixels.round().astype(np.uint8)).save(out, "PNG")
    return out.getvalue()


def test_a_disc_becomes_four_nodes(tmp_path: Path) -> None:
    (tmp_path / "idea.png").write_bytes(_disc())
    out = tmp_path / "made" / "mark.svg"
    done = RUN.invoke(app, ["trace", str(tmp_path / "idea.png"), "--out", str(out), "--json"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["nodes"] == 4
    assert told["shapes"] == [{"color": "#1238A8", "nodes": 4}]
    svg = out.read_text("utf-8")
    assert "#1238a8" in svg.lower()
    assert "clip-path" not in svg


def test_what_cannot_be_traced_is_said(tmp_path: Path) -> None:
    words = tmp_path / "notes.txt"
    words.write_text("no picture")
    for arguments, says in (
        ([str(words), "--out", str(tmp_path / "mark.svg")], "no picture"),
        ([str(words), "--out", str(tmp_path / "mark.gif")], "must end in"),
        ([str(tmp_path / "none.png"), "--out", str(tmp_path / "mark.svg")], "cannot read"),
    ):
        done = RUN.invoke(app, ["trace", *arguments])
        assert done.exit_code == 2
        assert says in done.output
