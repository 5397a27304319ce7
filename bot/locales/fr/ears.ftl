# Ce qui est dit à voix haute, transcrit, à accepter ou à corriger.

ears-listening = 🎧 J’écoute… { $percent } %
button-stop-listening = ✗ Arrêter
ears-heard = 🎤 J’ai entendu :

    <blockquote>{ $text }</blockquote>

    Est-ce bien ce que vous avez dit ? Rien n’en est fait avant votre accord.
button-heard-use = ✓ C’est bien ça
button-heard-correct = ✎ Corriger
button-heard-drop = ✗ Jeter
ears-accepted = 🎤 <blockquote>{ $text }</blockquote>
ears-dropped = 🎤 Jeté : l’enregistrement et ce que j’y ai entendu n’existent plus.
ears-remark-dropped = 🎤 Jeté. Que faut-il faire de la remarque ci-dessus ? Répondez à ce message avec vos mots.
ears-over = C’est déjà réglé.
ask-dictated = Répondez avec les mots justes. Touchez le texte entendu pour le copier : <code>{ $text }</code>
toast-listening-still = J’écoute encore.
ears-deaf = Je ne sais pas écouter ici : ce studio n’a pas d’oreilles installées. Dites-le-moi par écrit, s’il vous plaît.
ears-no-sound = Je n’arrive pas à ouvrir cet enregistrement. Redites-le dans un message vocal, ou écrivez-le.
ears-failed = L’écoute a échoué. Redites-le, ou écrivez-le.
invalid-nothing-heard = Je n’ai entendu personne parler. Redites-le plus près du téléphone, ou écrivez-le.
invalid-spoken-gone = Ce que vous avez dit n’est plus là. Redites-le, ou écrivez-le.
