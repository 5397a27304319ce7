# Une réponse qui vient mot à mot.

button-stop = ■ Arrêter
button-stop-doing = ■ Arrêter · { $doing }
stream-stopped = ■ <i>Arrêté.</i>
stream-interrupted = ■ <i>Interrompu par votre message.</i>
stream-failed = ⚠️ <i>Ma réponse s’est interrompue ici. Reposez-moi votre question, s’il vous plaît.</i>
stream-lost = Ma réponse a été interrompue et peut être incomplète. Reposez-moi votre question, s’il vous plaît.
toast-stopped = Arrêté.
toast-stopped-already = Cette réponse est déjà terminée.
refused-not-yours-to-stop = Seule la personne qui a demandé, ou qui dirige la série, peut arrêter cette réponse.
