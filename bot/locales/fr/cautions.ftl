# Des mots qui touchent peut-être aux droits d’autrui : à quoi, quoi d’autre à la place, et qui en répond.

caution-said = ⚖ À propos de « { $text } » :
caution-likeness = Je ne copie ni le visage ni la voix d’une personne vivante, et « { $name } » semble en être une. Décrivez plutôt quelqu’un à vous : âge, carrure, cheveux, un détail que l’on retient.
caution-style = Je ne copie pas le style d’un artiste vivant, et « { $name } » semble en relever. Dites plutôt ce qui vous y plaît : couleurs, traits, lumière, ambiance.
caution-franchise = { $owner ->
    [none] « { $name } » est à quelqu’un d’autre.
   *[other] À ma connaissance, « { $name } » appartient à { $owner }.
} Gardez ce qui vous y plaît, une école de magie ou un héros masqué, et faites-en le vôtre.
caution-ask = C’est noté tel quel, et le travail continue.
caution-assured = ✓ { $name } en répond. C’est inscrit sur la feuille des crédits.
button-instead = ✎ Changer
button-assure = Garder, j’en réponds
ask-instead = Que voulez-vous à la place de « { $name } » ? Décrivez-le en une phrase entière ; elle devient un souhait.
ask-assured = Il est noté que vous en répondez. Si vous avez une raison, une licence ou un accord par exemple, répondez à ce message : elle sera imprimée à côté de votre nom. Rien ne vous y oblige.
toast-assured = Noté : vous en répondez.
assured-why = Votre raison est notée.
refused-not-yours-to-assure = Seule la personne qui dirige la série peut en répondre. Changez-le, ou demandez-lui.
refused-nothing-to-assure = Il n’y a plus rien ici dont on puisse répondre.
invalid-harmful = Je n’aide pas à faire du mal. Si c’est pour une histoire, dites-moi ce qui arrive à qui, et je trouverai comment le raconter.
made-assurance = notes sur les droits
record-did-assured = Droits dont on répond
replay-did-assured = en répond
replay-medium-assurance = note sur les droits
sheet-assured = Droits dont quelqu’un répond
sheet-matter = Sujet
sheet-named = Nommé
sheet-keeper = En répond
sheet-since = Depuis
sheet-reason = Raison donnée
sheet-somebody = une personne qui n’est pas nommée
sheet-removed = retiré à la demande de l’auteur
matter-likeness = Ressemblance d’une personne vivante
matter-style = Style d’un artiste vivant
matter-franchise = Personnages ou monde existants
