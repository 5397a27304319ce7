# What stands on the papers for a shoot.

paper-storyboard = Storyboard
paper-shot-list = Shot list
paper-length = { $shots } shots · { $seconds } s
paper-version = version { $version }
column-number = No.
column-scene = Scene
column-framing = Framing
column-angle = Angle
column-move = Move
column-lens = Lens
column-who = Who
column-action = Action
column-dialogue = Dialogue
column-sound = Sound
column-seconds = Seconds
column-total = Running total
sound-sync = sync
sound-silent = silent

button-papers = 🖨 Papers for a shoot
printed-storyboard = The storyboard, to print on A4.
printed-shot-list = The shot list, to print on A4.
printed-spreadsheet = The same shot list for a spreadsheet.
refused-not-yours-to-see = Only the team of this series sees what is in it. Begin your own with /new.
refused-nothing-drawn-yet = There is no storyboard to print yet. /status says what it waits for; ask again once it is drawn.
menu-storyboard = The storyboard, to print
menu-shotlist = The shot list, to print
