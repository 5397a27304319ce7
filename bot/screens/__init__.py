"""What a message looks like: pure functions from a view to text, buttons and media."""
