"""Engines run requests; back-ends make media. The database is the truth, an engine is only hands."""
