"""The ledger: every contribution in a chain, sealed with a signature at each commit."""
