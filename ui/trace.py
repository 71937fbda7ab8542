"""The command that turns a flat picture of a mark into outlines."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from compositor.document import AssetStore, Document, Page, SolidPaint, VectorLayer
from compositor.document import solid as paint
from compositor.errors import DesignError
from compositor.export import export
from compositor.typography.fonts import default_fonts
from generators.vector.marks.tracing import CannotTrace, Traced, trace
from ui.terminal import NOT_MADE, USAGE, fail

__all__ = ["add_trace_command"]

_FORMATS = ("svg", "pdf")


def add_trace_command(app: typer.Typer) -> None:
    """Add trace to the command line."""

    @app.command("trace")
    def trace_picture(
        picture: Annotated[
            Path, typer.Argument(help="A PNG, JPEG or WebP of few even colors.")
        ],
        out: Annotated[Path, typer.Option(help="File to write: .svg or .pdf.")],
        colors: Annotated[
            int, typer.Option(help="Most shapes, one a color.", min=1, max=8)
        ] = 8,
        tolerance: Annotated[
            float, typer.Option(help="Most an outline may leave an edge, px of the picture.")
        ] = 0.7,
        as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    ) -> None:
        """Turn a flat picture, such as an image model's idea for a mark, into clean outlines.

        Corners stay corners, straight edges straight, circles circles; everything else becomes
        few curves that join smoothly. The ground becomes no shape. Photographs are refused.

        Example: danqing trace idea.png --out mark.svg
        """
        kind = out.suffix.lower().removeprefix(".")
        if kind not in _FORMATS:
            fail(f"{out.name} must end in .svg or .pdf", USAGE)
        try:
            traced = trace(picture.read_bytes(), most_colors=colors, tolerance_px=tolerance)
            out.parent.mkdir(parents=True, exist_ok=True)
            files = export(
                _document(traced, picture.stem),
                out.parent,
                (kind,),
                default_fonts(),
                AssetStore(),
                stem=out.stem,
            )
        except CannotTrace as error:
            fail(str(error), USAGE)
        except OSError as error:
            fail(f"cannot read {picture} or write {out}: {error.strerror}", USAGE)
        except DesignError as error:
            fail(str(error), NOT_MADE)
        _tell(files[0].path, traced, as_json=as_json)


def _document(traced: Traced, title: str) -> Document:
    layers = tuple(
        VectorLayer(id=f"color-{i}", name=_hex(shape.fill), role="mark", shapes=(shape,))
        for i, shape in enumerate(traced.shapes, start=1)
    )
    page = Page(
        id="page-1",
        name=title,
        width=traced.width,
        height=traced.height,
        background=paint("#FFFFFF00"),
        layers=layers,
    )
    return Document(title=title, kind="logo", pages=(page,))


def _tell(path: Path, traced: Traced, *, as_json: bool) -> None:
    shapes = [
        {"color": _hex(shape.fill), "nodes": shape.path.node_count} for shape in traced.shapes
    ]
    if as_json:
        plain = {"file": str(path), "nodes": traced.node_count, "shapes": shapes}
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
        return
    parts = ", ".join(f"{s['color']} {s['nodes']}" for s in shapes)
    sys.stdout.write(f"{path}\n{traced.node_count} nodes: {parts}\n")


def _hex(fill: object) -> str:
    return fill.color.hex if isinstance(fill, SolidPaint) else ""
