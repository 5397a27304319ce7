"""Colours of clothes: those asked for, or a palette chosen by who wears them; and what follows from them."""

from collections.abc import Mapping

from generation.image.previz.figure.mesh import Slot
from generation.image.previz.ink.paint import Finish
from generation.image.previz.light import Colour, dim, mix, rgb
from generation.image.previz.noise import dice
from generation.requests.pictures import Look

Trios = tuple[str, ...]
"""Palettes: main, second and accent of each."""

SILKS: Trios = (
    "#b3303a #7e1c2b #e5c56e", "#2f6f73 #1f4a52 #e8dcb8", "#e9e4da #b9cfd6 #4f7f93", "#5b4a86 #3c315f #d9c27a",
    "#3f6fa3 #e6e9ee #20406b", "#d98aa0 #b3566f #f5e6d6", "#7fa08a #4b6d5c #efe6c8", "#2b2f3d #8f2530 #c9a24f",
)  # fmt: skip
ROBES: Trios = (
    "#2d3a55 #1d273c #b9975a", "#dfe2e4 #b4bfc9 #50708c", "#2a2b31 #1b1c21 #a23a36", "#48625a #2e413b #d8c89a",
    "#6a3540 #45222b #d6b878", "#7d8ba0 #566378 #e9e4d4", "#3b4f7a #27365a #d9dde6",
)  # fmt: skip
MODERN: Trios = (
    "#7c95b8 #2f3a52 #f0ece2", "#b5474d #2c2f3a #f1e9de", "#5f8f7b #3a3f49 #f3eee2", "#dcdfd6 #3f5878 #b55a4a",
    "#3d4a63 #6f6757 #d8a24c", "#8a6fa3 #34344a #ece6f0", "#d9a441 #33415c #fbf5e6", "#484c57 #23262e #c94f4f",
)  # fmt: skip
PALETTES: Mapping[str, Trios] = {
    "hanfu": SILKS,
    "robe": ROBES,
    "official-robe": (
        "#8c2430 #5d1721 #d2a64c", "#2f4f7a #1e3453 #cfae5c", "#3b6650 #264435 #cdb26a", "#4b3566 #312246 #d3b25c",
    ),
    "imperial-robe": (
        "#d9a72e #b3421f #8e1d24", "#26252b #8e1d24 #d9b24a", "#c98f22 #7d1b24 #2f4f7a",
    ),
    "armour": (
        "#5d6470 #7a2029 #c8a052", "#3f4650 #27384f #b98b4a", "#7f7a6c #3a2f2a #c9a960", "#2f3238 #5c1b22 #b3924f",
    ),
    "martial": (
        "#24262d #1a1b20 #a3312f", "#e4e2dc #cfd3d6 #5a6b86", "#37506b #233449 #c9b27a", "#6a2430 #2b2127 #c7a35a",
    ),
    "monk-robe": (
        "#c9822f #8f4a24 #6a3b24", "#8b8f96 #5c626b #3a3d44", "#b8892f #8a2f28 #6b4a28",
    ),
    "peasant": (
        "#8d7a5c #5f5344 #40484f", "#6c7f86 #4a4a48 #a08a64", "#9a6b4d #57606a #3f3a35", "#7c8466 #4c4a40 #a3936b",
    ),
    "qipao": (
        "#a3213a #7d1530 #e2c06a", "#1f5a5a #123d40 #d9c27a", "#26305c #192044 #d8dce8", "#e5e1d8 #c4c9c9 #4c7a70",
        "#4d2f63 #331e45 #dcbf7a",
    ),
    "suit": (
        "#2b3448 #2b3448 #8e2a35", "#3b3e46 #3b3e46 #31527f", "#1f2229 #1f2229 #8d8f96", "#5a5e68 #5a5e68 #5d2b3e",
        "#3f352f #3f352f #b3803c", "#24403f #24403f #c8a867",
    ),
    "coat": (
        "#9c7a3f #2d323d #ece4d6", "#3b424f #24272f #b9b6ae", "#6f5f53 #2f2c2d #c9c2b4", "#7d2f3a #2a2a33 #e4dccf",
        "#b8b2a4 #3d4552 #6b4a3a",
    ),
    "shirt": (
        "#e9ecef #2f3748 #7a4b34", "#9db8d6 #39414f #5b3f30", "#5c7a92 #262c38 #4a3629", "#8f3f45 #2b2e37 #3a2a24",
        "#cfd8c8 #4b4a44 #5b4330",
    ),
    "tee": MODERN,
    "hoodie": MODERN,
    "sweater": MODERN,
    "jacket": (
        "#33302e #2e3f5c #e8e6e0", "#4d5f44 #33363c #e6dfcf", "#5b3a2c #2f3a50 #e9e2d2", "#2c3a5a #3a3c42 #d9d6ce",
        "#7a2d33 #262a33 #ece8e0",
    ),
    "dress": (
        "#a84a5c #a84a5c #f1e3d3", "#3f6f8f #3f6f8f #f2ead8", "#e2b04a #e2b04a #5a3a2e", "#4d7a5f #4d7a5f #efe4c8",
        "#32384f #32384f #d8b46a", "#e8e4de #e8e4de #8f6a7a",
    ),
    "gown": (
        "#7d1430 #7d1430 #e6c77c", "#14304f #14304f #cfd8e6", "#1c1c22 #1c1c22 #c9a95a", "#1d5a4c #1d5a4c #e2cf8e",
        "#d9d2e6 #d9d2e6 #8b7fae",
    ),
    "blouse-skirt": (
        "#eef0ef #2f3a55 #b0455a", "#bcd0e0 #3d3f46 #2f4a6b", "#dfb3c4 #5a3a48 #8f4a5a", "#f0e8d4 #4b5f4a #7a5a3a",
    ),
    "school-uniform": (
        "#f2f3f4 #27355a #b02d3b", "#f2f3f4 #3c4a3f #8a2b34", "#f2f3f4 #3b3f4a #2f5fa0",
    ),
    "police-uniform": (
        "#27385c #1c2438 #d8c27a", "#8fb0d4 #1f2a44 #d8dce4",
    ),
    "lab-coat": (
        "#f1f4f6 #39485c #6fa0c4", "#f1f4f6 #4a4b52 #7fae9a", "#eef2f4 #2f3542 #b08a8f",
    ),
    "hospital-gown": (
        "#b9d6dc #d8e8ea #6f9fae", "#c9d8ee #dfe7f3 #7f95c0", "#cfe3d2 #e3eee2 #7fa78b",
    ),
    "apron": (
        "#3c5a4a #3b4152 #e7e2d6", "#7d2a3a #33363f #efe8da", "#2f3c55 #4a463f #e9e4d8", "#a88a32 #3d3a3c #f0eadc",
    ),
    "tracksuit": (
        "#28406e #28406e #f0f2f4", "#b02f36 #2a2c33 #f2f0ec", "#2f6b57 #2f6b57 #f0eee6", "#25272d #25272d #e0b13f",
    ),
    "spacesuit": (
        "#e9ecef #c4ccd4 #e0702e", "#dfe4ea #aab4c2 #2f7fb0", "#cfd3d6 #6d7683 #c23a3a",
    ),
    "bodysuit": (
        "#262b3a #3c465e #4fd0e0", "#3a2430 #5a3446 #e0567a", "#20302e #33524d #6fe0a8", "#30303a #6a6f80 #e8b84a",
    ),
    "rags": (
        "#6f6150 #4f473d #85735a", "#5f6460 #44443f #7d7462", "#7a5d48 #4a443f #94836a",
    ),
}  # fmt: skip
"""Palettes of each outfit, of which the id of who wears it chooses."""

