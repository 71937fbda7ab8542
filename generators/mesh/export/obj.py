"""OBJ and MTL: text that nearly every 3D program reads; centimeters, y up.

Source: http://paulbourke.net/dataformats/obj/ and http://paulbourke.net/dataformats/mtl/
"""

from __future__ import annotations

from generators.mesh.export.surfaces import (
    Artworks,
    Surface,
    painted,
    standing_y_up,
    surface_of,
    used_uv,
)
from generators.mesh.prop import Prop

__all__ = ["obj_files"]


def obj_files(prop: Prop, artworks: Artworks, stem: str) -> dict[str, bytes]:
    """Return the files by name: the OBJ, its MTL and its pictures.

    Args:
        prop: What to write.
        artworks: Pictures by artwork area.
        stem: What the files are called, without suffix.
    """
    lines = [f"# {prop.name}, centimeters, y up", f"mtllib {stem}.mtl"]
    pictures: dict[str, bytes] = {}
    materials: dict[str, Surface] = {}
    base = {"v": 1, "vt": 1, "vn": 1}
    for part in prop.parts:
        surface = surface_of(part, artworks)
        vertices, normals, faces = standing_y_up(part.mesh, 1.0)
        lines += [f"o {part.name}", f"usemtl {surface.name}"]
        lines += [f"v {x:.5f} {y:.5f} {z:.5f}" for x, y, z in vertices.tolist()]
        lines += [f"vn {x:.5f} {y:.5f} {z:.5f}" for x, y, z in normals.tolist()]
        has_uv = bool(surface.artwork)
        if has_uv:
            lines += [f"vt {u:.6f} {1 - v:.6f}" for u, v in used_uv(part.mesh).tolist()]
            pictures[f"{stem}-{surface.name}.png"] = painted(part, artworks)
        for face in faces.tolist():
            corners = (_corner(index, base, has_uv=has_uv) for index in face)
            lines.append("f " + " ".join(corners))
        materials.setdefault(surface.name, surface)
        base["v"] += len(vertices)
        base["vn"] += len(normals)
        base["vt"] += len(vertices) if has_uv else 0
    library = "\n".join(_material(surface, stem) for surface in materials.values())
    return {
        f"{stem}.obj": ("\n".join(lines) + "\n").encode(),
        f"{stem}.mtl": library.encode(),
        **pictures,
    }


def _corner(index: int, base: dict[str, int], *, has_uv: bool) -> str:
    picture = str(index + base["vt"]) if has_uv else ""
    return f"{index + base['v']}/{picture}/{index + base['vn']}"


def _material(surface: Surface, stem: str) -> str:
    r, g, b = surface.color
    lines = [
        f"newmtl {surface.name}",
        f"Kd {r:.5f} {g:.5f} {b:.5f}",
        f"Pr {surface.roughness:.3f}",
        f"Pm {surface.metallic:.3f}",
        f"Pc {surface.coat:.3f}",
        f"Ns {max(1.0, 900 * (1 - surface.roughness) ** 2):.1f}",
        f"d {0.25 if surface.transmission else 1.0:.2f}",
    ]
    picture = f"{stem}-{surface.name}.png"
    if surface.artwork:
        lines.append(f"map_Kd {picture}")
    if surface.glows:
        lines.append(f"Ke {r:.5f} {g:.5f} {b:.5f}")
        if surface.artwork:
            lines.append(f"map_Ke {picture}")
    return "\n".join(lines) + "\n"
