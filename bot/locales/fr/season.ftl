# La bible et la saison d’une série.

