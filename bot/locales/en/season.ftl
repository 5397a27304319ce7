# The bible and the season of a series.

