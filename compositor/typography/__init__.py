"""Type: faces, shaping, line breaking, fitting. Takes a TextLayer, gives a SetText."""
