"""Construction sheet: the geometry a mark is really made of, measured from its outlines."""

from brand_kits.construction_sheet.geometry import Construction, construction_of
from brand_kits.construction_sheet.page import construction_page

__all__ = ["Construction", "construction_of", "construction_page"]
