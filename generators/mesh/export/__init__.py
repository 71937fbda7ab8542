"""3D files of props: GLB for the web, USDZ for phones, OBJ for programs, STL for print."""

from __future__ import annotations

from generators.mesh.export.model import MODEL_WRITERS, ModelFile, save_model

__all__ = ["MODEL_WRITERS", "ModelFile", "save_model"]
