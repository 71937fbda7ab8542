"""The switch that holds new marks against marks the user supplies."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from compositor.document import Document
from compositor.errors import InvalidValue
from generators.vector.marks.distinct.avoid import KnownMark, read_known_marks
from tools.errors import WrongArguments
from tools.similar_marks import NO_CLEARANCE, similar_to
from ui.terminal import USAGE, fail, read_document

__all__ = ["AvoidMarks", "known_marks", "logos_of", "warn_of_similar"]

AvoidMarks = Annotated[
    Path | None,
    typer.Option(
        "--avoid-marks",
        help="An SVG or PNG file of a mark, or a folder of them: warns where the new mark "
        "looks alike. It compares shapes; it is no claim of legal clearance.",
    ),
]


def known_marks(place: Path | None) -> tuple[KnownMark, ...]:
    """Return the marks to stay clear of; end the program where they cannot be read."""
    if place is None:
        return ()
    try:
        return read_known_marks(place)
    except InvalidValue as error:
        fail(str(error), USAGE)


def logos_of(manifest: dict[str, Any], out: Path) -> Iterable[Document]:
    """Yield the documents of a run that are logos."""
    for file in manifest["files"]:
        if str(file["path"]).endswith("document.json"):
            yield read_document(out / file["path"])[0]


def warn_of_similar(documents: Iterable[Document], known: tuple[KnownMark, ...]) -> None:
    """Say on stderr which supplied marks the logos look like, and what that does not mean."""
    if not known:
        return
    alike = False
    for document in documents:
        try:
            found = similar_to(document, known)
        except WrongArguments:
            continue  # no logo
        alike = alike or bool(found)
        for name, distance in found:
            title = document.title or "the logo"
            sys.stderr.write(f"similar mark: {title} looks like {name} ({distance:.2f} away)\n")
    if not alike:
        sys.stderr.write(f"no similar mark among the {len(known)} given\n")
    sys.stderr.write(f"{NO_CLEARANCE}\n")
