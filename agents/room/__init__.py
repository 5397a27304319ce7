"""The writers' room: a conversation about a series; the agent listens, offers, and takes down what is wished."""
