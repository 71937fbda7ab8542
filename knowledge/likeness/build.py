"""Writes scenes.npy from scenes.json: python -m knowledge.likeness.build."""

import numpy as np

from knowledge.likeness import STEPS, VECTORS, encoded, scene_lines

__all__ = ["build"]


def build() -> None:
    """Encode every line of the scenes and write the vectors beside them."""
    rows = np.rint(encoded(scene_lines()) * STEPS).clip(-127, 127)
    np.save(VECTORS, rows.astype(np.int8))


if __name__ == "__main__":
    build()
