"""Brand kits: what a brand allows, its lockups, its presentation and its manual."""

from brand_kits.kit import BrandKit, LogoRules

__all__ = ["BrandKit", "LogoRules"]
