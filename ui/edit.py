"""The command that changes a finished design by words."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from agent.chat_model import ChatModel
from agent.editing.edit import CannotEdit
from agent.editing.history import History, read_history
from agent.editing.session import Edited, EditRequest, edit_document, step_through
from compositor.errors import DesignError
from compositor.export import EXPORTERS
from ui.settings import read_settings
from ui.terminal import FINDINGS, NOT_MADE, USAGE, fail, read_document, read_formats

__all__ = ["add_edit_command"]


def add_edit_command(app: typer.Typer) -> None:
    """Add edit to the command line."""
    app.command()(edit)


def edit(
    document: Annotated[
        Path, typer.Argument(help="The document.json of a logo or poster, or its folder.")
    ],
    words: Annotated[str, typer.Argument(help="What to change, in Chinese or English.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Back to the version before.")] = False,
    redo: Annotated[bool, typer.Option("--redo", help="Forth again.")] = False,
    history: Annotated[
        bool, typer.Option("--history", help="List the versions and what made them.")
    ] = False,
    formats: Annotated[
        str,
        typer.Option(
            help="Comma-separated: " + ", ".join(EXPORTERS) + "; empty: as they lie there."
        ),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Change a finished design by words; everything not named stays as it is.

    Examples:
    danqing edit out/brand/logo "rounder, a little thinner lines"

    danqing edit out/brand/logo "文字放下面，改成蓝色"

    danqing edit out/brand/logo "use the second one"

    danqing edit out/poster "标题大一点，图往左一点"

    A logo: round or sharp, thin or bold, simple or rich, colors (blue, #0A84FF, background
    cream, darker, warmer, black and white), text right, left, below or above, gaps, sizes,
    letter spacing, fonts (serif, handwritten …), tagline, name, another concept.
    A poster: headline size, colors, mirror, picture moved or zoomed, texts, layers removed.
    How much: a little, much, twice, 20%, radius 8, as round as possible.

    Every version is kept beside the document (document-v1.json …, history.json). Words no
    rule reads go to the language model, when one is configured.
    """
    path = document / "document.json" if document.is_dir() else document
    loaded, assets = read_document(path)
    asked = sum((bool(words.strip()), undo, redo, history))
    if asked != 1:
        fail('say one thing: words such as "rounder", --undo, --redo or --history', USAGE)
    try:
        if history:
            _tell_history(read_history(path), as_json=as_json)
            return
        settings = read_settings().llm
        request = EditRequest(
            path=path,
            words=words,
            document=loaded,
            assets=assets,
            model=ChatModel(settings) if settings is not None else None,
            formats=read_formats(formats) if formats else (),
        )
        if undo or redo:
            edited = step_through(request, "undo" if undo else "redo")
        else:
            edited = edit_document(request)
    except CannotEdit as error:
        fail(str(error), USAGE)
    except DesignError as error:
        fail(str(error), NOT_MADE)
    except OSError as error:
        fail(f"cannot write beside {path}: {error.strerror}", NOT_MADE)
    _tell(edited, as_json=as_json)
    if edited.report.hard:
        fail(f"made, but preflight has {edited.report.hard} hard findings: "
             f"{edited.report.reads[0]}", FINDINGS)  # fmt: skip


def _tell(edited: Edited, *, as_json: bool) -> None:
    if as_json:
        plain = {
            "version": edited.version,
            "changes": [change.model_dump(mode="json") for change in edited.changes],
            "layers": list(edited.layers),
            "files": [str(file.path) for file in edited.files],
            "hard": edited.report.hard,
        }
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
        return
    sys.stdout.write(f"version {edited.version}\n")
    for change in edited.changes:
        sys.stdout.write(f"  {change.reads}\n")
    sys.stdout.write(f"  {len(edited.layers)} layers differ from the version before\n")
    for file in edited.files:
        sys.stdout.write(f"{file.path}\n")


def _tell_history(found: History, *, as_json: bool) -> None:
    if as_json:
        plain = found.model_dump(mode="json", by_alias=True)
        sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=1) + "\n")
        return
    for version in found.versions:
        mark = "→" if version.number == found.current else " "
        words = version.words or "as designed"
        sys.stdout.write(f"{mark} {version.number}  {words}\n")
        for change in version.changes:
            sys.stdout.write(f"       {change.reads}\n")
