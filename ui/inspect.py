"""The inspect command: what a document holds, what preflight found, and mending it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from compositor.document import AssetStore, Document
from compositor.errors import DesignError
from compositor.preflight import Finding, Mend, Mended, check, inspect_document, mend
from compositor.preflight.words import amount, fault_name, need, repair_in_words, told
from compositor.typography.fonts import default_fonts
from tools.check_design import asked_target
from ui.terminal import FINDINGS, NOT_MADE, USAGE, fail, read_document

__all__ = ["add_inspect_command"]

_COLUMNS = 120
"""Width of the tables where the output is no terminal."""
_HEADS = {
    "en": (
        "",
        "finding",
        "text or layer",
        "measured",
        "needed",
        "repair",
        "source of the rule",
    ),
    "zh": ("", "问题", "文字或图层", "实测", "应为", "修法", "规则出处"),
}
_MENDED_HEADS = {
    "en": ("mended", "layer", "before", "after", "needed", "repair"),
    "zh": ("已修", "图层", "修前", "修后", "应为", "修法"),
}
_SEVERITY = {
    "en": {"hard": "hard", "soft": "soft"},
    "zh": {"hard": "硬伤", "soft": "提醒"},
}
_NOTHING = {"en": "preflight found nothing wrong", "zh": "检查未发现问题"}


def add_inspect_command(app: typer.Typer) -> None:
    """Add inspect to the command line."""
    app.command()(inspect)


def inspect(
    document: Annotated[Path, typer.Argument(help="A document.json.")],
    spec: Annotated[
        str,
        typer.Option(help="Specification it is made for, such as meta.story or print.a4."),
    ] = "",
    mended: Annotated[
        Path | None,
        typer.Option("--mend", help="Write a mended copy here; the document stays as it is."),
    ] = None,
    language: Annotated[
        str, typer.Option(help="zh or en; the document's own by default.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what a document holds once set, what is wrong with it, and what would mend it.

    Example: danqing inspect out/poster/document.json --mend out/poster/mended.json

    Exit code 5 when hard findings are left.
    """
    loaded, assets = read_document(document)
    if mended is not None and mended.resolve() == document.resolve():
        fail(f"{mended} is the document itself; give --mend another path", USAGE)
    try:
        target = asked_target(loaded, spec)
    except DesignError as error:
        fail(str(error), USAGE)
    fonts = default_fonts()
    try:
        if mended is None:
            found = Mended(loaded, (), check(loaded, fonts, assets, (), target))
        else:
            found = mend(loaded, fonts, assets, (), target)
        held = inspect_document(found.document, fonts, assets)
    except DesignError as error:
        fail(str(error), NOT_MADE)
    if mended is not None:
        _write(found.document, assets, mended)
    if as_json:
        held["findings"] = [finding.model_dump(mode="json") for finding in found.findings]
        held["mends"] = [one.model_dump(mode="json") for one in found.mends]
        sys.stdout.write(json.dumps(held, ensure_ascii=False, indent=1) + "\n")
    else:
        _print(held)
        _print_review(found, "zh" if (language or loaded.language).startswith("zh") else "en")
    hard = sum(finding.severity == "hard" for finding in found.findings)
    if hard:
        fail(f"preflight has {hard} hard findings", FINDINGS)


def _write(document: Document, assets: AssetStore, path: Path) -> None:
    """Write the copy, and beside it the pictures it needs when they would not be found."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document.to_json(), "utf-8")
        there = read_document(path)[1]
        beside = AssetStore(path.parent / "assets")
        for sha256, asset in document.assets.items():
            if not there.has(sha256):
                beside.add(assets.read(sha256), asset.provenance)
    except OSError as error:
        fail(f"cannot write {path}: {error.strerror}; choose another with --mend", NOT_MADE)
    except DesignError as error:
        fail(str(error), NOT_MADE)


def _print(held: dict[str, Any]) -> None:
    for text in held["texts"]:
        box = ", ".join(f"{value:g}" for value in text["layout_box"])
        sys.stdout.write(
            f"{text['page']}  {text['layer']}  {text['size_px']:g} px  [{box}]  "
            f"{text['string']!r}  {', '.join(text['fonts'])}\n"
        )
    for image in held["images"]:
        sys.stdout.write(f"{image['page']}  {image['layer']}  {image['effective_dpi']:g} dpi\n")


def _print_review(found: Mended, tongue: str) -> None:
    terminal = Console(highlight=False)
    console = terminal if terminal.is_terminal else Console(highlight=False, width=_COLUMNS)
    if found.mends:
        console.print(_mends(found.mends, tongue))
    if found.findings:
        console.print(_findings(found.findings, found.document, tongue))
    else:
        console.print(_NOTHING[tongue])


def _findings(findings: tuple[Finding, ...], document: Document, tongue: str) -> Table:
    table = _table(_HEADS[tongue])
    for finding in findings:
        words = told(finding, document, tongue)
        where = f"{words.where} ({finding.layer})" if words.where else finding.layer
        style = "red" if finding.severity == "hard" else "yellow"
        table.add_row(
            f"[{style}]{_SEVERITY[tongue][finding.severity]}[/]",
            *(
                escape(cell)
                for cell in (
                    words.name,
                    where,
                    words.number,
                    words.need,
                    words.repair,
                    words.source,
                )
            ),
        )
    return table


def _mends(mends: tuple[Mend, ...], tongue: str) -> Table:
    table = _table(_MENDED_HEADS[tongue])
    for one in mends:
        numbers = (amount(one.code, value, tongue) for value in (one.before, one.after))
        wanted = need(one.code, one.before, one.needed, tongue)
        repair = repair_in_words(one.repair, tongue)
        cells = (fault_name(one.code, tongue), one.layer, *numbers, wanted, repair)
        table.add_row(*(escape(cell) for cell in cells))
    return table


def _table(heads: tuple[str, ...]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    return table
