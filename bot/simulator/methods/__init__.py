"""The Bot API's methods, one function each; `table.METHODS` holds them by name."""
