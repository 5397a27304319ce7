"""Scenery: sets painted on layers, with the air and the passers-by in them."""
