"""The commands that set a design again: resize and translate."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from agent.chat_model import ChatModel
from agent.errors import Cancelled, ChatModelFailed
from agent.relayout import RelayoutRequest, relay_out
from agent.targets import Target, read_targets
from agent.translations import Translation, ask_translation, read_translation, translated
from compositor.document import AssetStore, Document
from compositor.errors import DesignError, InvalidValue
from compositor.export import EXPORTERS
from tools import toolbox
from tools.recipe import Recipe, read_recipe
from ui.progress import ProgressLines
from ui.settings import read_settings
from ui.terminal import (
    FINDINGS,
    NOT_MADE,
    STOPPED,
    USAGE,
    cancel_switch,
    fail,
    read_document,
    read_formats,
)

__all__ = ["add_relayout_commands"]

_DocumentPath = Annotated[
    Path, typer.Argument(help="A document.json that danqing design made.")
]
_Out = Annotated[Path, typer.Option(help="Output folder.")]
_Texts = Annotated[
    str,
    typer.Option(
        help='Comma-separated JSON files: {"source text": "translated"} or {"slot": "text"}; '
        "named after their language (de.json)."
    ),
]
_Formats = Annotated[str, typer.Option(help="Comma-separated: " + ", ".join(EXPORTERS))]
_Scale = Annotated[float, typer.Option(min=0.05, max=10, help="Pixels per px.")]
_AsJson = Annotated[bool, typer.Option("--json", help="Print the manifest as JSON.")]
_Quiet = Annotated[bool, typer.Option("--quiet", help="No progress on stderr.")]


@dataclass(frozen=True)
class _Delivery:
    """How results are written and told of."""

    out: Path
    formats: tuple[str, ...]
    scale: float
    as_json: bool
    quiet: bool


def add_relayout_commands(app: typer.Typer) -> None:
    """Add resize and translate to the command line."""
    app.command()(resize)
    app.command()(translate)


def resize(
    document: _DocumentPath,
    to: Annotated[
        str,
        typer.Option(
            help="Comma-separated pages: 3:4, 1080x1440, a4, roll-up, meta.story, or a set "
            "such as ads_kit or social_kit_cn."
        ),
    ],
    out: _Out,
    texts: _Texts = "",
    formats: _Formats = "png",
    scale: _Scale = 1.0,
    as_json: _AsJson = False,
    quiet: _Quiet = False,
) -> None:
    """Compose one design again for many pages, keeping words, brand, look and hierarchy.

    Example: danqing resize out/poster/document.json --to 1:1,9:16,728x90,a4 --out out/campaign

    With --texts every page is made in every language too. Banners carry fewer words; what was
    left out is named in manifest.json.
    """
    delivery = _Delivery(out, read_formats(formats), scale, as_json, quiet)
    loaded, assets = read_document(document)
    recipe = _recipe(loaded)
    try:
        targets = read_targets(to)
        recipes = _in_languages(recipe, _translations(texts)) or (recipe,)
    except InvalidValue as error:
        fail(str(error), USAGE)
    _deliver(recipes, targets, delivery, assets)


def translate(
    document: _DocumentPath,
    out: _Out,
    texts: _Texts = "",
    languages: Annotated[
        str,
        typer.Option(
            help="Comma-separated, such as de,ja: translated by the configured language model."
        ),
    ] = "",
    formats: _Formats = "png",
    scale: _Scale = 1.0,
    as_json: _AsJson = False,
    quiet: _Quiet = False,
) -> None:
    """Set one design again in other languages, on a page of the same size.

    Example: danqing translate out/poster/document.json --texts de.json,ja.json --out out/words
    """
    delivery = _Delivery(out, read_formats(formats), scale, as_json, quiet)
    loaded, assets = read_document(document)
    recipe = _recipe(loaded)
    try:
        supplied = _translations(texts)
        asked, missing = _asked(recipe, languages, has_more=bool(supplied))
        given = supplied + asked
        if not given:
            fail(
                "give --texts de.json,ja.json, or --languages de,ja with a language model",
                USAGE,
            )
        recipes = _in_languages(recipe, given)
    except InvalidValue as error:
        fail(str(error), USAGE)
    except ChatModelFailed as error:
        fail(str(error), NOT_MADE)
    for why in missing:
        typer.echo(why, err=True)
    _deliver(recipes, (_same_page(loaded),), delivery, assets)
    if missing:
        raise typer.Exit(NOT_MADE)


def _recipe(document: Document) -> Recipe:
    try:
        return read_recipe(document)
    except DesignError as error:
        fail(str(error), USAGE)


def _translations(texts: str) -> tuple[Translation, ...]:
    paths = [Path(part.strip()) for part in texts.split(",") if part.strip()]
    found = tuple(read_translation(path) for path in paths)
    languages = [translation.language for translation in found]
    twice = next((name for name in languages if languages.count(name) > 1), None)
    if twice is not None:
        raise InvalidValue(
            f"two files hold {twice}; name them by language, such as de.json and ja.json"
        )
    return found


def _asked(
    recipe: Recipe, languages: str, *, has_more: bool
) -> tuple[tuple[Translation, ...], tuple[str, ...]]:
    """Return the translations the model gave, and why the others are missing.

    Raises:
        ChatModelFailed: It gave none, and there is nothing else to set.
    """
    wanted = [part.strip() for part in re.split("[,，]", languages) if part.strip()]
    if not wanted:
        return (), ()
    settings = read_settings().llm
    if settings is None:
        raise InvalidValue(
            "no language model is configured to translate with; give --texts, or "
            "set DANQING_LLM_URL and DANQING_LLM_MODEL"
        )
    model = ChatModel(settings)
    found: list[Translation] = []
    failed: list[ChatModelFailed] = []
    for language in wanted:
        try:
            found.append(ask_translation(model, recipe, language))
        except ChatModelFailed as error:
            failed.append(error)
    if failed and not (found or has_more):
        raise failed[0]
    return tuple(found), tuple(str(error) for error in failed)


def _in_languages(recipe: Recipe, translations: tuple[Translation, ...]) -> tuple[Recipe, ...]:
    return tuple(translated(recipe, translation) for translation in translations)


def _same_page(document: Document) -> Target:
    page = document.pages[0]
    safe = [float(part) for part in document.labels.get("safe", "0,0,0,0").split(",")]
    return Target(
        name=f"{page.width:g}x{page.height:g}",
        width=page.width,
        height=page.height,
        medium=page.medium,
        bleed=page.bleed,
        safe=(safe[0], safe[1], safe[2], safe[3]),
    )


def _deliver(
    recipes: tuple[Recipe, ...],
    targets: tuple[Target, ...],
    delivery: _Delivery,
    assets: AssetStore,
) -> None:
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        with cancel_switch() as is_cancelled:
            made = relay_out(
                RelayoutRequest(
                    recipes=recipes,
                    targets=targets,
                    out=delivery.out,
                    tools=toolbox(),
                    formats=delivery.formats,
                    scale=delivery.scale,
                    watch=ProgressLines(console, quiet=delivery.quiet),
                    is_cancelled=is_cancelled,
                    assets=assets,
                )
            )
    except Cancelled as error:
        fail(f"{error}; what is made is kept", STOPPED)
    except KeyboardInterrupt:
        fail("stopped; what is made is kept", STOPPED)
    except DesignError as error:
        fail(str(error), NOT_MADE)
    if delivery.as_json:
        sys.stdout.write(json.dumps(made.manifest, ensure_ascii=False, indent=1) + "\n")
    else:
        for file in made.manifest["files"]:
            sys.stdout.write(f"{delivery.out / file['path']}\n")
    if made.status == "failed":
        fail("; ".join(made.failed), NOT_MADE)
    if made.status == "findings":
        hard = made.manifest["findings"]["hard"]
        fail(f"made, but preflight has {hard} hard findings; see report.json", FINDINGS)
