"""One module for each command of the command line: `main(settings, asked)` carries it out and returns the status."""
