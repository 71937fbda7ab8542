"""Build the gallery: `python -m ui.gallery`, or one part of it with `--only motifs`.

Every module beside this one that has a `build(folder)` is a part; it writes small WebP
pages and returns their paths.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import ui.gallery

__all__ = ["builders", "main"]

Build = Callable[[Path], list[Path]]

_MARK = "## Drawn pages"
"""In the README: what follows is written by this module."""


def builders() -> dict[str, tuple[Build, str]]:
    """Return the parts by name, each with what it shows in a sentence."""
    found: dict[str, tuple[Build, str]] = {}
    for module in sorted(iter_modules(ui.gallery.__path__), key=lambda one: one.name):
        if module.name.startswith("_"):
            continue
        page = import_module(f"ui.gallery.{module.name}")
        if hasattr(page, "build"):
            about = (page.__doc__ or module.name).strip().splitlines()[0]
            found[module.name] = (page.build, about)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Write the asked parts, list all of them in the README, and return 0."""
    known = builders()
    parser = argparse.ArgumentParser(prog="python -m ui.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/gallery"))
    parser.add_argument("--only", choices=sorted(known), action="append", default=None)
    chosen = parser.parse_args(arguments)
    for name in chosen.only or known:
        for path in known[name][0](chosen.out):
            sys.stdout.write(f"{path}  {path.stat().st_size // 1000} kB\n")
    _list_pages(chosen.out, known)
    return 0


def _list_pages(folder: Path, known: dict[str, tuple[Build, str]]) -> None:
    """Rewrite the last part of the README from the pages that exist."""
    readme = folder / "README.md"
    text = readme.read_text("utf-8") if readme.exists() else "# Gallery\n"
    lines = [
        text.partition(_MARK)[0].rstrip(),
        "",
        _MARK,
        "",
        "`make gallery` rebuilds them.",
        "",
    ]
    for name, (_, about) in known.items():
        pages = sorted(
            (folder / name).rglob("*.webp"),
            key=lambda path: (path.stem.rsplit("-", 1)[0], len(path.stem), path.stem),
        )
        if pages:
            links = " ".join(f"[{p.stem}]({p.relative_to(folder).as_posix()})" for p in pages)
            lines.append(f"- **{name}** {about} {links}")
    readme.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
