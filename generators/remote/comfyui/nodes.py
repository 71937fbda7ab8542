"""Nodes of a workflow in ComfyUI's API format, and the ways between them.

Facts: https://docs.comfy.org/development/comfyui-server/comms_routes and ``server.py`` of
https://github.com/comfyanonymous/ComfyUI. A workflow is an object of nodes by id; each has
``class_type``, ``inputs`` and often ``_meta.title``. An input is a value, or a link
``[id, output]`` to another node.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeGuard

__all__ = ["Node", "Nodes", "class_of", "inputs_of", "is_link", "readers_of", "title_of"]

Node = dict[str, Any]
Nodes = dict[str, Node]


def is_link(value: object) -> TypeGuard[list[Any]]:
    """Return whether an input comes from another node."""
    return isinstance(value, list) and len(value) == 2 and isinstance(value[1], int)


def class_of(node: Node) -> str:
    """Return what kind of node it is."""
    return str(node.get("class_type", ""))


def inputs_of(node: Node) -> dict[str, Any]:
    """Return the inputs by name."""
    found = node.get("inputs")
    return found if isinstance(found, dict) else {}


def title_of(node: Node) -> str:
    """Return what its author called it, in lower case."""
    meta = node.get("_meta")
    title = meta.get("title", "") if isinstance(meta, dict) else ""
    return " ".join(str(title).lower().replace("_", " ").split())


def readers_of(nodes: Nodes, number: str) -> Iterator[tuple[str, str, int]]:
    """Give who reads from a node: its id, the input's name and which output."""
    for reader, node in nodes.items():
        for name, value in inputs_of(node).items():
            if is_link(value) and str(value[0]) == number:
                yield reader, name, value[1]
