"""The demo: the real briefs of the seed documents become finished files and a contact sheet."""

from __future__ import annotations

import argparse
import json
import sys
import time
from importlib.resources import files
from pathlib import Path

from PIL import Image
from rich.console import Console

from agent.planner import choose_planner
from agent.reading import read_brief
from agent.run import Outcome, RunRequest, run_brief
from compositor.errors import DesignError
from tools import toolbox
from ui.progress import ProgressLines

__all__ = ["contact_sheet", "demo_briefs", "main"]

_SEED = 1
_CELL_PX = 460
_GAP_PX = 24
_COLUMNS = 4


def demo_briefs() -> list[dict[str, str]]:
    """Return the briefs: id, text and where each comes from."""
    text = files("agent").joinpath("demo_briefs.json").read_text("utf-8")
    found: list[dict[str, str]] = json.loads(text)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run every brief; return 0, or 5 when one has hard findings, or 4 when one fails."""
    parser = argparse.ArgumentParser(prog="python -m ui.demo", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/demo"))
    parser.add_argument("--seed", type=int, default=_SEED)
    parser.add_argument("--quiet", action="store_true")
    chosen = parser.parse_args(arguments)
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    started = time.monotonic()
    code = 0
    pages: list[Path] = []
    for brief in demo_briefs():
        folder = chosen.out / brief["id"]
        console.print(f"\n[bold]{brief['id']}[/] {brief['text']}")
        try:
            outcome = _run(brief["text"], folder, chosen.seed, console, quiet=chosen.quiet)
        except DesignError as error:
            console.print(f"[red]{error}[/]")
            code = 4
            continue
        code = max(code, {"done": 0, "findings": 5, "failed": 4}[outcome.status])
        for line in outcome.failed:
            console.print(f"[red]{line}[/]")
        pages += [
            folder / f["path"] for f in outcome.manifest["files"] if f["role"] == "preview"
        ]
    if pages:
        sheet = contact_sheet(pages, chosen.out / "contact-sheet.png")
        sys.stdout.write(f"{sheet}\n")
    console.print(
        f"\n{len(pages)} pages in {time.monotonic() - started:.0f} s; files are in {chosen.out}"
    )
    return code


def _run(text: str, folder: Path, seed: int, console: Console, *, quiet: bool) -> Outcome:
    tools = toolbox()
    return run_brief(
        RunRequest(
            brief=read_brief(text),
            out=folder,
            planner=choose_planner("rules", None, tools),
            tools=tools,
            seed=seed,
            watch=ProgressLines(console, quiet=quiet),
        )
    )


def contact_sheet(pictures: list[Path], path: Path, columns: int = _COLUMNS) -> Path:
    """Write the pictures side by side, each whole, on a mid-gray sheet."""
    rows = -(-len(pictures) // columns)
    width = columns * (_CELL_PX + _GAP_PX) + _GAP_PX
    height = rows * (_CELL_PX + _GAP_PX) + _GAP_PX
    sheet = Image.new("RGB", (width, height), "#8A8A8A")
    for index, picture in enumerate(pictures):
        with Image.open(picture) as opened:
            small = opened.convert("RGB")
            small.thumbnail((_CELL_PX, _CELL_PX), Image.Resampling.LANCZOS)
        x = _GAP_PX + (index % columns) * (_CELL_PX + _GAP_PX) + (_CELL_PX - small.width) // 2
        y = _GAP_PX + (index // columns) * (_CELL_PX + _GAP_PX) + (_CELL_PX - small.height) // 2
        sheet.paste(small, (x, y))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path, optimize=True)
    return path


if __name__ == "__main__":
    sys.exit(main())
