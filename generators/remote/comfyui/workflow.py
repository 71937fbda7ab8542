"""Workflows: read from JSON, told what they can do, filled with an order."""

from __future__ import annotations

import copy
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from compositor.document.frozen import Frozen
from generators.errors import GenerationFailed
from generators.order import Ability, ImageOrder, Order, VideoOrder
from generators.remote.comfyui.nodes import Nodes, class_of, inputs_of, is_link
from generators.remote.comfyui.slots import PICTURES, Role, Slot, slots_of

__all__ = ["Workflow", "lacking_in", "pictures_of", "read_workflows"]

Kind = Literal["image", "video", "mesh"]

_MESHES: Final = ("SaveGLB", "Hy3DExport", "ExportMesh", "Preview3D")
_VIDEOS: Final = ("SaveVideo", "VideoCombine", "SaveWEBM", "SaveAnimated", "CreateVideo")
_ABILITY: Final[dict[Role, Ability]] = {
    "image": "image", "mask": "mask", "reference": "reference", "control": "control",
    "first": "first_frame", "last": "last_frame", "upscale": "upscale", "negative": "negative",
}  # fmt: skip


class Workflow(Frozen):
    """One workflow in API format."""

    name: str
    nodes: Nodes
    slots: tuple[Slot, ...]
    kind: Kind
    digest: str
    """SHA-256 of the file, so that a changed workflow makes another order."""

    @property
    def abilities(self) -> frozenset[Ability]:
        """What it can do."""
        roles = {slot.role for slot in self.slots}
        found = {_ABILITY[role] for role in roles if role in _ABILITY}
        pictures = roles & set(PICTURES)
        if any(slot.is_masked for slot in self.slots):
            found.add("mask")
        if "mask" in found:
            found = (found - {"image"}) | {"outpaint"}
        if not pictures - {"reference", "control"} and "prompt" in roles:
            found.add("text")
        return frozenset(found)

    def objection(self, order: Order) -> str:
        """Return why it does not suit an order, or nothing."""
        if self.kind != order.kind:
            return f"makes no {order.kind}"
        lacks = sorted(order.needs - self.abilities)
        if lacks:
            return f"cannot do {', '.join(lacks)}"
        wanted, given = self._pictures_wanted(), Counter(pictures_of(order))
        for role in PICTURES:
            if wanted[role] != given[role]:
                return f"takes {wanted[role]} × {role}, the order brings {given[role]}"
        return ""

    def filled(self, order: Order, uploads: Mapping[Role, Sequence[str]]) -> Nodes:
        """Return the nodes with an order in their slots.

        Args:
            order: Tells prompt, seed, size and so on; what it leaves open stays as saved.
            uploads: Names of uploaded pictures by role.
        """
        nodes = copy.deepcopy(self.nodes)
        waiting = {role: list(names) for role, names in uploads.items()}
        values = _values_of(order)
        for slot in self.slots:
            value: str | int | float | None = values.get(slot.role)
            if slot.role in PICTURES:
                value = waiting[slot.role].pop(0)
            if value is not None:
                inputs = inputs_of(nodes[slot.node])
                before = inputs.get(slot.field)
                inputs[slot.field] = float(value) if isinstance(before, float) else value
        return nodes

    def _pictures_wanted(self) -> Counter[Role]:
        wanted: Counter[Role] = Counter()
        for slot in self.slots:
            if slot.role in PICTURES:
                wanted[slot.role] += 1
            if slot.is_masked:
                wanted["mask"] += 1
        return wanted


def pictures_of(order: Order) -> tuple[Role, ...]:
    """Return the roles of the pictures an order brings, in the order of its fields."""
    if isinstance(order, ImageOrder):
        if order.scale > 1:
            return ("upscale",)
        roles: list[Role] = ["image"] if order.image else []
        roles += ["mask"] if order.mask or any(order.margins) else []
        roles += ["control"] * len(order.control)
        roles += ["reference"] * len(order.references)
        return tuple(roles)
    if isinstance(order, VideoOrder):
        frames: tuple[tuple[str | None, Role], ...] = (
            (order.first, "first"),
            (order.last, "last"),
        )
        return tuple(role for given, role in frames if given)
    views: list[Role] = ["image"] * len(order.images)
    return tuple(views)


