"""Figures: bodies, faces, hair and clothes as posed meshes.

Figure space is that of the rest pose (arms out): metres, y up, the face towards +z, the figure's own left at +x.
"""
