"""Maps: where their shapes are from, and whether they stand where the world has them."""
