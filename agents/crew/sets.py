"""The sets: which words of a story stand for the places that the storyboard artist can build."""

import re
from collections import Counter
from collections.abc import Mapping

from storage.domain.story import Place

_WORDS: Mapping[Place, str] = {
    Place.PALACE: "palais|château|palace|castle|宫殿|皇宫|宫里|宫中|宫女|城堡",
    Place.MOUNTAIN: "montagne|sommet|falaise|mountain|cliff|summit|高山|雪山|山顶|山上",
    Place.SEA: "mer|plage|océan|phare|île|port|sea|beach|ocean|lighthouse|island|seaside|大海|海边|沙滩|灯塔",
    Place.TEMPLE: "temple|monastère|église|monastery|church|shrine|寺庙|寺院|和尚|教堂",
    Place.MARKET: "marché|foire|market|stall|集市|市场|夜市|小摊",
    # Wood is what things are made of, too: "une chambre de bois".
    Place.FOREST: "forêt|les? bois|un bois|sous-bois|jungle|forest|woods|森林|树林|丛林",
    Place.VILLAGE: "village|ferme|campagne|farm|small town|村庄|村里|农场|乡下",
    Place.STREET: "rue|ruelle|trottoir|parking|street|alley|sidewalk|街道|街上|马路|小巷",
    Place.CITY: "ville|métropole|city|downtown|skyline|城市|都市|市中心",
    Place.ROOFTOP: "toit|toits|roof|rooftop|rooftops|屋顶|天台|楼顶",
    Place.ROOM: "salon|appartement|salle de bain|maison|room|living room|apartment|bathroom|house|房间|客厅|家里|公寓",
    Place.KITCHEN: "cuisine|kitchen|厨房",
    Place.SHOP: "boutique|boulangerie|pâtisserie|chocolaterie|magasin|librairie|libraire|pharmacie|"
    "épicerie|shop|store|bakery|bookstore|商店|店里|书店|面包店|超市",
    Place.OFFICE: "bureau|bureaux|entreprise|office|company|boss|intern|办公室|公司|老板|实习生",
    Place.SCHOOL: "école|classe|lycée|school|classroom|学校|教室",
    Place.HOSPITAL: "hôpital|clinique|hospital|clinic|医院|病房",
    Place.RESTAURANT: "restaurant|cantine|bistrot|café|diner|餐厅|饭店|面馆|咖啡馆",
    Place.STATION: "gare|métro|station|platform|subway|车站|站台|地铁",
    Place.SPACESHIP: "vaisseau|fusée|astronaute|spaceship|rocket|astronaut|space station|飞船|火箭|宇航员",
    Place.DESERT: "désert|dunes?|oasis|desert|沙漠|沙丘",
    Place.PALACE_HALL: "trône|salle du trône|cour impériale|throne|throne room|大殿|朝堂|王座|龙椅",
    Place.BAMBOO: "bambous?|bambouseraie|bamboo|竹林|竹子",
    Place.CAVE: "grotte|caverne|cave|cavern|山洞|洞穴|岩洞",
    Place.BOAT: "bateau|barque|navire|voilier|ferry|boat|ship|sailboat|小船|船上|渡船|帆船",
    Place.BEDROOM: "chambre|chambre à coucher|bedroom|卧室|寝室|闺房",
    Place.CAR: "voiture|taxi|camion|autoroute|the car|a car|his car|her car|truck|highway|汽车|车里|出租车|卡车",
    Place.TRAIN: "le train|un train|du train|the train|a train|wagon|compartiment|carriage|railway|火车|列车|车厢",
    Place.LABORATORY: "laboratoire|labo|laboratory|lab|实验室",
    Place.STAGE: "scène de théâtre|théâtre|concert|opéra|theatre|theater|on stage|opera|舞台|剧院|演唱会|戏台",
}


def _finder(words: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{word}\b" if word[0] < "一" else word for word in words.split("|")), re.IGNORECASE)


_FINDERS = {place: _finder(words) for place, words in _WORDS.items()}


def place_told(text: str) -> Place | None:
    """Return the place that a story speaks of most, the first of those where it speaks of several alike."""
    found = Counter({place: len(finder.findall(text)) for place, finder in _FINDERS.items()})
    place, count = found.most_common(1)[0]
    return place if count else None
