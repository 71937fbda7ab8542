"""USDZ: a prop for phones and augmented reality; centimeters, y up.

Source: https://openusd.org/release/spec_usdz.html
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from generators.errors import GenerationFailed, NotReady
from generators.mesh.export.surfaces import (
    Artworks,
    Surface,
    painted,
    standing_y_up,
    surface_of,
    used_uv,
)
from generators.mesh.prop import Part, Prop

__all__ = ["write_usdz"]


def write_usdz(prop: Prop, artworks: Artworks, path: Path, workshop: Path) -> None:
    """Write the package.

    Args:
        prop: What to write.
        artworks: Pictures by artwork area.
        path: Where it goes.
        workshop: An empty folder for the files it is packed from.

    Raises:
        NotReady: OpenUSD is not installed.
        GenerationFailed: OpenUSD could not pack it.
    """
    if find_spec("pxr") is None:
        raise NotReady("USDZ needs OpenUSD: pip install 'danqing[usd]'")
    usd: dict[str, Any] = {
        name: import_module(f"pxr.{name}")
        for name in ("Gf", "Sdf", "Usd", "UsdGeom", "UsdShade", "UsdUtils", "Vt")
    }
    source = workshop / "model.usdc"
    stage = usd["Usd"].Stage.CreateNew(str(source))
    geometry = usd["UsdGeom"]
    geometry.SetStageUpAxis(stage, geometry.Tokens.y)
    geometry.SetStageMetersPerUnit(stage, 0.01)
    root = geometry.Xform.Define(stage, "/Prop")
    stage.SetDefaultPrim(root.GetPrim())
    geometry.Scope.Define(stage, "/Prop/Materials")
    made: dict[Surface, Any] = {}
    for index, part in enumerate(prop.parts):
        surface = surface_of(part, artworks)
        if surface not in made:
            picture = ""
            if surface.artwork:
                picture = f"picture{len(made)}.png"
                (workshop / picture).write_bytes(painted(part, artworks))
            made[surface] = _material(usd, stage, surface, len(made), picture)
        mesh = _mesh(usd, stage, part, f"/Prop/Part{index}", has_uv=bool(surface.artwork))
        binding = usd["UsdShade"].MaterialBindingAPI.Apply(mesh.GetPrim())
        binding.Bind(made[surface])
    stage.Save()
    packed = usd["UsdUtils"].CreateNewARKitUsdzPackage(
        usd["Sdf"].AssetPath(str(source)), str(path)
    )
    if not packed:
        raise GenerationFailed(f"OpenUSD could not pack {path.name}; save it as .glb instead")


def _mesh(usd: dict[str, Any], stage: Any, part: Part, place: str, *, has_uv: bool) -> Any:
    vertices, normals, faces = standing_y_up(part.mesh, 1.0)
    mesh = usd["UsdGeom"].Mesh.Define(stage, place)
    array = usd["Vt"].Vec3fArray.FromNumpy
    mesh.CreatePointsAttr(array(vertices.astype(np.float32)))
    mesh.CreateNormalsAttr(array(normals.astype(np.float32)))
    mesh.SetNormalsInterpolation("vertex")
    integers = usd["Vt"].IntArray.FromNumpy
    mesh.CreateFaceVertexIndicesAttr(integers(faces.ravel().astype(np.int32)))
    mesh.CreateFaceVertexCountsAttr(integers(np.full(len(faces), 3, np.int32)))
    mesh.CreateSubdivisionSchemeAttr("none")
    mesh.CreateDoubleSidedAttr(True)  # noqa: FBT003 (OpenUSD takes no name here)
    box = np.stack([vertices.min(axis=0), vertices.max(axis=0)]).astype(np.float32)
    mesh.CreateExtentAttr(array(box))
    mesh.GetPrim().SetDisplayName(part.name)
    if has_uv:
        uv = used_uv(part.mesh)
        upright = np.column_stack([uv[:, 0], 1 - uv[:, 1]]).astype(np.float32)
        kind = usd["Sdf"].ValueTypeNames.TexCoord2fArray
        primvar = usd["UsdGeom"].PrimvarsAPI(mesh).CreatePrimvar("st", kind, "vertex")
        primvar.Set(usd["Vt"].Vec2fArray.FromNumpy(upright))
    return mesh


def _material(
    usd: dict[str, Any], stage: Any, surface: Surface, index: int, picture: str
) -> Any:
    shade, kinds = usd["UsdShade"], usd["Sdf"].ValueTypeNames
    place = f"/Prop/Materials/Material{index}"
    material = shade.Material.Define(stage, place)
    shader = shade.Shader.Define(stage, f"{place}/Surface")
    shader.CreateIdAttr("UsdPreviewSurface")
    shader.CreateInput("roughness", kinds.Float).Set(surface.roughness)
    shader.CreateInput("metallic", kinds.Float).Set(surface.metallic)
    shader.CreateInput("clearcoat", kinds.Float).Set(surface.coat)
    if surface.transmission:
        shader.CreateInput("opacity", kinds.Float).Set(0.3)
        shader.CreateInput("ior", kinds.Float).Set(1.45)
    channel = "emissiveColor" if surface.glows else "diffuseColor"
    color = shader.CreateInput(channel, kinds.Color3f)
    if surface.glows:
        shader.CreateInput("diffuseColor", kinds.Color3f).Set(usd["Gf"].Vec3f(0.02, 0.02, 0.02))
    if picture:
        reader = shade.Shader.Define(stage, f"{place}/Coordinates")
        reader.CreateIdAttr("UsdPrimvarReader_float2")
        reader.CreateInput("varname", kinds.String).Set("st")
        texture = shade.Shader.Define(stage, f"{place}/Picture")
        texture.CreateIdAttr("UsdUVTexture")
        texture.CreateInput("file", kinds.Asset).Set(f"./{picture}")
        texture.CreateInput("sourceColorSpace", kinds.Token).Set("sRGB")
        for name in ("wrapS", "wrapT"):
            texture.CreateInput(name, kinds.Token).Set("clamp")
        texture.CreateInput("st", kinds.Float2).ConnectToSource(
            reader.CreateOutput("result", kinds.Float2)
        )
        color.ConnectToSource(texture.CreateOutput("rgb", kinds.Float3))
    else:
        color.Set(usd["Gf"].Vec3f(*surface.color))
    output = shader.CreateOutput("surface", kinds.Token)
    material.CreateSurfaceOutput().ConnectToSource(output)
    return material
