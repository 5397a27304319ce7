# The roll: roles as headings, and the words on the cards of an episode.

role-creator = Creator
role-screenwriter = Screenplay
role-prompt-writer = Prompts
role-supervisor = Supervision
role-editor = Editing
role-dubbing-artist = Dubbing
role-performer = Performance
role-composer = Music
role-sound = Sound
role-translator = Translation
role-rights-holder = Source work
role-tool = Tools

card-episode = Episode { $number }
