"""Wild country: woods, dunes, coast, heights."""
