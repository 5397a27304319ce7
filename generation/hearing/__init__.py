"""The ears: what is said aloud, written down on this machine."""
