"""What the house knows of design: styles, trades, words, sizes, and how they become a Theme.

Tables are JSON beside the modules, read on first use; importing reads nothing. It may import
the compositor and nothing else of the house.
"""

from knowledge.asset_specs import AssetSpec, DeliverableSize, asset_set, asset_spec, size_for
from knowledge.color_names import color_name, palette_names
from knowledge.entries import Industry, Style, industries, industry, style, styles
from knowledge.errors import KnowledgeError, UnknownEntry
from knowledge.lookup import (
    Match,
    find_industries,
    find_styles,
    pick_industries,
    pick_styles,
)
from knowledge.tables import copy_slots, design_rule
from knowledge.themes import fitting_styles, resolve_theme

__all__ = [
    "AssetSpec",
    "DeliverableSize",
    "Industry",
    "KnowledgeError",
    "Match",
    "Style",
    "UnknownEntry",
    "asset_set",
    "asset_spec",
    "color_name",
    "copy_slots",
    "design_rule",
    "find_industries",
    "find_styles",
    "fitting_styles",
    "industries",
    "industry",
    "palette_names",
    "pick_industries",
    "pick_styles",
    "resolve_theme",
    "size_for",
    "style",
    "styles",
]
