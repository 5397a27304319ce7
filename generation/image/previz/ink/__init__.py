"""The inker: meshes seen by a camera become cel-shaded, inked layers."""
