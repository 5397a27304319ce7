"""The wardrobe's tables: which words of a look stand for hair, clothes, features and beings, in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from agents.crew.lexicon import Lexicon
from agents.crew.palette import Colour
from storage.domain.design import Ancestry, Build, Feature, Hair, Height, Outfit

STYLES = Lexicon(
    {
        Hair.LONG: "cheveux longs|longs cheveux|longue chevelure|long hair|long-haired|flowing hair|长发|披肩发|长头发",
        Hair.WAVY: "cheveux ondulés|wavy hair|wavy-haired|卷长发|波浪发",
        Hair.HIME: "coupe hime|hime cut|姬发式",
        Hair.HALF_UP: "demi-queue|half-up|半扎",
        Hair.BRAID: "tresse|natte|braid|braided hair|plait|辫子|麻花辫|扎辫",
        Hair.TWIN_BRAIDS: "deux tresses|deux nattes|twin braids|two braids|pigtail|双辫|两条辫子|双马尾",
        Hair.HIGH_PONYTAIL: "queue de cheval|queue-de-cheval|ponytail|high ponytail|马尾|高马尾",
        Hair.LOW_PONYTAIL: "queue basse|catogan|low ponytail|低马尾",
        Hair.BUN: "chignon|cheveux relevés|bun|hair in a bun|盘发|丸子头",
        Hair.DOUBLE_BUN: "macarons|double chignon|double bun|space buns|双丸子|双髻",
        Hair.PALACE_UPDO: "coiffure de cour|palace updo|高髻|云鬓|宫髻",
        Hair.TOPKNOT: "toupet|topknot|top knot|发髻|束发",
        Hair.TOPKNOT_LONG: "demi-chignon long|long topknot|半披发",
        Hair.BOB: "carré|coupe au carré|bob|bob cut|波波头|齐耳短发|齐耳",
        Hair.PIXIE: "coupe garçonne|pixie|pixie cut|精灵短发",
        Hair.SHORT: "cheveux courts|cheveux court|short hair|short-haired|cropped hair|短发|短头发",
        Hair.SIDE_PART: "raie sur le côté|side part|side-parted|分头|偏分",
        Hair.CREW_CUT: "cheveux ras|coupe militaire|crew cut|buzz cut|寸头|板寸|平头",
        Hair.CURLY: "cheveux bouclés|cheveux frisés|bouclé|frisé|curly hair|curly-haired|curls|卷发|卷毛",
        Hair.AFRO: "afro|coupe afro|爆炸头",
        Hair.UNDERCUT: "undercut|tempes rasées|shaved sides|铲青",
        Hair.MULLET: "mulet|nuque longue|mullet|狼尾",
        Hair.RECEDING: "front dégarni|dégarni|calvitie|receding hair|balding|秃顶|谢顶",
        Hair.BALD: "chauve|crâne rasé|tête rasée|bald|shaved head|光头|秃头",
    }
)

GARMENTS = Lexicon(
    {
        Outfit.HANFU: "hanfu|robe de soie|robe de cour|kimono|robe traditionnelle|silk robe|silk dress|court dress|"
        "汉服|襦裙|绸裙|古装|丝绸长裙",
        Outfit.ROBE: "tunique|longue robe|toge|robe de sorcier|long robe|robes|tunic|长袍|袍子|道袍|白袍|黑袍",
        Outfit.OFFICIAL_ROBE: "robe de mandarin|robe de fonctionnaire|official robe|mandarin robe|官服|官袍|朝服",
        Outfit.IMPERIAL_ROBE: "robe impériale|robe du dragon|imperial robe|dragon robe|龙袍|凤袍|皇袍",
        Outfit.ARMOUR: "armure|cuirasse|cotte de mailles|armour|armor|breastplate|chainmail|盔甲|铠甲|战甲|甲胄",
        Outfit.MARTIAL: "tenue de combat|tenue d'arts martiaux|keikogi|martial clothes|martial outfit|"
        "劲装|武服|练功服|夜行衣",
        Outfit.MONK_ROBE: "robe de moine|bure|soutane|cassock|monk's robe|袈裟|僧袍|僧衣",
        Outfit.PEASANT: "habits de paysan|sarrau|blouse paysanne|peasant clothes|rough clothes|粗布衣|布衣",
        Outfit.QIPAO: "qipao|cheongsam|旗袍",
        Outfit.SUIT: "costume|complet|cravate|smoking|suit|tie|tuxedo|西装|西服|领带|燕尾服",
        Outfit.COAT: "manteau|imperméable|pardessus|trench|gabardine|coat|trench coat|raincoat|overcoat|"
        "大衣|风衣|外套|雨衣",
        Outfit.SHIRT: "chemise|chemisier|polo|shirt|blouse|衬衫|衬衣",
        Outfit.TEE: "t-shirt|tee-shirt|débardeur|en short|tee|tank top|shorts|t恤|短裤|背心",
        Outfit.HOODIE: "sweat à capuche|sweat|capuche|hoodie|hooded sweatshirt|sweatshirt|卫衣|帽衫|连帽衫",
        Outfit.SWEATER: "pull|pull-over|gilet|chandail|cardigan|sweater|jumper|pullover|vest|毛衣|针织衫|马甲|毛线衣",
        Outfit.JACKET: "veste|blouson|perfecto|jacket|leather jacket|bomber|夹克|皮衣|皮夹克|短上衣",
        Outfit.DRESS: "robe|robe d'été|dress|sundress|裙子|连衣裙|长裙|红裙|蓝裙|白裙|裙",
        Outfit.GOWN: "robe de bal|robe de soirée|robe de mariée|gown|evening gown|ball gown|wedding dress|礼服|婚纱|"
        "晚礼服",
        Outfit.BLOUSE_SKIRT: "jupe|tailleur|skirt|pencil skirt|半身裙|短裙|套裙",
        Outfit.SCHOOL_UNIFORM: "uniforme scolaire|uniforme d'école|school uniform|校服|学生服",
        Outfit.POLICE_UNIFORM: "uniforme de police|uniforme|police uniform|uniform|警服|制服|军装",
        Outfit.LAB_COAT: "blouse blanche|blouse de médecin|lab coat|white coat|doctor's coat|白大褂",
        Outfit.HOSPITAL_GOWN: "chemise d'hôpital|blouse d'hôpital|hospital gown|病号服|病服",
        Outfit.APRON: "tablier|apron|围裙",
        Outfit.TRACKSUIT: "survêtement|jogging|maillot|tracksuit|sportswear|jersey|运动服|运动衣|球衣",
        Outfit.SPACESUIT: "combinaison spatiale|scaphandre|spacesuit|space suit|太空服|宇航服",
        Outfit.BODYSUIT: "combinaison|justaucorps|bodysuit|jumpsuit|catsuit|紧身衣|连体衣",
        Outfit.RAGS: "haillons|guenilles|loques|rags|tattered clothes|破衣|褴褛|破布",
    }
)
"""Clothes that are named."""

TRADES = Lexicon(
    {
        Outfit.IMPERIAL_ROBE: "empereur|impératrice|emperor|empress|皇帝|皇后|太后|皇上",
        Outfit.HANFU: "princesse|concubine|geisha|courtisane|princess|courtesan|公主|贵妃|妃子|宫女|丫鬟",
        Outfit.ROBE: "roi|reine|prince|king|queen|magicien|sorcier|mage|wizard|sorcerer|taoist|sage|ermite|hermit|"
        "国王|女王|王子|巫师|道士|书生|仙人|仙女|神仙",
        Outfit.OFFICIAL_ROBE: "ministre|mandarin|juge|magistrat|eunuque|minister|magistrate|eunuch|大臣|丞相|县令|"
        "太监|官员",
        Outfit.ARMOUR: "chevalier|général|soldat|guerrier|garde|gladiateur|samouraï|knight|general|soldier|warrior|"
        "guard|"
        "samurai|gladiator|将军|士兵|武士|骑士|侍卫|战士",
        Outfit.MARTIAL: "ninja|assassin|épéiste|kung-fu|swordsman|swordswoman|bandit|侠客|刺客|剑客|女侠|大侠|杀手|"
        "忍者",
        Outfit.MONK_ROBE: "moine|bonze|nonne|prêtre|monk|nun|priest|和尚|僧人|尼姑|方丈|牧师",
        Outfit.PEASANT: "paysan|paysanne|fermier|fermière|pêcheur|berger|bergère|bûcheron|peasant|farmer|fisherman|"
        "shepherd|woodcutter|农民|农夫|渔夫|渔民|樵夫|牧童",
        Outfit.SUIT: "patron|avocat|banquier|homme d'affaires|notaire|majordome|président|boss|lawyer|banker|ceo|"
        "businessman|businesswoman|butler|president|老板|总裁|律师|经理|董事长|管家",
        Outfit.COAT: "détective|enquêteur|espion|detective|inspector|inspecteur|spy|侦探|间谍|特工",
        Outfit.SHIRT: "professeur|professeure|instituteur|institutrice|prof|libraire|bibliothécaire|comptable|"
        "employé|employée|teacher|professor|clerk|librarian|accountant|老师|教授|职员|会计|店员|图书管理员",
        Outfit.HOODIE: "pirate informatique|hacker|livreur|livreuse|courier|delivery man|黑客|快递员|外卖员",
        Outfit.GOWN: "mariée|cantatrice|bride|opera singer|diva|新娘|歌后",
        Outfit.SCHOOL_UNIFORM: "écolier|écolière|lycéen|lycéenne|élève|collégien|collégienne|schoolboy|schoolgirl|"
        "pupil|"
        "中学生|小学生|女学生|男学生|学生",
        Outfit.POLICE_UNIFORM: "policier|policière|gendarme|agent de police|police officer|policeman|policewoman|cop|"
        "commissaire|警察|女警|警官|保安",
        Outfit.LAB_COAT: "médecin|docteur|docteure|infirmier|infirmière|scientifique|chercheur|chercheuse|pharmacien|"
        "pharmacienne|savant|chirurgien|chirurgienne|doctor|nurse|scientist|surgeon|pharmacist|researcher|"
        "医生|护士|科学家|博士|研究员|药剂师",
        Outfit.HOSPITAL_GOWN: "patient|patiente|malade|病人|患者",
        Outfit.APRON: "boulanger|boulangère|pâtissier|pâtissière|cuisinier|cuisinière|boucher|bouchère|serveur|"
        "serveuse|"
        "barman|fleuriste|baker|cook|chef|butcher|waiter|waitress|bartender|barista|florist|"
        "面包师|厨师|厨子|服务员|咖啡师|花店老板|屠夫",
        Outfit.TRACKSUIT: "boxeur|boxeuse|athlète|sportif|sportive|footballeur|coureur|maître-nageur|boxer|athlete|"
        "footballer|runner|lifeguard|gymnast|拳击手|运动员|球员|教练|救生员",
        Outfit.SPACESUIT: "astronaute|cosmonaute|spationaute|astronaut|cosmonaut|宇航员|航天员",
        Outfit.BODYSUIT: "super-héros|superhéros|super-héroïne|superhero|superheroine|超级英雄",
        Outfit.RAGS: "mendiant|mendiante|clochard|clocharde|vagabond|beggar|tramp|hobo|乞丐|流浪汉|叫花子",
        Outfit.JACKET: "motard|motarde|mécanicien|mécanicienne|rockeur|rockeuse|punk|concierge|facteur|factrice|"
        "postier|"
        "postière|biker|mechanic|rocker|caretaker|janitor|mailman|postman|mail carrier|"
        "摩托车手|修理工|机械师|摇滚歌手|邮递员|门卫",
        Outfit.DRESS: "danseuse|ballerine|dancer|ballerina|舞女|舞者|芭蕾舞演员",
    }
)
"""Trades that are known by what they wear."""

TRAITS = Lexicon(
    {
        Feature.GLASSES: "lunettes|glasses|spectacles|bespectacled|眼镜",
        Feature.SUNGLASSES: "lunettes de soleil|lunettes noires|sunglasses|dark glasses|墨镜|太阳镜",
        Feature.BEARD: "barbe|barbu|beard|bearded|胡子|大胡子|络腮胡|长须|白胡子",
        Feature.GOATEE: "bouc|barbichette|goatee|山羊胡",
        Feature.MOUSTACHE: "moustache|moustachu|mustache|八字胡|小胡子",
        Feature.STUBBLE: "barbe de trois jours|mal rasé|stubble|unshaven|胡茬|胡渣",
        Feature.SCAR: "cicatrice|balafre|balafré|scar|scarred|伤疤|刀疤|疤痕",
        Feature.FRECKLES: "taches de rousseur|freckle|freckled|雀斑",
        Feature.MOLE: "grain de beauté|beauty mark|mole on|美人痣|痣",
        Feature.EARRINGS: "boucles d'oreilles|boucle d'oreille|anneaux aux oreilles|earring|耳环|耳坠",
        Feature.HAIRPINS: "épingle à cheveux|épingles à cheveux|barrette|hairpin|hair pin|发簪|簪子|发夹|金钗",
        Feature.CROWN: "couronne|diadème|tiare|crown|tiara|diadem|皇冠|王冠|凤冠",
        Feature.STRAW_HAT: "chapeau de paille|straw hat|斗笠|草帽",
        Feature.HAT: "chapeau|feutre|haut-de-forme|béret|hat|fedora|top hat|beret|礼帽|帽子|贝雷帽|蓝帽子",
        Feature.CAP: "casquette|cap|baseball cap|鸭舌帽|棒球帽",
        Feature.BEANIE: "bonnet|bonnet de laine|bonnet de bain|beanie|woolly hat|swim cap|毛线帽|针织帽|泳帽",
        Feature.HEADBAND: "bandeau|serre-tête|headband|bandana|头带|发带|头巾",
        Feature.VEIL: "voile|voilette|veil|veiled|面纱|盖头",
        Feature.MASK: "masque|masqué|mask|masked|面具|口罩|蒙面",
        Feature.EYEPATCH: "cache-œil|bandeau sur l'œil|borgne|eyepatch|eye patch|one-eyed|眼罩|独眼",
        Feature.SCARF: "écharpe|foulard|cache-nez|scarf|围巾|丝巾",
        Feature.CAPE: "cape|pèlerine|houppelande|cloak|披风|斗篷",
        Feature.FOX_EARS: "oreilles de renard|fox ears|狐狸耳朵|狐耳",
        Feature.FOX_TAIL: "queue de renard|fox tail|狐狸尾巴|狐尾",
        Feature.NINE_TAILS: "neuf queues|nine tails|nine-tailed|九尾",
        Feature.CAT_EARS: "oreilles de chat|cat ears|猫耳|猫耳朵",
        Feature.CAT_TAIL: "queue de chat|cat tail|猫尾|猫尾巴",
        Feature.ELF_EARS: "oreilles pointues|oreilles d'elfe|pointed ears|elf ears|pointy ears|尖耳朵|精灵耳",
        Feature.HORNS: "cornes|corne|horns|horned|角冠|长角|犄角",
        Feature.WINGS: "ailes|aile|ailé|wings|winged|翅膀|羽翼",
        Feature.ROBOT_PLATES: "plaques de métal|métallique|metal plates|metallic|chrome|金属外壳|机械臂",
        Feature.HALO: "auréole|halo|光环",
    }
)
"""What else is seen of somebody."""

HEADWEAR = frozenset({Feature.HAT, Feature.STRAW_HAT, Feature.CAP, Feature.BEANIE, Feature.HEADBAND, Feature.CROWN})
WORN = HEADWEAR | {Feature.SCARF, Feature.CAPE, Feature.VEIL, Feature.MASK, Feature.HAIRPINS, Feature.EARRINGS}
"""Features that have a colour of their own: the accent."""

BEARDS = frozenset({Feature.BEARD, Feature.GOATEE, Feature.MOUSTACHE, Feature.STUBBLE})
"""Features that have the colour of the hair."""


class Creature(StrEnum):
    """A being that is not human."""

    FOX = "fox"
    NINE_TAILED_FOX = "nine-tailed fox"
    CAT = "cat"
    BIG_CAT = "big cat"
    WOLF = "wolf"
    ROBOT = "robot"
    ANDROID = "android"
    ANGEL = "angel"
    DEMON = "demon"
    DRAGON = "dragon"
    ELF = "elf"
    FAIRY = "fairy"
    VAMPIRE = "vampire"
    GHOST = "ghost"
    OTHER = "other"


CREATURES = Lexicon(
    {
        Creature.FOX: "renard|renarde|fox|vixen|狐狸|狐",
        Creature.NINE_TAILED_FOX: "renard à neuf queues|nine-tailed fox|九尾狐",
        Creature.CAT: "chat|chatte|chaton|cat|kitten|猫",
        Creature.BIG_CAT: "tigre|lion|panthère|léopard|tiger|panther|leopard|老虎|狮子|豹子|虎妖",
        Creature.WOLF: "loup|louve|loup-garou|chien|chienne|wolf|werewolf|dog|puppy|狼|狼人|狗|小狗|犬",
        Creature.ROBOT: "robot|automate|droïde|droid|automaton|机器人",
        Creature.ANDROID: "androïde|cyborg|android|humanoïde|humanoid|仿生人|改造人|半机械人",
        Creature.ANGEL: "ange|angel|天使",
        Creature.DEMON: "démon|démone|diable|diablesse|demon|devil|imp|succube|恶魔|魔鬼|妖魔|魔王",
        Creature.DRAGON: "dragon|dragonne|龙王|龙女|龙",
        Creature.ELF: "elfe|lutin|elf|精灵",
        Creature.FAIRY: "fée|fairy|pixie fairy|小仙子|花仙子",
        Creature.VAMPIRE: "vampire|吸血鬼",
        Creature.GHOST: "fantôme|spectre|revenant|ghost|phantom|鬼魂|女鬼|幽灵|鬼",
        Creature.OTHER: "baleine|lapin|lapine|ourse|un ours|ours brun|oiseau|corbeau|hibou|poisson|souris|tortue|"
        "grenouille|serpent|"
        "cheval|sirène|araignée|whale|rabbit|bunny|bear|bird|crow|owl|fish|mouse|turtle|frog|snake|horse|"
        "mermaid|spider|鲸鱼|鲸|兔子|兔|熊|鸟|乌鸦|猫头鹰|鱼|老鼠|乌龟|青蛙|蛇|马儿|人鱼|蜘蛛",
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Being:
    """How a creature is drawn: as a person with these features, this fur or hair, this skin, these clothes."""

    features: tuple[Feature, ...] = ()
    fur: Colour | None = None
    skin: Colour | None = None
    hair: Hair | None = None
    outfit: Outfit | None = None


BEINGS: Mapping[Creature, Being] = {
    Creature.FOX: Being(features=(Feature.FOX_EARS, Feature.FOX_TAIL), fur=Colour.ORANGE),
    Creature.NINE_TAILED_FOX: Being(features=(Feature.FOX_EARS, Feature.NINE_TAILS), fur=Colour.WHITE),
    Creature.CAT: Being(features=(Feature.CAT_EARS, Feature.CAT_TAIL)),
    Creature.BIG_CAT: Being(features=(Feature.CAT_EARS, Feature.CAT_TAIL), fur=Colour.ORANGE),
    Creature.WOLF: Being(features=(Feature.FOX_EARS, Feature.FOX_TAIL), fur=Colour.GREY),
    Creature.ROBOT: Being(features=(Feature.ROBOT_PLATES,), skin=Colour.GREY, hair=Hair.BALD, outfit=Outfit.BODYSUIT),
    Creature.ANDROID: Being(features=(Feature.ROBOT_PLATES,), outfit=Outfit.BODYSUIT),
    Creature.ANGEL: Being(features=(Feature.WINGS, Feature.HALO), fur=Colour.BLOND, outfit=Outfit.ROBE),
    Creature.DEMON: Being(features=(Feature.HORNS,)),
    Creature.DRAGON: Being(features=(Feature.HORNS,)),
    Creature.ELF: Being(features=(Feature.ELF_EARS,)),
    Creature.FAIRY: Being(features=(Feature.WINGS, Feature.ELF_EARS), outfit=Outfit.DRESS),
    Creature.VAMPIRE: Being(skin=Colour.WHITE, fur=Colour.BLACK),
    Creature.GHOST: Being(skin=Colour.WHITE, fur=Colour.BLACK, hair=Hair.LONG),
    Creature.OTHER: Being(),
}

BUILDS = Lexicon(
    {
        Build.SLIM: "mince|maigre|svelte|élancé|fluet|slim|thin|slender|skinny|lanky|瘦|苗条|纤细|瘦弱",
        Build.STRONG: "musclé|costaud|baraqué|robuste|athlétique|muscular|strong|burly|sturdy|athletic|"
        "强壮|健壮|魁梧|肌肉",
        Build.HEAVY: "gros|grosse|rond|ronde|corpulent|ventru|dodu|fat|plump|heavy|stout|chubby|胖|肥|圆滚滚|矮胖",
    }
)

HEIGHTS: Lexicon[Height | None] = Lexicon(
    {
        None: "grand-mère|grand-père|grand-maman|petit-fils|petite-fille|petit ami|petite amie|petit à petit",
        Height.SHORT: "petit|petite|minuscule|small|tiny|short man|short woman|little|矮|矮小|小个子|娇小",
        Height.TALL: "grand|grande|immense|géant|géante|tall|towering|giant|lofty|高大|高挑|高个子|巨大",
    }
)

ANCESTRIES = Lexicon(
    {
        Ancestry.EAST_ASIAN: "chinois|chinoise|japonais|japonaise|coréen|coréenne|asiatique|chinese|japanese|korean|"
        "asian|"
        "mei|lin|wei|yuki|kenji|hana|akira|haruto|xiao|jun|minh|chen|wang|zhang|中国|日本|韩国|亚洲",
        Ancestry.AFRICAN: "africain|africaine|sénégalais|sénégalaise|malien|malienne|black man|black woman|african|"
        "nigerian|"
        "aminata|fatou|moussa|kofi|amara|mamadou|awa|ousmane|zola|非洲|黑人",
        Ancestry.SOUTH_ASIAN: "indien|indienne|pakistanais|pakistanaise|indian|pakistani|bengali|"
        "priya|arjun|raj|anjali|ravi|lakshmi|krishna|meera|印度|南亚",
        Ancestry.EUROPEAN: "européen|européenne|européan|european|white man|white woman|russe|russian|欧洲|白人|"
        "外国人|西方人",
    }
)
"""Words and given names that tell where somebody's features come from."""


