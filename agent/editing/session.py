"""A session of edits on one document: words in, a new version and its finished files out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from agent.chat_model import ChatModel
from agent.editing.edit import CannotEdit, Edit, Kind
from agent.editing.history import (
    History,
    Version,
    read_history,
    version_path,
    write_version,
)
from agent.editing.logo import edit_logo
from agent.editing.model import ask_edits
from agent.editing.outcome import Change
from agent.editing.poster import edit_poster, poster_context
from agent.editing.reading import EditContext, read_edits
from compositor.document import AssetStore, Document
from compositor.document.diff import difference_of
from compositor.errors import DesignError
from compositor.export import Export, export
from compositor.typography.fonts import default_fonts
from tools.base import Made, Report, Workbench
from tools.check_design import CheckDesign, CheckDesignArguments
from tools.logo_recipe import LOGO_RECIPE_LABEL, LogoRecipe, read_logo_recipe
from tools.recipe import RECIPE_LABEL

__all__ = ["EditRequest", "Edited", "edit_document", "step_through"]


@dataclass(frozen=True, kw_only=True)
class EditRequest:
    """What to edit.

    Attributes:
        path: Of the document.
        words: What to change.
        document: The version that counts.
        assets: Where its pictures are.
        model: Reads words the rules do not, when there is one.
        formats: Files to write; empty takes those that lie beside the document.
    """

    path: Path
    words: str
    document: Document
    assets: AssetStore
    model: ChatModel | None = None
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Edited:
    """What came of it.

    Attributes:
        document: The new version.
        version: Its number.
        changes: What each edit did.
        layers: Layers that differ from the version before.
        files: Finished files, written again.
        report: Findings of preflight.
    """

    document: Document
    version: int
    changes: tuple[Change, ...]
    layers: tuple[str, ...]
    files: tuple[Export, ...]
    report: Report


def edit_document(request: EditRequest) -> Edited:
    """Carry out words on a document, keep the version before, write the files again.

    Raises:
        CannotEdit: The words name no change, or one that cannot be made; nothing is written.
        DesignError: The files cannot be made.
    """
    history = read_history(request.path)
    context = _context(request.document, history)
    edits = _read(request, context)
    steps = [edit for edit in edits if edit.parameter == "history"]
    if steps:
        if len(edits) > 1:
            raise CannotEdit("undo and redo stand alone; say the other changes afterwards")
        return step_through(request, steps[0].value)
    if context.kind == "logo":
        others = _concepts(request.path)
        document, changes = edit_logo(request.document, edits, others)
    else:
        document, changes = edit_poster(request.document, edits, request.assets)
    document = Document.from_json(document.to_json())
    version = Version(
        number=max(v.number for v in history.versions) + 1,
        parent=history.current,
        words=request.words,
        edits=edits,
        changes=changes,
        layers=difference_of(request.document, document).layer_ids,
    )
    return _finished(request, document, history.with_version(version), version)


def step_through(request: EditRequest, way: str) -> Edited:
    """Go back or forth one version; nothing is lost.

    Args:
        request: Its words do not count.
        way: undo or redo.

    Raises:
        CannotEdit: There is no such version.
    """
    history = read_history(request.path)
    number = history.before if way == "undo" else history.after
    if not number:
        raise CannotEdit(
            "there is nothing to undo: this is the first version"
            if way == "undo"
            else "there is nothing to redo: this is the newest version"
        )
    path = version_path(request.path, number)
    try:
        document = Document.from_json(path.read_bytes())
    except OSError as error:
        raise CannotEdit(f"cannot read {path}: {error.strerror}") from error
    stepped = history.at(number)
    version = stepped.now.model_copy(
        update={
            "layers": difference_of(request.document, document).layer_ids,
            "changes": (),
        }
    )
    return _finished(request, document, stepped, version)


def _read(request: EditRequest, context: EditContext) -> tuple[Edit, ...]:
    """The rules first; a model reads what they do not."""
    try:
        return read_edits(request.words, context)
    except CannotEdit as error:
        if request.model is None:
            raise
        return ask_edits(request.model, request.words, context, str(error))


def _context(document: Document, history: History) -> EditContext:
    kind = _kind(document)
    base = poster_context(document) if kind == "poster" else EditContext(kind="logo")
    return replace(base, last=history.now.edits)


def _kind(document: Document) -> Kind:
    if LOGO_RECIPE_LABEL in document.labels:
        return "logo"
    if RECIPE_LABEL in document.labels:
        return "poster"
    raise CannotEdit(
        "this document cannot be edited by words: it was not made as a logo or poster by "
        "danqing design, or by an older one; make it again with danqing design"
    )


def _concepts(path: Path) -> tuple[LogoRecipe, ...]:
    """The logos of the same run as they were first made, this one among them, in order."""
    run = path.resolve().parent.parent
    found: list[LogoRecipe] = []
    for folder in sorted((p for p in run.iterdir() if p.is_dir()), key=_order):
        first = folder / "document-v1.json"
        source = first if first.exists() else folder / "document.json"
        if not source.exists():
            continue
        try:
            document = Document.from_json(source.read_bytes())
            found.append(read_logo_recipe(document))
        except (DesignError, OSError):
            continue
    marks = [recipe.mark for recipe in found]
    return tuple(found) if len(found) > 1 and all(marks) else ()


def _order(folder: Path) -> tuple[str, int]:
    match = re.fullmatch(r"(.*?)(?:-v(\d+))?", folder.name)
    assert match is not None
    return match[1], int(match[2] or 1)


def _finished(
    request: EditRequest, document: Document, history: History, version: Version
) -> Edited:
    folder = request.path.parent
    bench = Workbench(
        seed=0,
        assets=request.assets,
        out=folder,
        materials={"document": Made(document=document)},
    )
    report = CheckDesign().run(CheckDesignArguments(document="document"), bench).made
    assert isinstance(report, Report)
    formats = request.formats or _formats_beside(folder)
    fonts = default_fonts()
    scale = _scale_beside(folder, request.document)
    files = export(document, folder, formats, fonts, request.assets, scale=scale)
    _remove_left_over(folder, len(document.pages), len(request.document.pages))
    write_version(request.path, document, history)
    plain = json.dumps(report.model_dump(mode="json"), ensure_ascii=False, indent=1)
    part = folder / "report.json.part"
    part.write_text(plain + "\n", "utf-8")
    part.replace(folder / "report.json")
    return Edited(
        document=document,
        version=history.current,
        changes=version.changes,
        layers=version.layers,
        files=files,
        report=report,
    )


def _formats_beside(folder: Path) -> tuple[str, ...]:
    """The formats of the finished files in a folder; png when there are none."""
    names = {
        "png": "page-1.png",
        "jpg": "page-1.jpg",
        "webp": "page-1.webp",
        "svg": "design.svg",
        "svg-outlined": "design-outlined.svg",
        "pdf": "design.pdf",
    }
    return tuple(name for name, file in names.items() if (folder / file).exists()) or ("png",)


def _scale_beside(folder: Path, document: Document) -> float:
    """Pixels per px of the pictures in a folder; 1 when there are none."""
    page = document.pages[0]
    for name in ("page-1.png", "page-1.jpg", "page-1.webp"):
        path = folder / name
        if path.exists():
            return _ratio(path, page.width + 2 * page.bleed)
    return 1.0


def _ratio(path: Path, width: float) -> float:

    with Image.open(path) as picture:
        return max(0.05, round(picture.width / width, 3))


def _remove_left_over(folder: Path, pages: int, before: int) -> None:
    for number in range(pages + 1, before + 1):
        for name in (f"page-{number}.png", f"page-{number}.jpg", f"page-{number}.webp",
                     f"design-{number}.svg"):  # fmt: skip
            (folder / name).unlink(missing_ok=True)