LEATHER, GOLD, STEEL, WHITE, BLACK = rgb("#4a3226"), rgb("#d2a94e"), rgb("#b4bcc6"), rgb("#f3f1ec"), rgb("#22232a")


def trio(look: Look) -> tuple[Colour, Colour, Colour]:
    """Return main, second and accent of a look's clothes: as asked, the rest from a palette that its id chooses."""
    choice = PALETTES[look.outfit]
    chosen = choice[int(dice(0, look.id, look.outfit).integers(len(choice)))].split()
    asked = [*look.colours, "", "", ""][:3]
    main, second, accent = (rgb(want or have) for want, have in zip(asked, chosen, strict=True))
    if asked[0] and not asked[1] and chosen[0] == chosen[1]:
        second = main
    return main, second, accent


def coats(look: Look) -> dict[int, tuple[Colour, Finish]]:
    """Return the coat of each slot that clothes use."""
    main, second, accent = trio(look)
    return {
        Slot.TOP: (main, Finish.CLOTH),
        Slot.BOTTOM: (second, Finish.CLOTH),
        Slot.ACCENT: (accent, Finish.CLOTH),
        Slot.TRIM: (mix(accent, WHITE, 0.25), Finish.CLOTH),
        Slot.LINING: (dim(mix(main, second, 0.4), 0.55), Finish.FLAT),
        Slot.BELT: (mix(accent, second, 0.35), Finish.CLOTH),
        Slot.SECOND: (WHITE, Finish.CLOTH),
        Slot.SHOE: (mix(dim(second, 0.55), BLACK, 0.4), Finish.CLOTH),
        Slot.LEATHER: (LEATHER, Finish.CLOTH),
        Slot.STRAP: (BLACK, Finish.CLOTH),
        Slot.METAL: (GOLD, Finish.METAL),
        Slot.PROP: (STEEL, Finish.METAL),
        Slot.GLOW: (mix(accent, WHITE, 0.35), Finish.GLOW),
        Slot.GLASS: (rgb("#7fb6d6"), Finish.METAL),
        Slot.SPARE: (dim(main, 0.72), Finish.CLOTH),
    }