class Part(StrEnum):
    """What a colour word can be said of."""

    HAIR = "hair"
    EYES = "eyes"
    SKIN = "skin"
    CLOTHES = "clothes"
    ACCENT = "accent"


PARTS = Lexicon(
    {
        Part.HAIR: "cheveux|chevelure|mèche|toison|fourrure|pelage|plume|hair|haired|fur|mane|feather|头发|发|毛|皮毛",
        Part.EYES: "yeux|œil|regard|eyes|eye|eyed|眼睛|眼眸|双眼|眼",
        Part.SKIN: "peau|teint|visage|skin|skinned|complexion|face|皮肤|肤|脸",
        Part.CLOTHES: "pantalon|jean|habit|vêtement|tenue|chemisette|bermuda|trousers|pants|jeans|clothes|outfit|"
        "衣服|衣裳|裤子|上衣|衣",
        Part.ACCENT: "gant|chaussure|botte|ceinture|ruban|sac|collier|gloves|glove|shoe|boot|belt|ribbon|necklace|"
        "手套|鞋|靴|腰带|丝带",
    }
)

HISTORICAL = Lexicon(
    {
        True: "empereur|impératrice|roi|reine|royaume|dynastie|chevalier|samouraï|shogun|concubine|seigneur|"
        "château fort|"
        "moyen âge|médiéval|épée|emperor|empress|king|queen|kingdom|dynasty|knight|samurai|swordsman|medieval|"
        "ancient|sword|warlord|皇|帝|宫|朝廷|王爷|公主|将军|剑|侠|江湖|古代|大臣|妃|仙|道士|书生|朝代"
    }
)
"""Words of a story that plays long ago."""
