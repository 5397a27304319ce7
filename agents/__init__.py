"""The creative work: the gate, the crew, production, review; where generation and storage meet."""
