# Un plan tout seul : avant et après, et plusieurs dessins au choix.

label-before = Avant
label-after = Après
shot-changed = Changé : avant à gauche, après à droite. Gardez le nouveau, ou revenez à l’ancien.
shot-varied = Lequel choisissez-vous ?
button-keep-new = ✓ Garder le nouveau
button-back = ↶ Revenir à l’ancien
button-variants = { $count } variantes
button-keep-current = Garder l’actuel
variants-how = Répondez à un dessin du storyboard par /variants 3, et je dessine ce plan de trois autres façons, au choix.
invalid-variants = Je dessine de deux à quatre variantes à la fois.
refused-is-out = Cet épisode est sorti, et ses images restent telles quelles. La prochaine idée que vous m’envoyez peut continuer la série.
refused-no-such-shot = Ce plan n’est pas dans le scénario.
menu-variants = D’autres dessins d’un plan : répondez à son image
