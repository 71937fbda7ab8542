"""The command line: design, resize, translate, render, inspect, logo-package, doctor.

Exit codes: 0 done · 2 usage · 3 brief not understood · 4 could not be made · 5 made, but
preflight has hard findings · 130 stopped by the person.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from typer.core import TyperGroup

from agent.errors import AgentError, BriefNotUnderstood, Cancelled
from agent.planner import PLANNERS, choose_planner
from agent.reading import read_brief
from agent.run import RunRequest, run_brief
from compositor.errors import DesignError, InvalidValue, UnsupportedFormat
from compositor.export import EXPORTERS, export
from compositor.typography.fonts import add_fonts, default_fonts
from generators.base import Effort, Medium
from tools import toolbox
from ui.cutout import add_photo_commands
from ui.doctor import diagnose
from ui.edit import add_edit_command
from ui.inspect import add_inspect_command
from ui.logo_package import add_logo_package_command
from ui.model import add_model_command
from ui.progress import ProgressLines
from ui.providers import painting_of
from ui.relayout import add_relayout_commands
from ui.settings import read_settings
from ui.similar import AvoidMarks, known_marks, logos_of, warn_of_similar
from ui.terminal import (
    DONE,
    FINDINGS,
    NOT_MADE,
    NOT_UNDERSTOOD,
    STOPPED,
    USAGE,
    brief_text,
    cancel_switch,
    fail,
    read_document,
    read_formats,
    say,
)
from ui.trace import add_trace_command

__all__ = ["app", "main"]


class _OneLineErrors(TyperGroup):
    """Says what is wrong with a command in one line, like every other error."""

    def main(self, *args: Any, **options: Any) -> Any:
        """Run a command and exit with its code; no command at all asks for help."""
        given = args[0] if args else options.get("args")
        if not (sys.argv[1:] if given is None else given):
            args, options = (), {**options, "args": ["--help"]}
        alone = options.get("standalone_mode", True)
        options["standalone_mode"] = False
        try:
            code = super().main(*args, **options)
        except typer.TyperException as error:
            say(f"{error.format_message().rstrip('.')}; danqing --help says how")
            code = USAGE
        code = code if isinstance(code, int) else DONE
        if alone:
            sys.exit(code)
        return code


app = typer.Typer(
    name="danqing",
    cls=_OneLineErrors,
    help=(
        "Danqing 丹青: a brief in plain Chinese or English becomes layered documents with live "
        "text, and finished files.\n\n"
        "Exit codes: 0 done, 2 usage, 3 brief not understood, 4 could not be made, "
        "5 made but preflight has hard findings, 130 stopped."
    ),
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_MAX_SEED = 2**31 - 1


def main() -> None:
    """Run the command line; every error raised on purpose is one line, no traceback."""
    app()


@app.callback()
def prepare() -> None:
    """Read what holds for every command: the fonts that the environment adds."""
    try:
        settings = read_settings()
        if settings.font_folders or settings.font_packages:
            add_fonts([Path(part) for part in settings.font_folders], settings.font_packages)
    except DesignError as error:
        fail(str(error), USAGE)


@app.command()
def design(
    brief: Annotated[str, typer.Argument(help="The brief, or @file to read it from a file.")],
    out: Annotated[Path, typer.Option(help="Output folder; a second run on it goes on.")],
    seed: Annotated[
        int, typer.Option(min=0, max=_MAX_SEED, help="Another seed, another design.")
    ] = 1,
    variants: Annotated[
        int,
        typer.Option(min=0, max=12, help="Designs of each deliverable; 0: as the brief says."),
    ] = 0,
    size: Annotated[
        str, typer.Option(help="Page size: 1080x1440, 210x297mm, a4, a4-landscape …")
    ] = "",
    planner: Annotated[str, typer.Option(help="auto, rules or llm.")] = "auto",
    formats: Annotated[
        str, typer.Option(help="Comma-separated: " + ", ".join(EXPORTERS))
    ] = "png,svg,pdf",
    pictures: Annotated[
        Medium,
        typer.Option(
            "--pictures",
            "--picture",
            help="vector draws, 3d photographs, diffusion paints with a model on this machine, "
            "remote with a service, auto as the brief asks.",
        ),
    ] = "auto",
    model: Annotated[
        str, typer.Option(help="Folder of a diffusion model, for --pictures diffusion.")
    ] = "",
    quality: Annotated[
        Effort, typer.Option(help="How long a photographed or painted picture may take.")
    ] = "standard",
    avoid_marks: AvoidMarks = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the manifest as JSON.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress on stderr.")] = False,
) -> None:
    """Turn a brief into finished files.

    Example: danqing design "一瓶香水，花朵，斑驳的光影，高贵典雅，海报风格" --out out/perfume

    The folder gets brief.json, plan.json, manifest.json and, per deliverable, document.json
    (layers, live text), page-N.png, design.svg, design.pdf and report.json.
    """
    wanted = read_formats(formats)
    known = known_marks(avoid_marks)
    if planner not in PLANNERS:
        fail(f"there is no planner {planner!r}; choose from {', '.join(PLANNERS)}", USAGE)
    try:
        read = read_brief(brief_text(brief), sizes=(size,) if size else ())
    except BriefNotUnderstood as error:
        fail(str(error), NOT_UNDERSTOOD)
    except InvalidValue as error:
        fail(str(error), USAGE)
    progress = ProgressLines(Console(stderr=True, highlight=False, soft_wrap=True), quiet=quiet)
    tools = toolbox()
    try:
        settings = read_settings()
        chosen = choose_planner(planner, settings.llm, tools)
    except (AgentError, InvalidValue) as error:
        fail(str(error), USAGE)
    try:
        painting = painting_of(settings.providers, pictures, model)
        with cancel_switch() as is_cancelled:
            outcome = run_brief(
                RunRequest(
                    brief=read,
                    out=out,
                    planner=chosen,
                    tools=tools,
                    seed=seed,
                    variants=variants or read.variants,
                    formats=wanted,
                    pictures=painting.pictures,
                    quality=quality,
                    roster=painting.roster,
                    painter=painting.painter,
                    watch=progress,
                    is_cancelled=is_cancelled,
                )
            )
    except Cancelled as error:
        fail(f"{error}; the same command goes on from there", STOPPED)
    except KeyboardInterrupt:
        fail("stopped; the same command goes on from the last finished step", STOPPED)
    except DesignError as error:
        fail(str(error), NOT_MADE)
    if as_json:
        sys.stdout.write(json.dumps(outcome.manifest, ensure_ascii=False, indent=1) + "\n")
    else:
        for file in outcome.manifest["files"]:
            sys.stdout.write(f"{out / file['path']}\n")
    warn_of_similar(logos_of(outcome.manifest, out), known)
    if outcome.status == "failed":
        fail("; ".join(outcome.failed) or "nothing could be made", NOT_MADE)
    if outcome.status == "findings":
        hard = outcome.manifest["findings"]["hard"]
        fail(f"made, but preflight has {hard} hard findings; see report.json", FINDINGS)


@app.command()
def render(
    document: Annotated[Path, typer.Argument(help="A document.json.")],
    formats: Annotated[
        str, typer.Option(help="Comma-separated: " + ", ".join(EXPORTERS))
    ] = "png",
    hide_text: Annotated[
        bool, typer.Option("--hide-text", help="Leave out every text.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(help="Folder; the document's own by default.")
    ] = None,
    scale: Annotated[float, typer.Option(min=0.05, max=10, help="Pixels per px.")] = 1.0,
) -> None:
    """Draw a document again, in other formats or at another scale."""
    wanted = read_formats(formats)
    loaded, assets = read_document(document)
    try:
        files = export(
            loaded,
            out or document.parent,
            wanted,
            default_fonts(),
            assets,
            scale=scale,
            hide_text=hide_text,
        )
    except (UnsupportedFormat, InvalidValue) as error:
        fail(str(error), USAGE)
    except DesignError as error:
        fail(str(error), NOT_MADE)
    except OSError as error:
        place = out or document.parent
        fail(f"cannot write to {place}: {error.strerror}; choose another with --out", NOT_MADE)
    for file in files:
        sys.stdout.write(f"{file.path}\n")


@app.command()
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what works on this machine, what is missing, and the command that gets it."""
    try:
        found = diagnose(read_settings())
    except InvalidValue as error:
        fail(str(error), USAGE)
    if as_json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        return
    sys.stdout.write(f"Python {found['python']}\n")
    for part in found["parts"]:
        state = "ready  " if part["ready"] else "missing"
        sys.stdout.write(f"{state}  {part['name']}: {part['says']}\n")
    sys.stdout.write("Fonts and their licences:\n")
    for face in found["fonts"]:
        sys.stdout.write(f"  {face['family']}: {face['license']}\n")


add_inspect_command(app)
add_relayout_commands(app)
add_edit_command(app)
add_model_command(app)
add_logo_package_command(app)
add_photo_commands(app)
add_trace_command(app)

if __name__ == "__main__":
    main()
