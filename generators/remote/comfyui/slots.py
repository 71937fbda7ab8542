"""Slots: where a workflow takes a prompt, a seed, a size, pictures; found by titles and wiring.

A title that names a role decides. Otherwise the wiring does: the text a sampler reads as
``positive`` is the prompt, the picture something reads as ``mask`` is the mask.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, get_args

from compositor.document.frozen import Frozen
from generators.remote.comfyui.nodes import (
    Nodes,
    class_of,
    inputs_of,
    is_link,
    readers_of,
    title_of,
)

__all__ = ["PICTURES", "Role", "Slot", "slots_of"]

Role = Literal[
    "prompt", "negative", "seed", "width", "height", "steps", "guidance", "strength", "frames",
    "fps", "image", "mask", "reference", "control", "first", "last", "upscale",
]  # fmt: skip

PICTURES: Final[tuple[Role, ...]] = (
    "image", "mask", "reference", "control", "first", "last", "upscale",
)  # fmt: skip

_TITLES: Final[dict[str, Role]] = {
    "positive": "prompt", "positive prompt": "prompt", "text": "prompt", "提示词": "prompt",
    "正向提示词": "prompt", "negative prompt": "negative", "反向提示词": "negative",
    "负面提示词": "negative", "cfg": "guidance", "denoise": "strength", "length": "frames",
    "input image": "image", "source image": "image", "load image": "image",
    "reference image": "reference", "style image": "reference", "control image": "control",
    "first frame": "first", "start frame": "first", "start image": "first",
    "last frame": "last", "end frame": "last", "end image": "last", "frame rate": "fps",
    "种子": "seed", "宽度": "width", "高度": "height", "遮罩": "mask",
}  # fmt: skip
_TEXTS: Final[tuple[str, ...]] = (
    "text",
    "prompt",
    "value",
    "string",
    "text_g",
    "text_l",
    "clip_l",
    "t5xxl",
)
_NUMBERS: Final[dict[str, Role]] = {
    "seed": "seed", "noise_seed": "seed", "steps": "steps", "cfg": "guidance",
    "guidance": "guidance", "denoise": "strength", "length": "frames", "fps": "fps",
    "frame_rate": "fps",
}  # fmt: skip
_LOADERS: Final = ("LoadImage", "LoadImageMask", "LoadImageOutput")


class Slot(Frozen):
    """One place to fill."""

    role: Role
    node: str
    field: str
    is_masked: bool = False
    """Whether the alpha channel of the picture is read as a mask too."""


def slots_of(nodes: Nodes) -> tuple[Slot, ...]:
    """Return the slots of a workflow, in the order of its nodes."""
    found: dict[tuple[str, str], Slot] = {}
    for slot in (*_titled(nodes), *_texts(nodes), *_pictures(nodes), *_numbers(nodes)):
        found.setdefault((slot.node, slot.field), slot)
    return tuple(found.values())


def _titled(nodes: Nodes) -> Iterator[Slot]:
    for number, node in nodes.items():
        title = title_of(node).removeprefix("danqing: ").removeprefix("danqing:")
        role = title if title in get_args(Role) else _TITLES.get(title)
        if role is None or (title == "load image" and class_of(node) in _LOADERS):
            continue
        wanted = (
            ("image",) if role in PICTURES else (role, "noise_seed", *_TEXTS, "int", "float")
        )
        inputs = inputs_of(node)
        field = next((one for one in wanted if _is_value(inputs.get(one))), "")
        if field:
            masked = field == "image" and role == "image" and _reads_alpha(nodes, number)
            yield Slot.model_validate(
                {"role": role, "node": number, "field": field, "is_masked": masked}
            )


def _texts(nodes: Nodes) -> Iterator[Slot]:
    prompts: dict[tuple[str, str], None] = {}
    negatives: dict[tuple[str, str], None] = {}
    for node in nodes.values():
        for name, value in inputs_of(node).items():
            if not is_link(value):
                continue
            if name == "positive" or (name == "conditioning" and "Guider" in class_of(node)):
                prompts.update(dict.fromkeys(_text_fields(nodes, value, "positive", set())))
            elif name == "negative":
                negatives.update(dict.fromkeys(_text_fields(nodes, value, "negative", set())))
    for number, field in prompts:
        yield Slot(role="prompt", node=number, field=field)
    for number, field in negatives:
        if (number, field) not in prompts:
            yield Slot(role="negative", node=number, field=field)
    if not prompts:
        yield from _lone_texts(nodes)


def _lone_texts(nodes: Nodes) -> Iterator[Slot]:
    """Give the prompt of nodes that take one themselves, as partner nodes do."""
    for number, node in nodes.items():
        inputs = inputs_of(node)
        if isinstance(inputs.get("prompt"), str):
            yield Slot(role="prompt", node=number, field="prompt")
        if isinstance(inputs.get("negative_prompt"), str):
            yield Slot(role="negative", node=number, field="negative_prompt")


def _text_fields(
    nodes: Nodes, link: list[Any], side: str, seen: set[str]
) -> Iterator[tuple[str, str]]:
    number = str(link[0])
    if number in seen or number not in nodes:
        return
    seen.add(number)
    inputs = inputs_of(nodes[number])
    texts = [name for name in _TEXTS if name in inputs]
    for name in texts:
        if isinstance(inputs[name], str):
            yield number, name
        elif is_link(inputs[name]):
            yield from _text_fields(nodes, inputs[name], side, seen)
    if texts:
        return
    ways = [side] if side in inputs else [n for n in inputs if n.startswith("conditioning")]
    for name in ways:
        if is_link(inputs[name]):
            yield from _text_fields(nodes, inputs[name], side, seen)


def _pictures(nodes: Nodes) -> Iterator[Slot]:
    loaders = [n for n, node in nodes.items() if class_of(node) in _LOADERS]
    roles = {number: _picture_role(nodes, number) for number in loaders}
    has_mask = "mask" in roles.values()
    for number, role in roles.items():
        masked = role == "image" and not has_mask and _reads_alpha(nodes, number)
        yield Slot(role=role, node=number, field="image", is_masked=masked)


def _picture_role(nodes: Nodes, number: str) -> Role:
    if class_of(nodes[number]) == "LoadImageMask":
        return "mask"
    waiting, seen = [number], {number}
    roles: list[Role] = []
    while waiting:
        at = waiting.pop(0)
        for reader, name, output in readers_of(nodes, at):
            if at == number and output == 1:
                # the alpha channel, told apart by `_reads_alpha`
                continue
            role = _role_of_reader(class_of(nodes[reader]), name)
            if role is not None:
                roles.append(role)
            elif reader not in seen:
                seen.add(reader)
                waiting.append(reader)
    known = [role for role in roles if role != "image"]
    return known[0] if known else "image"


def _role_of_reader(reader: str, name: str) -> Role | None:
    """Return what a picture is when this node reads it under this name, or None to look on."""
    by_name: dict[str, Role] = {
        "mask": "mask", "noise_mask": "mask", "start_image": "first", "first_frame": "first",
        "end_image": "last", "last_frame": "last", "end_frame": "last",
        "upscale_image": "upscale",
        "control_image": "control", "reference_image": "reference", "pixels": "image",
    }  # fmt: skip
    if name in by_name:
        return by_name[name]
    by_class: tuple[tuple[str, Role], ...] = (
        ("ControlNet", "control"),
        ("IPAdapter", "reference"),
        ("StyleModel", "reference"),
        ("ReferenceLatent", "reference"),
        ("UpscaleWithModel", "upscale"),
        ("ImageToVideo", "first"),
        ("TextEncodeQwenImageEdit", "reference"),
        ("Redux", "reference"),
    )
    return next((role for part, role in by_class if part in reader), None)


def _reads_alpha(nodes: Nodes, number: str) -> bool:
    return class_of(nodes[number]) == "LoadImage" and any(
        output == 1 for _, _, output in readers_of(nodes, number)
    )


def _numbers(nodes: Nodes) -> Iterator[Slot]:
    latents = [
        number
        for number, node in nodes.items()
        if {"width", "height"} <= inputs_of(node).keys()
        and ({"batch_size", "length"} & inputs_of(node).keys() or "Latent" in class_of(node))
    ]
    for number, node in nodes.items():
        for name, value in inputs_of(node).items():
            role = _NUMBERS.get(name)
            if name in {"width", "height"} and number in latents:
                role = "width" if name == "width" else "height"
            if role is not None:
                yield from _number(nodes, role, number, name, value)


def _number(nodes: Nodes, role: Role, number: str, name: str, value: object) -> Iterator[Slot]:
    """Give the slot of a number, or of the node that only holds it."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        yield Slot(role=role, node=number, field=name)
    elif is_link(value) and str(value[0]) in nodes:
        held = inputs_of(nodes[str(value[0])])
        field = next((one for one in ("value", "seed", "int", "noise_seed") if one in held), "")
        if field and isinstance(held[field], (int, float)):
            yield Slot(role=role, node=str(value[0]), field=field)


def _is_value(value: object) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)
