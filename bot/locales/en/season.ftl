# The bible and the season of a series.

replay-medium-bible = bible
replay-medium-season = season
