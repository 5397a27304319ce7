"""Direction: words become a blocking (who stands where, looks whither, seen by which camera), judged and mended."""
