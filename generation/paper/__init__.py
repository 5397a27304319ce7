"""Papers for a shoot: the storyboard and the shot list, printed from what is decided already."""
