"""The VI manual: for now its one-page sheet, built as a Document."""

from brand_kits.manual.one_sheet import build_one_sheet

__all__ = ["build_one_sheet"]
