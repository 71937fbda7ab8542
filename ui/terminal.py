"""What every command shares: exit codes, one-line errors, checked arguments, Ctrl-C."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape

from compositor.document import AssetStore, Document
from compositor.errors import DesignError
from compositor.export import EXPORTERS

__all__ = [
    "DONE",
    "FINDINGS",
    "NOT_MADE",
    "NOT_UNDERSTOOD",
    "STOPPED",
    "USAGE",
    "brief_text",
    "cancel_switch",
    "fail",
    "read_document",
    "read_formats",
    "say",
]

DONE, USAGE, NOT_UNDERSTOOD, NOT_MADE, FINDINGS, STOPPED = 0, 2, 3, 4, 5, 130


def say(message: str) -> None:
    """Print one line of error on stderr."""
    line = " ".join(message.split())
    Console(stderr=True, highlight=False, soft_wrap=True).print(
        f"[red]danqing:[/] {escape(line)}"
    )


def fail(message: str, code: int) -> NoReturn:
    """Say it and leave with that code."""
    say(message)
    raise typer.Exit(code)


def read_formats(text: str) -> tuple[str, ...]:
    """Return the formats named, each once; any unknown one is a usage error."""
    wanted = tuple(
        dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip())
    )
    unknown = [name for name in wanted if name not in EXPORTERS]
    if unknown or not wanted:
        named = ", ".join(unknown) or "nothing"
        fail(f"no exporter writes {named}; choose from {', '.join(EXPORTERS)}", USAGE)
    return wanted


def brief_text(brief: str) -> str:
    """Return the brief, read from its file when it is given as @file."""
    if not brief.startswith("@"):
        return brief
    path = Path(brief[1:])
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        cause = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        fail(f"cannot read the brief from {path}: {cause}", USAGE)


@contextmanager
def cancel_switch() -> Iterator[Callable[[], bool]]:
    """Ctrl-C asks the run to stop after what it is doing; a second one stops it at once."""
    asked = threading.Event()

    def ask(number: int, frame: Any) -> None:
        del number, frame
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def read_document(path: Path) -> tuple[Document, AssetStore]:
    """Return a document and where its pictures are; what cannot be read is a usage error."""
    try:
        document = Document.from_json(path.read_bytes())
    except OSError as error:
        fail(f"cannot read {path}: {error.strerror}", USAGE)
    except DesignError as error:
        fail(str(error), USAGE)
    return document, AssetStore(_assets_folder(path))


def _assets_folder(path: Path) -> Path:
    """Where a document's pictures are: beside it, or in the run it came from."""
    beside = path.parent / "assets"
    return beside if beside.is_dir() else path.parent.parent / ".danqing" / "assets"
