"""Clothes: cut on the rest pose of a body, carried by its bones, and hung where they fall free."""
