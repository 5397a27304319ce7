# Ce que l’on montre dans une image, dit en mots pour être accepté ou corrigé.

eyes-looking = 👁 Je regarde…
eyes-seen = 👁 Je vois :

    <blockquote>{ $text }</blockquote>

    Est-ce bien cela ? Rien n’en est fait avant votre accord.
eyes-used = 👁 <blockquote>{ $text }</blockquote>
eyes-dropped = 👁 Jeté : l’image et ce que j’y ai vu n’existent plus.
ask-seen = Répondez avec les bons mots. Un appui copie ce que j’ai vu : <code>{ $text }</code>
toast-looking-still = Je regarde encore.
eyes-blind = Le modèle de langue de ce studio ne voit pas les images. Décrivez-la avec des mots : qui, où, ce qui se passe, dans quelle lumière.
eyes-failed = Quelque chose a échoué pendant que je regardais. Renvoyez l’image, ou décrivez-la avec des mots.
invalid-no-picture = Je n’arrive pas à ouvrir cette image. Envoyez-la comme photo de 10 Mo au plus, ou décrivez-la avec des mots.
invalid-nothing-seen = Je ne tire rien de cette image. Envoyez-en une plus nette, ou décrivez-la avec des mots.
made-sketch = images apportées
replay-medium-sketch = image apportée
