"""The crew: each asks the chat model bounded questions, checks the answers, and puts a document together from them."""
