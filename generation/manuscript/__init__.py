"""Manuscripts: scripts and stories that people wrote elsewhere, read from files and written to them."""
