"""Old documents brought to the present schema, one step at a time."""

from collections.abc import Callable
from typing import Any

__all__ = ["migrated"]

_STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""schema N → the function that makes it N + 1. Empty while there has been only schema 1."""

_PRESENT = 1


def migrated(plain: object) -> dict[str, Any]:
    """Return the document's JSON object at the present schema.

    Raises:
        ValueError: It is not an object, names no schema, or a newer one.
    """
    if not isinstance(plain, dict):
        raise ValueError("the file holds no JSON object")  # noqa: TRY004 (callers catch ValueError)
    schema = plain.get("schema")
    if not isinstance(schema, int) or not 1 <= schema <= _PRESENT:
        raise ValueError(f"schema is {schema!r}; this version reads 1 to {_PRESENT}")
    while schema < _PRESENT:
        plain = _STEPS[schema](plain)
        schema += 1
    return plain
