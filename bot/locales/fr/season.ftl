# La bible et la saison d’une série.

replay-medium-bible = bible de la série
replay-medium-season = saison
