"""The command that packs a logo: every version, ready to hand on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from compositor.errors import DesignError
from tools.errors import WrongArguments
from tools.logo_package import write_logo_package
from ui.similar import AvoidMarks, known_marks, warn_of_similar
from ui.terminal import NOT_MADE, USAGE, fail, read_document

__all__ = ["add_logo_package_command"]


def add_logo_package_command(app: typer.Typer) -> None:
    """Add logo-package to the command line."""

    @app.command("logo-package")
    def logo_package(
        document: Annotated[
            Path, typer.Argument(help="The document.json of a logo that danqing design made.")
        ],
        out: Annotated[Path, typer.Option(help="Output folder.")],
        avoid_marks: AvoidMarks = None,
        quiet: Annotated[bool, typer.Option("--quiet", help="No progress on stderr.")] = False,
    ) -> None:
        """Write every version of a logo, as a brand owner hands it on.

        full-color, reversed, black and white hold mark, wordmark and lockups as SVG, PDF and
        PNG, outlines only; small holds the redraw for 16 to 32 px; app-icon, favicon and
        production (embroidery, engraving) what their names say; logo.json colors, clear space
        and smallest sizes.

        Example: danqing logo-package out/brand/logo/document.json --out out/brand/package
        """
        loaded, _ = read_document(document)
        known = known_marks(avoid_marks)
        console = Console(stderr=True, highlight=False, soft_wrap=True)
        try:
            with console.status("packing the logo") as status:

                def told(share: float, message: str) -> None:
                    if not quiet:
                        status.update(f"{share:.0%} {message}")

                files = write_logo_package(loaded, out, progress=told)
        except WrongArguments as error:
            fail(str(error), USAGE)
        except DesignError as error:
            fail(str(error), NOT_MADE)
        for file in files:
            sys.stdout.write(f"{file.path}\n")
        warn_of_similar([loaded], known)
