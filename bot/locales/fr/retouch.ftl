# Les retouches d’une image peinte : avec des mots, dans une zone entourée, en plus grand.

button-larger = ⤢ Plus grand
retouches-left = Ce plan a été repeint. { $count ->
    [one] La retouche de l’image d’avant n’est pas sur la nouvelle ; elle peut y être refaite.
   *[other] Les { $count } retouches de l’image d’avant ne sont pas sur la nouvelle ; elles peuvent y être refaites.
}
button-retouch-again = ↻ { $count ->
    [one] La refaire ici
   *[other] Les refaire ici
}
retouches-again = ↻ { $count ->
    [one] Je refais la retouche sur la nouvelle image.
   *[other] Je refais les { $count } retouches sur la nouvelle image.
}
circle-shown = Je ne changerai que cette zone :

    <blockquote>{ $text }</blockquote>
button-circle-yes = ✓ Oui
button-circle-no = Non
circle-yes = ✓ Seule cette zone est retouchée.

    <blockquote>{ $text }</blockquote>
circle-no = L’image reste comme elle est.

    <blockquote>{ $text }</blockquote>
circle-wordless = Je vois l’image, mais pas ce qui doit y changer. Renvoyez-la en l’écrivant dessous.
invalid-circle-other = Cette photo ne montre pas l’image qui compte maintenant pour ce plan. Dessinez sur celle-là, et répondez-lui.
invalid-circle-nothing = Je ne trouve rien de dessiné sur cette photo. Entourez l’endroit d’une couleur vive que l’image n’a pas là.
invalid-circle-open = Je trouve des traits, mais pas de zone. Entourez l’endroit, ou gribouillez dessus, d’une couleur vive que l’image n’a pas là.
invalid-circle-everything = Presque toute l’image est entourée. Pour la changer entière, répondez-lui avec des mots seulement.
refused-no-upscale = Aucun modèle qui agrandit les images n’est installé dans ce studio.
refused-large-enough = Cette image est aussi grande que possible.
refused-drawn-only = Ce plan est dessiné, pas peint. Répondez au dessin avec des mots, et je le redessine.
toast-not-your-circle = Seule la personne qui a dessiné peut dire oui ou non.
step-retouch = Images retouchées
made-retouch = images retouchées
made-retouches = retouches d’images
replay-medium-retouch = Image retouchée
replay-medium-retouches = Retouches d’une image
compared-retouch = Image retouchée du plan { $number }
button-compare-retouch = 🖌 Plan { $number } · { $count }
variant-recommended = recommandée
stars-are = Les ★ sont de simples mesures : composition gardée, couleurs, netteté, exposition. Elles ne disent rien du goût.
auditions-are = Ce sont des essais rapides : celui que vous choisissez est peint en entier.
