"""Parts of messages by their kind."""
