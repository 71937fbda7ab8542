"""Tea: leaf, ware and the hills it grows on."""
