"""Values and rules of the studio: the standard library only, no I/O."""
