"""What lasts: the domain, the database, the ledger, the vault, the inbox and the outbox."""
