"""Every place and its three compositions; a scene's seed picks one, so that all its shots agree."""

from collections.abc import Callable, Mapping

from generation.image.previz.scenery.crowd import gather
from generation.image.previz.scenery.sets import (
    avenues,
    city,
    country,
    crossings,
    decks,
    gardens,
    homes,
    interiors,
    nature,
    old_town,
    rails,
    roofs,
    science,
    ship,
    station,
    taverns,
    theatre,
    throne,
    town,
    vehicles,
    vessels,
    wild,
    wilds,
    woods,
    workplaces,
)
from generation.image.previz.scenery.stage import Stage

Build = Callable[[Stage], None]
"""What lays a place out on a stage."""

SETS: Mapping[str, tuple[Build, Build, Build]] = {
    "palace": (old_town.palace, gardens.pond_garden, gardens.moon_gate),
    "mountain": (nature.mountain, wilds.cloud_ledge, wilds.valley_stream),
    "sea": (nature.sea, wilds.pier, wilds.lighthouse_beach),
    "temple": (old_town.temple, gardens.temple_court, gardens.temple_stairs),
    "market": (old_town.market, crossings.market_square, crossings.food_lane),
    "forest": (nature.forest, woods.birch_stream, woods.dark_pines),
    "village": (country.village, gardens.village_bridge, gardens.village_fields),
    "street": (town.street, avenues.boulevard, avenues.alley),
    "city": (city.city, avenues.canyon, avenues.square),
    "rooftop": (city.rooftop, roofs.washing_roof, roofs.sign_roof),
    "room": (interiors.room, homes.flat_salon, homes.flat_loft),
    "kitchen": (interiors.kitchen, homes.kitchen_island, homes.kitchen_hearth),
    "shop": (interiors.shop, taverns.bakery, taverns.tailor),
    "office": (interiors.office, workplaces.director, workplaces.meeting),
    "school": (interiors.school, workplaces.corridor_school, workplaces.library),
    "hospital": (interiors.hospital, workplaces.ward_corridor, workplaces.surgery),
    "restaurant": (interiors.restaurant, taverns.cafe, taverns.bar),
    "station": (station.station, crossings.hall_of_departures, crossings.underground_platform),
    "spaceship": (ship.spaceship, decks.ring_corridor, decks.hold),
    "desert": (nature.desert, wilds.ruins, wilds.oasis),
    "palace-hall": (throne.throne_hall, throne.audience, throne.shrine),
    "bamboo": (wild.bamboo_path, wild.bamboo_steps, wild.bamboo_pond),
    "cave": (wild.cave_mouth, wild.cave_crystals, wild.cave_den),
    "boat": (vessels.river_boat, vessels.junk, vessels.ferry),
    "bedroom": (homes.bedroom_wide, homes.bedroom_old, homes.bedroom_young),
    "car": (vehicles.town_car, vehicles.country_car, vehicles.side_car),
    "train": (rails.coach, rails.compartment, rails.underground),
    "laboratory": (science.chemistry, science.clean_room, science.workshop),
    "stage": (theatre.playhouse, theatre.concert, theatre.house),
}
"""Place to the three ways it is built."""


def build(stage: Stage, place: str) -> None:
    """Lay out a place in the scene's own composition, with whoever passes by."""
    SETS[place][stage.layout](stage)
    gather(stage, place)
