"""The Document: pages of layers and their assets. Frozen, JSON, nothing computed."""

from compositor.document.asset import Asset, Provenance
from compositor.document.document import Document, Page
from compositor.document.effect import Blur, Effect, Shadow
from compositor.document.layer import (
    BaseLayer,
    GroupLayer,
    ImageLayer,
    Layer,
    Mask,
    Shape,
    TextLayer,
    VectorLayer,
)
from compositor.document.paint import (
    ImagePaint,
    LinearGradient,
    Paint,
    RadialGradient,
    SolidPaint,
    Stop,
    Stroke,
    SweepGradient,
    solid,
)
from compositor.document.store import AssetStore
from compositor.document.text import FontChoice, TextPath, TextRun

__all__ = [
    "Asset",
    "AssetStore",
    "BaseLayer",
    "Blur",
    "Document",
    "Effect",
    "FontChoice",
    "GroupLayer",
    "ImageLayer",
    "ImagePaint",
    "Layer",
    "LinearGradient",
    "Mask",
    "Page",
    "Paint",
    "Provenance",
    "RadialGradient",
    "Shadow",
    "Shape",
    "SolidPaint",
    "Stop",
    "Stroke",
    "SweepGradient",
    "TextLayer",
    "TextPath",
    "TextRun",
    "VectorLayer",
    "solid",
]
