"""Handlers: an update becomes a command. They decide nothing; rights are asked where the act happens."""
