"""The studio: props before a path-tracing camera, in a process of its own."""

from generators.mesh.studio.cache import StudioCache
from generators.mesh.studio.photograph import render, turntable
from generators.mesh.studio.picture import StudioPicture
from generators.mesh.studio.process import Tracer
from generators.mesh.studio.readiness import probe
from generators.mesh.studio.request import Backdrop, Camera, Placement, Rig, StudioRequest

__all__ = [
    "Backdrop",
    "Camera",
    "Placement",
    "Rig",
    "StudioCache",
    "StudioPicture",
    "StudioRequest",
    "Tracer",
    "probe",
    "render",
    "turntable",
]
