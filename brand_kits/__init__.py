"""Brand kits: what a brand allows, its lockups, its presentation and its manual."""

from brand_kits.kit import BrandKit, DrawnName, LogoRules

__all__ = ["BrandKit", "DrawnName", "LogoRules"]
