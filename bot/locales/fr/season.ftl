# La bible et la saison d’une série.

replay-medium-bible = bible
replay-medium-season = saison
