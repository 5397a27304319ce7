# Les sujets des épisodes, dans un groupe qui est un forum.

topic-name = { $number } · { $title }
topic-name-released = ✓ { $number } · { $title }
topics-barred = Je ne peux pas donner ici un sujet à chaque épisode : nommez-moi administrateur avec le droit de <b>gérer les sujets</b>. D’ici là, tout reste dans ce sujet.
topic-lost = Le sujet « { $topic } » n’existe plus ; ce qui le concerne arrive désormais ici.
