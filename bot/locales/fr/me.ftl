# Le relevé d’une personne, et son certificat.

record-head = 👤 <b>{ $name }</b> · votre relevé
record-empty = Vous n’avez encore rien fait. Envoyez-moi une idée en une phrase : votre relevé commencera par elle.
record-in-private = Votre relevé n’est que pour vous. Demandez-le-moi en privé : { $link }
record-released = <b>Sortis</b>
record-unreleased = <b>En préparation</b>
record-all = <b>En tout</b>
record-line = • « { $title } » · { $series } · épisode { $number }
record-line-same = • « { $title } » · épisode { $number }
record-role = { $role } ({ $degree })
record-nothing-survived = rien n’en est dans le film
record-more = … et { $count } de plus
record-acts = { $count ->
    [one] un acte jusqu’ici
   *[other] { $count } actes jusqu’ici
}
record-total = { $label } : { $done } ({ $survived } dans des films sortis)
record-total-plain = { $label } : { $done }
record-did-wrote = Idées écrites
record-did-prompted = Demandes en mots
record-did-edited = Retouches
record-did-generated = Enregistrements et résultats
record-did-arranged = Assemblages
record-did-chose = Choix
record-did-approved = Approbations
record-did-sent-back = Renvois
record-did-remarked = Remarques
record-did-released = Sorties
record-did-disputed = Mentions contestées
record-did-settled = Contestations réglées
record-time = Temps actif : environ { $minutes } min (une estimation : entre deux actes comptent cinq minutes au plus)
record-foot = <i>Compté d’après le registre ; ces nombres ne sont pas des parts. Vous seul voyez ceci.</i>

button-certificate = 📄 Certificat (PDF)
certificate-sent = Votre certificat, à garder ou à montrer. Qui scanne son code peut le faire vérifier : { $command }.
certificate-data = Le même relevé, sous forme de données. Il va avec le certificat et se vérifie avec lui.
refused-nothing-made-yet = Il n’y a encore rien à certifier. Envoyez-moi une idée en une phrase.
menu-me = Votre relevé, et un certificat

certificate-name = Certificat de contributions
certificate-about = { $person } · délivré le { $date }
certificate-lead = a pris part à la création des épisodes ci-dessous. Le registre du studio le montre.
certificate-lead-none = a pris part à la création d’épisodes qui ne sont pas encore sortis. Le registre du studio le montre.
certificate-episodes = { $count ->
    [one] Épisode sorti
   *[other] { $count } épisodes sortis
}
certificate-more = … et { $count } de plus, dans le fichier { $file }.
certificate-numbers = Les choix humains en chiffres
certificate-survived = { $count } dans des films sortis
certificate-period = Période
certificate-minutes = environ { $minutes } min (une estimation)
certificate-unreleased = Épisodes pas encore sortis
certificate-record = Relevé
certificate-scan = Signé. Pour vérifier : scanner, copier le texte, et lancer
certificate-limits = Ce que dit ce certificat, et ce qu’il ne dit pas
certificate-says = Il dit ce que montre le registre. Il n’est un verdict juridique ni sur qui est auteur, ni sur ce que la loi protège.
certificate-tools = Modèles et programmes ont servi d’outils, à la demande de personnes ; la feuille des crédits de chaque épisode les nomme. Un outil n’est pas auteur. Approuver, c’est superviser, et ce n’est compté pour rien d’autre.
certificate-counts = Les nombres viennent du registre de ce qui s’est passé ; ce ne sont pas des parts. Principal : seul dans le rôle, ou plus du double d’actes du suivant ; en appui : moins de la moitié du plus grand nombre.
