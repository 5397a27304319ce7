# Les voix que l’on prête : ce qui est demandé, à quoi cela sert, qui parle pour qui.

menu-voice = À qui sont les voix des personnages, et prêter la vôtre
voices-title = 🎙 <b>Les voix de « { $title } »</b>
voices-row = { $character } : { $name }
voices-model = une voix du modèle
voices-own = Vous prêtez votre voix à cette série. Vous pouvez la retirer à tout moment : les répliques faites ensuite ont une autre voix, votre enregistrement est supprimé, et les épisodes déjà sortis restent tels quels.
voices-how = Vous pouvez prêter votre voix à cette série : vous lisez une phrase à voix haute, vous voyez à quoi elle servira, et vous dites oui ou non.
voices-cannot = Le modèle qui parle ici n’a que ses propres voix ; personne ne peut prêter la sienne.
voices-lead = Donnez une voix à un personnage :
voices-left = Vous avez quitté « { $title } », et votre voix lui est encore prêtée.
voices-private = Les voix des personnages se règlent dans notre conversation privée : écrivez-y /voice.
button-lend = 🎙 Prêter ma voix
button-unlend = Retirer ma voix
button-lend-yes = Oui, je la prête
button-lend-no = Non
button-cast = { $character } ← { $name }
button-cast-model = { $character } ← une voix du modèle
lend-ask = Répondez à ce message par un message vocal de { $shortest } à { $longest } secondes où vous lisez ceci à voix haute, posément et sans bruit autour de vous ; si c’est plus court, continuez avec vos propres mots :

    <b>{ $sentence }</b>

    Un modèle y apprend comment vous parlez, et dit des répliques de « { $title } » avec une voix comme la vôtre. Rien n’en est fait avant que vous ayez dit oui.
lend-sentence = Je suis { $name }. Je prête ma voix à la série « { $title } ». Elle peut dire les répliques de ses personnages, dans toutes les langues, jusqu’à ce que je la retire.
lend-confirm = Voici à quoi servira votre enregistrement :

    – aux répliques des personnages de « { $title } », de ceux que choisit la personne qui mène la série, dans toutes les langues
    – à rien d’autre, et à aucune autre série
    – le générique des épisodes où on l’entend vous nomme

    Vous avez lu : <i>{ $sentence }</i>

    Vous pouvez retirer votre voix à tout moment avec /voice. Est-ce votre propre voix, et la prêtez-vous ?
lend-done = ✓ Vous prêtez votre voix. Avec /voice, vous voyez qui parle avec elle, et vous pouvez la retirer.
lend-dropped = Rien n’est prêté, et votre enregistrement est supprimé.
lend-aloud = Seul un message vocal répond à ceci : { $shortest } à { $longest } secondes où vous lisez la phrase à voix haute.
toast-unlent = Vous ne prêtez plus votre voix. Votre enregistrement est supprimé.
toast-cast = Les répliques faites désormais ont cette voix.
refused-voice-not-taken = Le modèle qui parle ici n’a que ses propres voix ; personne ne peut prêter la sienne.
refused-not-yours-to-lend = Vous ne pouvez prêter que votre propre voix, et seulement à une série à laquelle vous participez.
refused-voice-not-lent = Cette voix n’est plus prêtée.
invalid-voice-too-short = C’est trop court pour entendre comment vous parlez. Lisez la phrase à voix haute, en 6 secondes ou plus.
invalid-voice-too-long = C’est trop long. Une demi-minute suffit.
invalid-voice-no-sound = Je n’entends rien dans cet enregistrement. Envoyez un message vocal.
told-voice-lent = 🎙 { $by } prête sa voix à « { $title } ». Avec /voice, vous pouvez la donner à un personnage.
told-voice-withdrawn = 🎙 { $by } a retiré sa voix de « { $title } ». Les répliques faites désormais ont une autre voix ; ce qui n’est pas encore sorti sera dit à nouveau.
told-voice-given = 🎙 { $character } parle désormais avec votre voix dans « { $title } ». Avec /voice, vous pouvez la retirer.
did-lent = voix prêtée
did-withdrew = voix retirée
record-did-lent = Voix prêtée
record-did-withdrew = Voix retirée
replay-did-lent = prête une voix
replay-did-withdrew = retire une voix
replay-medium-lending = voix prêtée
replay-medium-casting = qui parle pour qui
made-lending = voix prêtées
made-casting = qui parle pour qui
