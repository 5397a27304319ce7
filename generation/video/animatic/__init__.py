"""Limited animation on any laptop: a camera moves through the layers of a drawn panel."""