def read_workflows(place: Path) -> tuple[Workflow, ...]:
    """Return the workflow of a file, or those of a folder by name.

    Raises:
        GenerationFailed: Nothing is there, or a file is not a workflow in API format.
    """
    files = sorted(place.glob("*.json")) if place.is_dir() else [place]
    if not files:
        raise GenerationFailed(f"{place} holds no .json file; save workflows there")
    return tuple(_read(file) for file in files)


def lacking_in(nodes: Nodes, known: Mapping[str, Mapping[str, object]]) -> tuple[str, ...]:
    """Return what a server lacks to run a workflow, one phrase each.

    Args:
        nodes: The workflow, filled.
        known: What the server says of each class, from ``object_info``.
    """
    classes = dict.fromkeys(class_of(node) for node in nodes.values())
    lacks = [f"the node {name}" for name in classes if name not in known]
    for node in nodes.values():
        spec = known.get(class_of(node), {}).get("input")
        if not isinstance(spec, dict):
            continue
        kinds = {**(spec.get("optional") or {}), **(spec.get("required") or {})}
        for name, value in inputs_of(node).items():
            choices = _choices(kinds.get(name))
            is_upload = class_of(node).startswith("LoadImage") and name == "image"
            if choices is None or is_upload or is_link(value) or value in choices:
                continue
            lacks.append(f"{name} {value!r} of {class_of(node)}")
    return tuple(dict.fromkeys(lacks))


def _choices(spec: object) -> list[object] | None:
    """Return what an input may be chosen from, or None when it is free."""
    if not isinstance(spec, (list, tuple)) or not spec:
        return None
    if isinstance(spec[0], list):
        return spec[0]
    if spec[0] == "COMBO" and len(spec) > 1 and isinstance(spec[1], dict):
        options = spec[1].get("options")
        return options if isinstance(options, list) else None
    return None


def _read(file: Path) -> Workflow:
    try:
        data = file.read_bytes()
        nodes = json.loads(data)
    except OSError as error:
        raise GenerationFailed(f"there is no workflow {file}: {error.strerror}") from error
    except ValueError as error:
        raise GenerationFailed(f"{file.name} is not JSON: {error}") from error
    if isinstance(nodes, dict) and isinstance(nodes.get("nodes"), list):
        raise GenerationFailed(
            f"{file.name} is in the editor's format; save it with Workflow > Export (API)"
        )
    if isinstance(nodes, dict) and isinstance(nodes.get("prompt"), dict):
        nodes = nodes["prompt"]
    is_workflow = isinstance(nodes, dict) and all(
        isinstance(node, dict) and "class_type" in node for node in nodes.values()
    )
    if not is_workflow or not nodes:
        raise GenerationFailed(f"{file.name} is not a ComfyUI workflow in API format")
    return Workflow(
        name=file.stem,
        nodes=nodes,
        slots=slots_of(nodes),
        kind=_kind(nodes),
        digest=hashlib.sha256(data).hexdigest(),
    )


def _kind(nodes: Nodes) -> Kind:
    classes = [class_of(node) for node in nodes.values()]
    if any(part in name for name in classes for part in _MESHES):
        return "mesh"
    return "video" if any(part in name for name in classes for part in _VIDEOS) else "image"


def _values_of(order: Order) -> dict[Role, str | int | float | None]:
    values: dict[Role, str | int | float | None] = {
        "prompt": order.prompt or None,
        "seed": order.seed,
        "steps": order.steps,
        "guidance": order.guidance,
    }
    if isinstance(order, ImageOrder):
        values["negative"] = order.negative or None
        if order.image is None:
            values |= {"width": order.width, "height": order.height}
        elif order.scale == 1:
            values["strength"] = order.strength if order.mask is None else None
    elif isinstance(order, VideoOrder):
        frames = round(order.seconds * order.fps / 4) * 4 + 1
        values |= {"negative": order.negative or None, "width": order.width}
        values |= {"height": order.height, "frames": frames, "fps": order.fps}
    return values
