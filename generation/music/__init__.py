"""The music."""
