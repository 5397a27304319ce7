"""Things: what figures hold, sit on and keep, and the animals that walk beside them, as meshes."""
