"""The locker: weights, fonts and instruments, fetched once, checked by their SHA-256, kept as plain files."""
