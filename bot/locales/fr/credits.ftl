# Le générique : les rôles en titres, et les mots des cartons d’un épisode.

role-creator = Création
role-screenwriter = Scénario
role-prompt-writer = Prompts
role-supervisor = Supervision
role-editor = Montage
role-dubbing-artist = Doublage
role-performer = Interprétation
role-composer = Musique
role-sound = Son
role-translator = Traduction
role-rights-holder = Œuvre d’origine
role-tool = Outils

card-episode = Épisode { $number }
