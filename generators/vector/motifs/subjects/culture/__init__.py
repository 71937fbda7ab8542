"""Culture: study, music and prizes."""
