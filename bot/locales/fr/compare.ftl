# Les versions d’une œuvre côte à côte, et ce qui a changé.

menu-compare = Deux versions, côte à côte
button-compare = ⇄ Comparer
changed-since = { $version ->
    [approved] <b>Ce qui a changé depuis la version approuvée</b>
   *[shown] <b>Ce qui a changé depuis la version précédente</b>
}
unchanged-since = { $version ->
    [approved] Rien n’a changé dans le texte depuis la version approuvée.
   *[shown] Rien n’a changé dans le texte depuis la version précédente.
}
changed-shots-text = { $count ->
    [one] texte du plan { $numbers }
   *[other] texte des plans { $numbers }
}
changed-shots-picture = { $count ->
    [one] image du plan { $numbers }
   *[other] images des plans { $numbers }
}
changed-shots-new = { $count ->
    [one] nouveau : plan { $numbers }
   *[other] nouveaux : plans { $numbers }
}
changed-shots-gone = { $count ->
    [one] retiré : l’ancien plan { $numbers }
   *[other] retirés : les anciens plans { $numbers }
}
changes-left-out = { $count ->
    [one] … et une autre ligne modifiée, qui ne tient pas dans un message.
   *[other] … et { $count } autres lignes modifiées, qui ne tiennent pas dans un message.
}
compare-ask = ⇄ <b>Comparer</b> · « { $title } », épisode { $number }
    Choisissez ce que vous voulez voir en deux versions. On commence par l’actuelle et la précédente.
compare-none = Il n’y a encore rien à comparer dans « { $title } », épisode { $number } : tout n’existe qu’en une version. Dites ce qui doit changer, et la nouvelle version se comparera ici à l’ancienne.
compare-head = ⇄ <b>{ $work }</b> · « { $title } », épisode { $number }
compare-made = <b>{ $number }</b> · { $maker }{ $wished ->
    [0] {""}
   *[other] , d’après les mots de { $names }
} · { $date }
compare-same = Pas un mot ne diffère entre ces deux versions.
compare-failed = Ces deux versions n’ont pas pu être mises côte à côte. Rien n’est perdu ; essayez avec d’autres.
compared-synopsis = Synopsis
compared-script = Scénario
compared-panel = Dessin du plan { $number }
compared-still = Image du plan { $number }
compared-clip = Plan animé { $number }
compared-preview = Aperçu
compared-cut = Montage final
button-compare-synopsis = 📝 Synopsis · { $count }
button-compare-script = 📜 Scénario · { $count }
button-compare-panel = 🎨 Plan { $number } · { $count }
button-compare-still = 🖼 Plan { $number } · { $count }
button-compare-clip = 🎞 Plan animé { $number } · { $count }
button-compare-preview = 🎬 Aperçu · { $count }
button-compare-cut = 🎬 Montage final · { $count }
refused-no-comparison = Ce ne sont plus deux versions d’une même chose. /compare montre ce qu’il y a.
