"""Relayout: one design set again on many pages and in many languages, as one campaign."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agent.errors import Cancelled
from agent.events import Event, Watcher
from agent.run_folder import RunFolder
from agent.targets import Target
from compositor.document import Asset, AssetStore
from compositor.errors import DesignError
from compositor.preflight import Finding, is_mechanical
from tools.base import Exported, Made, Report, Tool, Workbench
from tools.errors import WrongArguments
from tools.recipe import Recipe

__all__ = ["Relayout", "RelayoutRequest", "relay_out"]

_MOST_TRIES = 3
"""Archetypes tried on one page before its hard findings are reported as they are."""
_DOCUMENT, _COPY = "document", "copy"


def _never() -> bool:
    return False


def _silent(event: Event) -> None:
    del event


@dataclass(frozen=True, kw_only=True)
class RelayoutRequest:
    """What to set again.

    Attributes:
        recipes: The design, once per language.
        targets: The pages.
        out: The output folder.
        tools: The toolbox, by name.
        formats: Files to write.
        scale: Pixels per px, for pictures.
        watch: Told of everything as it happens.
        is_cancelled: Asked before every page.
        assets: Where what a model painted for the design is kept; it is cropped anew for every
            page, never painted again.
    """

    recipes: tuple[Recipe, ...]
    targets: tuple[Target, ...]
    out: Path
    tools: Mapping[str, Tool[Any]]
    formats: tuple[str, ...] = ("png",)
    scale: float = 1.0
    watch: Watcher = _silent
    is_cancelled: Callable[[], bool] = _never
    assets: AssetStore | None = None


@dataclass(frozen=True, kw_only=True)
class Relayout:
    """How a batch ended.

    Attributes:
        status: done, findings (made, hard findings remain) or failed.
        manifest: Every page and file, as plain JSON; also written to manifest.json.
        failed: Pages that could not be made, with the cause.
    """

    status: str
    manifest: dict[str, Any]
    failed: tuple[str, ...] = field(default=())


def relay_out(request: RelayoutRequest) -> Relayout:
    """Set every recipe on every target; a page that fails does not stop the others.

    Raises:
        RunFailed: The folder cannot be used.
        Cancelled: The person stopped; finished pages are kept.
    """
    folder = RunFolder(request.out)
    _bring_painted(request, folder)
    batch = _Batch(request, folder)
    pages = [(target, recipe) for target in request.targets for recipe in request.recipes]
    designs: list[dict[str, Any]] = []
    failed: list[str] = []
    for index, (target, recipe) in enumerate(pages):
        if request.is_cancelled():
            raise Cancelled(f"stopped after {index} of {len(pages)} pages")
        name = batch.folder_name(target, recipe)
        share = index / len(pages)
        try:
            designs.append(batch.make(target, recipe, name))
        except DesignError as error:
            failed.append(f"{name}: {error}")
            batch.tell("step_failed", name, str(error), share)
            continue
        batch.tell("step_done", name, designs[-1]["note"], share)
    hard = sum(design["findings"]["hard"] for design in designs)
    status = "failed" if failed else "findings" if hard else "done"
    manifest = {
        "schema": 1,
        "status": status,
        "title": request.recipes[0].title,
        "findings": {
            "hard": hard,
            "soft": sum(design["findings"]["soft"] for design in designs),
        },
        "designs": designs,
        "failed": failed,
        "files": [file for design in designs for file in design.pop("files")],
    }
    folder.write_json("manifest.json", manifest)
    return Relayout(status=status, manifest=manifest, failed=tuple(failed))


@dataclass(frozen=True)
class _Batch:
    """One batch, sharing its folder and tools."""

    request: RelayoutRequest
    folder: RunFolder

    def folder_name(self, target: Target, recipe: Recipe) -> str:
        """Return the name of a page's folder; the language only where there are several."""
        several = len(self.request.recipes) > 1
        return f"{target.name}-{recipe.language}" if several else target.name

    def make(self, target: Target, recipe: Recipe, name: str) -> dict[str, Any]:
        """Make one page, write its files, and return its entry in the manifest."""
        document, report = self._composed(target, recipe, name)
        page = document.document.pages[0]
        labels = document.document.labels
        materials = {_DOCUMENT: document}
        made = self._run(
            "export_document",
            {
                "document": _DOCUMENT,
                "formats": list(self.request.formats),
                "folder": name,
                "scale": self.request.scale,
            },
            recipe,
            materials,
        )
        assert isinstance(made, Exported)
        written = self.folder.write_json(f"{name}/report.json", report.model_dump(mode="json"))
        data = written.read_bytes()
        files = [file.model_dump(mode="json") for file in made.files]
        files.append(
            {
                "path": f"{name}/report.json",
                "format": "json",
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
        )
        return {
            "folder": name,
            "size": target.name,
            "spec": target.spec,
            "language": recipe.language,
            "width_px": page.width,
            "height_px": page.height,
            "medium": page.medium,
            "archetype": labels["archetype"],
            "safe": list(target.safe),
            "dropped": [slot for slot in labels.get("dropped", "").split(", ") if slot],
            "findings": {"hard": report.hard, "soft": report.soft},
            "mends": list(report.mends),
            "note": document.says,
            "files": files,
        }

    def _composed(self, target: Target, recipe: Recipe, name: str) -> tuple[Made, Report]:
        """Compose until nothing is hard, in other archetypes when it must be; the best wins."""
        best: tuple[Made, Report] | None = None
        tried: list[str] = []
        for _ in range(_MOST_TRIES):
            try:
                made = self._run("recompose", _arguments(target, recipe, tried), recipe, {})
            except WrongArguments:
                if best is None:
                    raise
                break
            assert isinstance(made, Made)
            materials = {_DOCUMENT: made, _COPY: recipe.copy_made}
            made, report = self._mended(target, recipe, materials)
            if best is None or report.hard < best[1].hard:
                best = (made, report)
            if not report.hard:
                break
            tried.append(made.document.labels["archetype"])
            self.tell("review", name, f"{name}: {report.reads[0]}", 0.0)
        assert best is not None
        return best

    def _mended(
        self, target: Target, recipe: Recipe, materials: dict[str, Any]
    ) -> tuple[Made, Report]:
        """Check a page against its specification; mend it where it stands, and check again."""
        arguments = {"document": _DOCUMENT, "copy_step": _COPY, "spec": target.spec}
        report: Report = self._run("check_design", arguments, recipe, materials)
        if not any(is_mechanical(Finding.model_validate(one)) for one in report.findings):
            return materials[_DOCUMENT], report
        made: Made = self._run("mend_design", arguments, recipe, materials)
        return made, self._run(
            "check_design", arguments, recipe, {**materials, _DOCUMENT: made}
        )

    def _run(
        self, tool_name: str, arguments: dict[str, Any], recipe: Recipe, made: dict[str, Any]
    ) -> Any:
        tool = self.request.tools[tool_name]
        bench = Workbench(
            seed=recipe.seed, assets=self.folder.assets, out=self.folder.out, materials=made
        )
        return tool.run(tool.arguments.model_validate(arguments), bench).made

    def tell(self, kind: Any, name: str, message: str, share: float) -> None:
        """Tell the watcher how a page went."""
        stage = 6 if kind == "review" else 4
        self.request.watch(
            Event(kind=kind, stage=stage, message=message, step=name, share=share)
        )


def _bring_painted(request: RelayoutRequest, folder: RunFolder) -> None:
    """Copy what was painted for the design into the folder of the new pages."""
    for recipe in request.recipes:
        said = recipe.picture.arguments.get("painted") if recipe.picture is not None else None
        painted = None if said is None else Asset.model_validate(said)
        if painted is not None and request.assets is not None:
            folder.assets.add(request.assets.read(painted.sha256), painted.provenance)


def _arguments(target: Target, recipe: Recipe, tried: list[str]) -> dict[str, Any]:
    return {
        "recipe": recipe,
        "width": target.width,
        "height": target.height,
        "medium": target.medium,
        "bleed": target.bleed,
        "safe": target.safe,
        "avoid": tuple(tried),
    }
