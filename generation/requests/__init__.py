"""What can be asked for: frozen values whose digest is their identity.

A request names its inputs by the digest of their bytes, never by a path, so that the same wish on the same
material has the same digest on every machine. A back-end finds the bytes through its `Job`.
"""
