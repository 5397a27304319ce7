"""The sets: which words of a story stand for the places that the storyboard artist can build."""

import re
from collections import Counter
from collections.abc import Mapping

from storage.domain.story import Place

_WORDS: Mapping[Place, str] = {
    Place.PALACE: "palais|château|palace|castle|throne|宫殿|皇宫|城堡",
    Place.MOUNTAIN: "montagne|sommet|falaise|mountain|cliff|summit|高山|雪山|山顶|山上",
    Place.SEA: "mer|plage|océan|phare|île|port|sea|beach|ocean|lighthouse|island|seaside|大海|海边|沙滩|灯塔|船上",
    Place.TEMPLE: "temple|monastère|église|monastery|church|shrine|寺庙|寺院|和尚|教堂",
    Place.MARKET: "marché|foire|market|stall|集市|市场|夜市|小摊",
    Place.FOREST: "forêt|bois|jungle|forest|woods|森林|树林|丛林",
    Place.VILLAGE: "village|ferme|campagne|farm|small town|村庄|村里|农场|乡下",
    Place.STREET: "rue|ruelle|trottoir|taxi|parking|street|alley|sidewalk|街道|街上|马路|小巷|出租车",
    Place.CITY: "ville|métropole|city|downtown|skyline|城市|都市|市中心",
    Place.ROOFTOP: "toit|toits|roof|rooftop|rooftops|屋顶|天台|楼顶",
    Place.ROOM: "chambre|salon|appartement|salle de bain|maison|room|bedroom|apartment|bathroom|house|"
    "房间|客厅|卧室|家里|公寓",
    Place.KITCHEN: "cuisine|kitchen|厨房",
    Place.SHOP: "boutique|boulangerie|magasin|librairie|libraire|pharmacie|épicerie|shop|store|bakery|bookstore|"
    "商店|店里|书店|面包店|超市",
    Place.OFFICE: "bureau|bureaux|entreprise|office|company|boss|intern|办公室|公司|老板|实习生",
    Place.SCHOOL: "école|classe|lycée|school|classroom|学校|教室",
    Place.HOSPITAL: "hôpital|clinique|hospital|clinic|医院|病房",
    Place.RESTAURANT: "restaurant|cantine|bistrot|café|diner|餐厅|饭店|面馆|咖啡馆",
    Place.STATION: "gare|métro|train|station|platform|subway|车站|站台|火车|地铁",
    Place.SPACESHIP: "vaisseau|fusée|astronaute|spaceship|rocket|astronaut|space station|飞船|火箭|宇航员",
    Place.DESERT: "désert|dunes?|oasis|desert|沙漠|沙丘",
}


def _finder(words: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{word}\b" if word[0] < "一" else word for word in words.split("|")), re.IGNORECASE)


_FINDERS = {place: _finder(words) for place, words in _WORDS.items()}


def place_told(text: str) -> Place | None:
    """Return the place that a story speaks of most, the first of those where it speaks of several alike."""
    found = Counter({place: len(finder.findall(text)) for place, finder in _FINDERS.items()})
    place, count = found.most_common(1)[0]
    return place if count else None
