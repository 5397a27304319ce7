"""The places, one family a module: each place is a function that builds on a stage."""
