"""A request in, a media file out. This room knows no series, no person and no database."""
