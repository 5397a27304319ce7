# Ce qui est dit des scénarios et des récits que l’on apporte, et des fichiers qui emportent les mots d’une série.

manuscript-story = « { $title } » est un récit : aucune réplique n’y est marquée. Je peux faire un épisode de ce qu’il raconte.
manuscript-script = « { $title } » est un scénario : { $lines ->
    [one] une réplique
   *[other] { $lines } répliques
 }, { $people ->
    [one] une personne qui parle
   *[other] { $people } personnes qui parlent
 }.
manuscript-episodes = { $count ->
    [one] Gardé mot pour mot, il fait un épisode.
   *[other] Gardé mot pour mot, il fait { $count } épisodes de trente secondes au plus, coupés aux fins de scène.
 }
manuscript-begun = Je commence les { $begun } premiers. Envoyez-moi la suite quand ils seront faits.
manuscript-ask = Dois-je garder chaque réplique telle quelle, ou m’en inspirer et écrire librement ?
manuscript-overlong = { $count ->
    [one] Une tirade dure
   *[other] { $count } tirades durent
 } plus longtemps qu’un épisode ({ $name } : « { $words } »). Je ne raccourcis pas vos mots : coupez ce qui est trop long dans votre scénario et renvoyez-le. Ou laissez-moi écrire librement.
manuscript-keep-chosen = Je garde chaque réplique telle quelle.
manuscript-adapt-chosen = Je m’en inspire et j’écris librement.
button-keep-words = Garder chaque mot
button-adapt = Écrire librement
toast-manuscript-gone = Le message avec le texte a disparu. Renvoyez-le, s’il vous plaît.
halt-overlong = Dits à voix haute, ces mots durent plus longtemps qu’un épisode, et je ne raccourcis pas ce que vous avez écrit. Raccourcissez votre scénario et renvoyez-le.
invalid-manuscript-unknown = Je ne sais pas lire ce genre de fichier. Envoyez-moi .txt, .md, .docx, .pdf, .fountain ou .epub.
invalid-manuscript-too-large = C’est plus que je ne peux lire. Envoyez-moi au plus 20 Mo, 500 pages et un million de caractères ; pour écrire librement, au plus 200 000 caractères.
invalid-manuscript-damaged = Le fichier est abîmé ou coupé. Enregistrez-le de nouveau et renvoyez-le.
invalid-manuscript-locked = Le fichier est protégé par un mot de passe. Envoyez-le sans.
invalid-manuscript-hostile = Le fichier renvoie à des choses hors de lui, je ne l’ouvre donc pas. Enregistrez-le en texte simple et envoyez-le.
invalid-manuscript-empty = Je ne trouve pas de texte dans le fichier, et je ne sais pas lire des images de pages. Envoyez le texte lui-même, en fichier ou collé ici.
invalid-manuscript-too-slow = La lecture du fichier prend trop de temps. Enregistrez-le en texte simple et envoyez-le.
invalid-manuscript-no-lines = Aucune réplique n’est marquée dans ce texte : il n’y a rien à garder mot pour mot. Laissez-moi écrire librement.
invalid-manuscript-overlong = Une tirade dure plus longtemps qu’un épisode. Coupez-la en plusieurs dans votre scénario et renvoyez-le.

export-story = Histoire
export-cast = Personnages
export-world = Univers
export-style = Style
export-tone = Ton
export-places = Lieux
export-props = Objets
export-facts = Ce que l’on sait
export-synopsis = Synopsis
export-script = Scénario
export-bible = Bible
export-ask = « { $title } » · épisode { $number } : dans quel format voulez-vous le synopsis, le scénario et la bible ?
exported-synopsis = Le synopsis.
exported-script = Le scénario.
exported-bible = La bible de la série.
button-form-md = Markdown
button-form-fountain = Fountain
button-form-pdf = PDF
button-form-docx = .docx
menu-export = Synopsis, scénario et bible en fichiers
refused-nothing-written-yet = Rien n’est encore écrit de cet épisode. /status dit où en est le travail.
