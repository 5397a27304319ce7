# Ce qui figure sur les documents de tournage.

paper-storyboard = Storyboard
paper-shot-list = Liste des plans
paper-length = { $shots } plans · { $seconds } s
paper-version = version { $version }
column-number = N°
column-scene = Décor
column-framing = Cadre
column-angle = Axe
column-move = Mouvement
column-lens = Focale
column-who = Personnages
column-action = Action
column-dialogue = Dialogue
column-sound = Son
column-seconds = Secondes
column-total = Cumul
sound-sync = synchrone
sound-silent = muet

button-papers = 🖨 Documents de tournage
printed-storyboard = Le storyboard, à imprimer en A4.
printed-shot-list = La liste des plans, à imprimer en A4.
printed-spreadsheet = La même liste des plans pour un tableur.
refused-not-yours-to-see = Seule l’équipe de cette série voit ce qu’elle contient. Commencez la vôtre avec /new.
refused-nothing-drawn-yet = Il n’y a pas encore de storyboard à imprimer. /status dit ce qu’il attend ; redemandez-le quand il sera dessiné.
menu-storyboard = Le storyboard, à imprimer
menu-shotlist = La liste des plans, à imprimer
