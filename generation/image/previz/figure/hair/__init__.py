"""Hair: a scalp that grows from the skull of its wearer, and locks laid on it by the style.

Lengths are head units: metres on a head whose eyes are 115 mm below its top. The origin is between the eyes, in the
rest pose. Directions on the skull are `az` (degrees; 0 the face, 90 the wearer's left, 180 the back) and `el` (degrees
above the middle of the head).
"""
