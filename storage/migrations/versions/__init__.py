"""One module a step, each from the revision before."""
