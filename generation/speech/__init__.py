"""The voices."""
