"""Commands: what a person can ask of the studio, as plain values."""
