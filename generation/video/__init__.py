"""The clips: a panel set in motion."""
