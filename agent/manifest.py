"""The manifest: every file a run wrote, what it is, and where it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from agent.plan import Plan, Wish
from agent.run_folder import RunFolder
from tools.base import Drawing, Exported, Made, Report
from tools.logo_recipe import LOGO_RECIPE_LABEL
from tools.recipe import RECIPE_LABEL

__all__ = ["build_manifest"]


def build_manifest(
    plan: Plan, materials: Mapping[str, Any], folder: RunFolder, outcome: str
) -> dict[str, Any]:
    """Return the manifest as plain JSON; it holds no times, so equal runs give equal bytes."""
    files: list[dict[str, Any]] = []
    for wish in plan.wishes:
        exported = materials.get(wish.export_step)
        if not isinstance(exported, Exported):
            continue
        files += [
            {
                "path": file.path,
                "kind": wish.kind,
                "role": _role(file.path),
                "variant": wish.variant,
                "format": file.format,
                "width_px": file.width,
                "height_px": file.height,
                "bytes": file.bytes,
                "sha256": file.sha256,
                "seed": plan.step(wish.document_step).seed,
                "provenance": _provenance(plan, wish, materials),
            }
            for file in exported.files
        ]
        report = folder.out / wish.folder / "report.json"
        if report.exists():
            data = report.read_bytes()
            files.append(
                {
                    "path": f"{wish.folder}/report.json",
                    "kind": wish.kind,
                    "role": "report",
                    "variant": wish.variant,
                    "format": "json",
                    "bytes": len(data),
                    "sha256": hashlib.sha256(data).hexdigest(),
                }
            )
    findings = {"hard": 0, "soft": 0, "mended": 0}
    for wish in plan.wishes:
        made = materials.get(wish.check_step)
        if isinstance(made, Report):
            findings["hard"] += made.hard
            findings["soft"] += made.soft
            findings["mended"] += len(made.mends)
    return {
        "schema": 1,
        "status": outcome,
        "planner": plan.planner,
        "seed": plan.seed,
        "notes": list(plan.notes),
        "findings": findings,
        "files": files,
    }


def _role(path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    if name == "document.json":
        return "source"
    return "preview" if name.startswith("page-") else "design"


def _provenance(plan: Plan, wish: Wish, materials: Mapping[str, Any]) -> dict[str, Any]:
    """Say which tools and generators the document was made with."""
    compose = plan.step(wish.document_step)
    made = materials.get(plan.step(wish.export_step).arguments["document"])
    labels = dict(made.document.labels) if isinstance(made, Made) else {}
    labels.pop(RECIPE_LABEL, None)
    labels.pop(LOGO_RECIPE_LABEL, None)
    drawn = {}
    for value in compose.arguments.values():
        material = materials.get(value) if isinstance(value, str) else None
        if isinstance(material, Drawing):
            drawn[str(value)] = {
                "tool": plan.step(str(value)).tool,
                "says": material.says,
                "assets": {
                    sha: asset.provenance.model_dump(mode="json")
                    for sha, asset in sorted(material.assets.items())
                },
            }
    return {"step": compose.id, "tool": compose.tool, "labels": labels, "made_from": drawn}
