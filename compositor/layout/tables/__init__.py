"""Tables: lists set as rows, cells, columns or charts, every word of them live text."""

from compositor.layout.tables.set_table import FORMS, PlacedTable, TableRules, set_table

__all__ = ["FORMS", "PlacedTable", "TableRules", "set_table"]
