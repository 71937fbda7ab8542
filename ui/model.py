"""The command that saves a prop, or a model of one's own, as a 3D file."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from PIL import Image, UnidentifiedImageError
from pydantic import ValidationError

from compositor.errors import DesignError, UnsupportedFormat
from generators.errors import NotReady
from generators.mesh.prop import Prop, PropColors, PropEntry, PropRequest
from generators.mesh.studio.readiness import INSTALL
from ui.terminal import NOT_MADE, USAGE, fail

if TYPE_CHECKING:
    from generators.mesh.export import ModelFile

__all__ = ["add_model_command"]

_Pair = tuple[str, str]


def add_model_command(app: typer.Typer) -> None:
    """Add `model` to the command line."""
    app.command()(model)


def model(
    prop: Annotated[str, typer.Argument(help="A prop by name; list names them all.")] = "",
    out: Annotated[
        Path | None, typer.Option(help="The file; its suffix says which: glb, obj, stl, usdz.")
    ] = None,
    source: Annotated[
        Path | None, typer.Option("--from", help="A GLB of your own in place of a prop.")
    ] = None,
    size_cm: Annotated[
        float | None, typer.Option(min=0.1, max=1000, help="Longest side of --from, cm.")
    ] = None,
    artwork: Annotated[
        list[str] | None,
        typer.Option(
            help="AREA=PICTURE, again for each area; a picture alone covers them all."
        ),
    ] = None,
    color: Annotated[
        list[str] | None,
        typer.Option(help="body, accent, detail or content =#RRGGBB; again for each."),
    ] = None,
    finish: Annotated[str, typer.Option(help="Of the body: gloss, metal, glass …")] = "",
    text: Annotated[str, typer.Option(help="For props made of letters.")] = "",
    seed: Annotated[int, typer.Option(min=0, help="Another seed, other folds.")] = 0,
) -> None:
    """Save a thing as a 3D model, printed with your artwork; or convert a GLB of your own.

    Example: danqing model mug --out mug.glb --artwork print=logo.png --color accent=#E0482F
    """
    try:
        from generators.mesh.props import PROPS  # noqa: PLC0415 (needs the extra)
    except ModuleNotFoundError as error:
        fail(f"3D models need {error.name}; {INSTALL}", NOT_MADE)
    if source is not None:
        _convert(source, prop, out, size_cm)
        return
    if prop == "list":
        _list(PROPS)
        return
    if not prop:
        fail("say which prop, or give a GLB with --from; danqing model list names all", USAGE)
    if prop not in PROPS:
        near = difflib.get_close_matches(prop, list(PROPS), n=3, cutoff=0.4)
        hint = f"is it {' or '.join(near)}? " if near else ""
        fail(f"there is no prop {prop!r}; {hint}danqing model list names all", USAGE)
    if out is None:
        fail("say where the model goes: --out x.glb", USAGE)
    request = _request(color or [], finish, text, seed)
    try:
        built = PROPS[prop].build(request)
        made = _saved(built, out, artwork or [])
    except UnsupportedFormat as error:
        fail(str(error), USAGE)
    except NotReady as error:
        fail(str(error), NOT_MADE)
    except DesignError as error:
        fail(str(error), NOT_MADE)
    except OSError as error:
        fail(f"cannot write {out}: {error.strerror}; choose another place", NOT_MADE)
    _tell(made)


def _tell(made: ModelFile) -> None:
    for path in made.paths:
        sys.stdout.write(f"{path}\n")
    if made.left_out:
        sys.stdout.write(f"left out, for they have no thickness: {', '.join(made.left_out)}\n")


def _convert(source: Path, prop: str, out: Path | None, size_cm: float | None) -> None:
    """Save a GLB as another file, or as GLB and STL in a folder, checked and set upright."""
    from generators.mesh.export import save_model  # noqa: PLC0415 (needs the extra)
    from generators.mesh.imported import import_glb  # noqa: PLC0415

    if prop:
        fail(f"give a prop or --from, not both: {prop!r} and {source}", USAGE)
    if out is None:
        fail("say where the model goes: --out x.stl, or --out FOLDER for GLB and STL", USAGE)
    files = [out] if out.suffix else [out / f"{source.stem}{end}" for end in (".glb", ".stl")]
    try:
        model = import_glb(source.read_bytes(), source.stem, size_cm)
        for file in files:
            _tell(save_model(model.prop, file, model.artworks))
    except UnsupportedFormat as error:
        fail(str(error), USAGE)
    except DesignError as error:
        fail(str(error), NOT_MADE)
    except OSError as error:
        fail(f"{error.filename or source}: {error.strerror}; check the path", NOT_MADE)


def _saved(built: Prop, out: Path, given: list[str]) -> ModelFile:
    from generators.mesh.export import save_model  # noqa: PLC0415 (needs the extra)

    artworks: dict[str, Image.Image] = {}
    for text in given:
        area, picture = _pair(text)
        areas = [area] if area else [known.name for known in built.artwork]
        if not areas:
            fail(f"{built.name} has no artwork area to print {picture} on", USAGE)
        opened = _picture(Path(picture))
        artworks.update(dict.fromkeys(areas, opened))
    return save_model(built, out, artworks)


def _pair(text: str) -> _Pair:
    """Return the area and the picture; no area when only a picture is named."""
    area, sign, picture = text.partition("=")
    return (area.strip(), picture.strip()) if sign else ("", text.strip())


def _picture(path: Path) -> Image.Image:
    try:
        with Image.open(path) as opened:
            return opened.convert("RGBA")
    except UnidentifiedImageError:
        fail(f"{path} is not a picture; give a PNG, JPEG or WebP", USAGE)
    except OSError as error:
        fail(f"cannot read {path}: {error.strerror or error}", USAGE)


def _request(colors: list[str], finish: str, text: str, seed: int) -> PropRequest:
    fields: dict[str, str] = {}
    for given in colors:
        name, sign, value = given.partition("=")
        if not sign or name.strip() not in PropColors.model_fields:
            names = ", ".join(PropColors.model_fields)
            fail(f"--color {given!r} is not NAME=#RRGGBB; names are {names}", USAGE)
        fields[name.strip()] = value.strip()
    try:
        return PropRequest.model_validate(
            {"colors": fields, "finish": finish or None, "text": text, "seed": seed}
        )
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        fail(f"{place} {first['input']!r}: {first['msg']}", USAGE)


def _list(props: dict[str, PropEntry]) -> None:
    kinds: dict[str, list[PropEntry]] = {}
    for entry in props.values():
        kinds.setdefault(entry.kind, []).append(entry)
    for kind, entries in kinds.items():
        sys.stdout.write(f"{kind}\n")
        for entry in entries:
            sys.stdout.write(f"  {entry.name}: {', '.join(entry.nouns)}\n")
