"""Acting's tables: which words of an action stand for poses, faces, looks and things, in three languages.

A verb stands in the forms in which stories tell it: the present, in French and English in the third person.
"""

from collections.abc import Mapping

from agents.crew.lexicon import Lexicon
from storage.domain.staging import Expression, Gaze, Pose, Prop

POSES: Lexicon[Pose | None] = Lexicon(
    {
        None: "la nuit tombe|la pluie tombe|la neige tombe|tombe sur|tombe amoureux|tombe amoureuse|night falls|"
        "rain falls|"
        "snow falls|silence falls|falls in love|fall in love|runs out|court-circuit|courte|se réveille|wakes up|"
        "夜幕降临|爱上|跑题|走神|卧室|坐标|站台|车站|停车|马路|马上",
        Pose.RUN: "court|courent|courir|s'enfuit|s'enfuient|fuit|fuient|se précipite|galope|run|runs|running|flees|"
        "flee|"
        "rushes|rush|dashes|sprints|races|奔跑|跑|逃|冲向|冲进|冲出|奔向",
        Pose.WALK: "marche|marchent|marcher|avance|s'avance|s'approche|entre|sort|s'éloigne|suit|arrive|walk|walks|"
        "walking|"
        "steps|enters|leaves|approaches|follows|arrives|走|走进|走向|走出|走来|靠近|离开|跟着|进来",
        Pose.SNEAK: "se faufile|rampe|à pas de loup|se glisse|sneaks|sneak|creeps|tiptoes|潜入|溜进|蹑手蹑脚|悄悄走",
        Pose.JUMP: "saute|bondit|sauter|plonge|jump|jumps|leaps|dives|跳|跃|扑|潜下",
        Pose.CLIMB: "grimpe|escalade|climb|climbs|climbing|爬|攀",
        Pose.FALL: "tombe|trébuche|s'effondre|chute|falls|fall|stumbles|trips|collapses|摔|跌倒|倒下|摔倒",
        Pose.DANCE: "danse|dansent|danser|valse|dance|dances|dancing|waltz|跳舞|起舞|舞",
        Pose.SIT: "s'assoit|s'assied|assis|assise|s'asseoit|s'asseoir|sit|sits|sitting|seated|sits down|坐|坐下|坐着",
        Pose.SIT_SLUMPED: "affalé|affalée|s'affale|avachi|slumps|slumped|瘫坐|瘫",
        Pose.SIT_FLOOR: "assis par terre|assise par terre|en tailleur|sits on the floor|cross-legged|盘腿|坐在地上",
        Pose.KNEEL: "s'agenouille|à genoux|tombe à genoux|kneel|kneels|kneeling|on her knees|on his knees|"
        "falls to her knees|"
        "falls to his knees|跪|跪下",
        Pose.KNEEL_ONE: "genou à terre|demande en mariage|on one knee|proposes|单膝跪|求婚",
        Pose.CROUCH: "s'accroupit|accroupi|accroupie|se penche|se baisse|crouch|crouches|squats|bends down|蹲|俯身|"
        "弯腰",
        Pose.LIE: "s'allonge|allongé|allongée|étendu|étendue|couché|couchée|gît|lies|lying|lies down|躺|趴",
        Pose.SLEEP: "dort|s'endort|endormi|endormie|dormir|sleep|sleeps|asleep|sleeping|睡|睡着|沉睡|入睡",
        Pose.DRIVE: "conduit|au volant|drives|driving|at the wheel|开车|驾驶",
        Pose.RIDE: "chevauche|à cheval|à vélo|rides|riding|on horseback|骑马|骑着|骑",
        Pose.EMBRACE: "enlace|étreint|embrasse|serre dans ses bras|prend dans ses bras|se blottit|hug|hugs|embrace|"
        "embraces|"
        "kiss|kisses|holds her close|拥抱|抱住|搂|亲吻|吻|相拥",
        Pose.HOLD_HANDS: "main dans la main|prend la main|prend sa main|hold hands|holds hands|takes his hand|"
        "takes her hand|"
        "hand in hand|牵手|牵着|握住她的手|握住他的手|拉着手",
        Pose.ARGUE: "se dispute|dispute|proteste|s'emporte|gronde|argue|argues|quarrel|quarrels|protests|scolds|吵架|"
        "争吵|争执|责骂",
        Pose.EXPLAIN: "explique|raconte|expose|explain|explains|tells|describes|解释|讲述|说明",
        Pose.POINT: "montre du doigt|pointe|désigne|accuse|points|point at|points at|accuses|指着|指向|指责|指",
        Pose.BECKON: "fait signe|appelle d'un geste|invite|beckons|beckon|招手|示意",
        Pose.HALT: "arrête d'un geste|barre le passage|bloque|interdit|halts|blocks|stops|forbids|拦住|阻止|挡住|制止",
        Pose.WAVE: "salue de la main|agite la main|waves|wave|waving|挥手|摆手",
        Pose.CHEER: "lève les bras|jubile|acclame|applaudit|cheers|cheer|celebrates|applauds|欢呼|庆祝|鼓掌",
        Pose.SURRENDER: "se rend|mains en l'air|lève les mains|surrenders|hands up|raises her hands|raises his hands|"
        "投降|举起双手",
        Pose.PLEAD: "supplie|implore|plead|pleads|begs|implores|恳求|哀求|求",
        Pose.PRAY: "prie|prient|joint les mains|prays|pray|praying|祈祷|祈求|拜佛|合十",
        Pose.SALUTE: "salue militairement|au garde-à-vous|salutes|salute|敬礼|行礼",
        Pose.BOW: "s'incline|se prosterne|fait la révérence|bows|bow down|curtsies|鞠躬|作揖|俯首",
        Pose.COVER_FACE: "se cache le visage|cache son visage|hides her face|hides his face|covers her face|"
        "covers his face|"
        "捂脸|掩面|捂住脸",
        Pose.COVER_EARS: "se bouche les oreilles|covers her ears|covers his ears|捂住耳朵|捂耳",
        Pose.WHISPER: "chuchote|murmure|souffle à l'oreille|whispers|whisper|murmurs|低语|耳语|悄声|窃窃私语",
        Pose.THINK: "réfléchit|hésite|songe|se demande|thinks|hesitates|ponders|wonders|思考|沉思|犹豫|想着",
        Pose.SHRUG: "hausse les épaules|shrugs|shrug|耸肩",
        Pose.FACEPALM: "se frappe le front|facepalms|slaps her forehead|slaps his forehead|扶额|拍额头",
        Pose.HUG_SELF: "frissonne|grelotte|se recroqueville|tremble|shivers|trembles|huddles|发抖|颤抖|哆嗦|蜷缩",
        Pose.LOOK_OVER_SHOULDER: "se retourne|regarde derrière|looks back|turns around|turns back|"
        "looks over her shoulder|"
        "looks over his shoulder|回头|转身|回望",
        Pose.LOOK_UP: "lève la tête|regarde le ciel|contemple|looks up|gazes up|抬头|仰望|望着天",
        Pose.LEAN: "s'appuie|s'adosse|adossé|adossée|leans|leaning|倚|靠着|靠在",
        Pose.PROUD: "triomphe|se redresse|bombe le torse|triumphs|stands tall|昂首|挺胸|得意",
        Pose.ARMS_CROSSED: "croise les bras|bras croisés|crosses her arms|crosses his arms|arms crossed|"
        "folds her arms|抱臂|双臂交叉|抱着胳膊",
        Pose.HANDS_HIPS: "mains sur les hanches|poings sur les hanches|hands on hips|叉腰",
        Pose.HANDS_BEHIND: "mains derrière le dos|cachée dans le dos|cache dans son dos|hands behind|behind her back|"
        "behind his back|背着手|藏在背后",
        Pose.OFFER: "tend|offre|donne|présente|remet|offers|gives|hands over|holds out|hands her|hands him|递|递出|"
        "递给|献上|送给|交给",
        Pose.REACH: "cherche à atteindre|attrape|saisit|ramasse|touche|ouvre|ferme|referme|reaches|grabs|picks up|"
        "touches|opens|closes|"
        "locks|伸手|抓住|拿起|捡起|打开|推开|关上|摸",
        Pose.CARRY: "porte dans ses bras|transporte|soulève|carries|carry|lifts|背着|扛|搬|抱着|捧",
        Pose.HOLD: "tient|brandit|serre|garde|cache|vole|trouve|découvre|lève|holds|hold|clutches|grips|hides|steals|"
        "finds|raises|"
        "握|拿|举|举起|藏|偷|提着|发现",
        Pose.PHONE_CALL: "téléphone à|appelle|décroche|répond au téléphone|au téléphone|calls|answers the phone|"
        "on the phone|"
        "picks up the phone|打电话|接电话|接起电话|接起来|通话",
        Pose.HOLD_PHONE: "regarde son téléphone|filme|prend un selfie|texts|looks at her phone|looks at his phone|"
        "films|看手机|刷手机|自拍|发短信",
        Pose.READ: "lit|lisent|déchiffre|relit|read|reads|reading|读|看书|念|翻看",
        Pose.WRITE: "écrit|signe|dessine|peint|write|writes|signs|draws|paints|写|签|画画|记下",
        Pose.TYPE: "tape|clavier|pianote|types|typing|keyboard|打字|敲键盘|键盘",
        Pose.EAT: "mange|mangent|goûte|croque|dévore|mord|eat|eats|eating|tastes|bites|devours|吃|尝|咬|品尝",
        Pose.DRINK: "boit|boivent|trinque|sirote|avale|drink|drinks|sips|toasts|喝|饮|干杯|品茶",
        Pose.COOK: "cuisine un|cuisine des|pétrit|mijote|prépare le repas|fait cuire|cook|cooks|kneads|stirs|bakes|"
        "做饭|炒|揉面|煮|烤",
        Pose.PUSH: "pousse|push|pushes|shoves|推",
        Pose.PULL: "tire|traîne|pull|pulls|drags|拉|拽|拔",
        Pose.GUARD: "en garde|se défend|protège|défend|guards|defends|protects|保护|防守|护住",
        Pose.SWORD_GUARD: "dégaine|tire son épée|lève son épée|draws his sword|draws her sword|raises his sword|"
        "raises her sword|拔剑|拔刀|举剑",
        Pose.STRIKE: "frappe|attaque|tranche|fend|strike|strikes|attacks|slashes|hits|砍|劈|刺|攻击|挥剑|打",
        Pose.PUNCH: "donne un coup de poing|cogne|boxe|punches|punch|出拳|挥拳|拳打",
        Pose.KICK: "donne un coup de pied|coup de pied|kicks|kick|踢|踹",
        Pose.DODGE: "esquive|évite le coup|recule|dodges|dodge|steps back|backs away|ducks|闪|躲开|闪避|后退",
    }
)

EXPRESSIONS = Lexicon(
    {
        Expression.SMILE: "sourit|sourient|sourire|souriant|souriante|smile|smiles|smiling|微笑|笑了|含笑|露出笑容",
        Expression.LAUGH: "rit|rient|éclate de rire|laugh|laughs|laughing|giggles|大笑|哈哈|笑出声",
        Expression.SLY: "ricane|sourire narquois|malicieux|malicieuse|smirks|sly|grins|坏笑|冷笑|狡黠",
        Expression.TENDER: "tendrement|tendresse|avec douceur|amoureux|amoureuse|tenderly|gently|lovingly|in love|"
        "温柔|深情|含情",
        Expression.PROUD: "fier|fière|fièrement|triomphant|proud|proudly|triumphant|骄傲|自豪|得意",
        Expression.DETERMINED: "déterminé|déterminée|décidé|décidée|résolu|résolue|determined|resolute|坚定|坚决|毅然",
        Expression.THINKING: "réfléchit|songe|hésite|perplexe|intrigué|intriguée|thinks|ponders|puzzled|hesitates|"
        "思考|沉思|疑惑|犹豫",
        Expression.WORRIED: "inquiet|inquiète|inquiets|s'inquiète|nerveux|nerveuse|worried|anxious|nervous|nervously|"
        "担心|担忧|焦急|不安",
        Expression.SAD: "triste|tristement|soupire|mélancolique|sad|sadly|sighs|lonely|heartbroken|悲伤|难过|伤心|"
        "叹气|失落",
        Expression.CRY: "pleure|pleurent|pleurer|sanglote|larme|en larmes|weeps|cry|cries|crying|sobs|into tears|"
        "tears run|in tears|"
        "weep|哭|流泪|落泪|泪",
        Expression.SURPRISED: "surpris|surprise|étonné|étonnée|stupéfait|stupéfaite|bouche bée|sursaute|surprised|"
        "astonished|stunned|"
        "startled|gasps|惊讶|吃惊|愣住|震惊|大吃一惊",
        Expression.AFRAID: "peur|effrayé|effrayée|terrifié|terrifiée|tremble|afraid|scared|terrified|frightened|"
        "trembles|fear|害怕|恐惧|惊恐|发抖|吓",
        Expression.ANGRY: "colère|furieux|furieuse|en rage|fâché|fâchée|menace|angry|angrily|furious|rage|threatens|"
        "glares|愤怒|生气|怒|威胁",
        Expression.SHOUT: "crie|crient|hurle|s'écrie|shout|shouts|yells|screams|scream|大喊|喊|叫|吼|尖叫",
        Expression.DISGUSTED: "dégoûté|dégoûtée|grimace|disgusted|grimaces|恶心|厌恶|嫌弃",
        Expression.PAIN: "souffre|blessé|blessée|douleur|gémit|hurt|wounded|in pain|groans|winces|受伤|疼|痛苦|呻吟",
        Expression.ASLEEP: "dort|s'endort|endormi|endormie|sleeps|asleep|sleeping|睡|睡着|沉睡",
    }
)

GAZES = Lexicon(
    {
        Gaze.DOWN: "baisse les yeux|baisse la tête|regarde ses pieds|regarde en bas|regarde par terre|yeux baissés|"
        "looks down|looking down|"
        "look down|lowers her eyes|lowers his eyes|eyes down|低头|垂眼|低下头|看地上|向下看|往下看",
        Gaze.UP: "lève les yeux|regarde le ciel|regarde en haut|lève la tête|looks up|looking up|look up|"
        "gazes at the sky|抬头|仰望|望着天|向上看|往上看",
        Gaze.LEFT: "regarde à gauche|regarde vers la gauche|looks left|look left|looks to the left|看左边|向左看|"
        "往左看",
        Gaze.RIGHT: "regarde à droite|regarde vers la droite|looks right|look right|looks to the right|看右边|向右看|"
        "往右看",
        Gaze.CAMERA: "regarde la caméra|regarde caméra|face caméra|regard caméra|looks at the camera|looks at us|"
        "into the camera|看镜头|看着镜头|直视镜头",
        Gaze.AWAY: "détourne les yeux|détourne le regard|regarde ailleurs|regarde au loin|looks away|look away|"
        "looks off|"
        "移开视线|看向别处|望向远方|看着远方|撇开头",
    }
)

PROPS: Lexicon[Prop | None] = Lexicon(
    {
        None: "猫眼|门铃|马上|上床睡觉",
        Prop.SWORD: "épée|sabre|katana|sword|saber|blade|剑|刀剑|宝剑|长刀",
        Prop.DAGGER: "poignard|dague|dagger|匕首|短刀",
        Prop.STAFF: "bâton|canne|sceptre|staff|cane|walking stick|wand|拐杖|法杖|棍子|手杖",
        Prop.BOW: "arc et flèches|un arc|son arc|a bow and|her bow|his bow|弓箭|弓",
        Prop.SPEAR: "lance|javelot|spear|长矛|长枪",
        Prop.FAN: "éventail|folding fan|hand fan|扇子|折扇|团扇",
        Prop.UMBRELLA: "parapluie|ombrelle|umbrella|parasol|雨伞|伞",
        Prop.LANTERN: "lanterne|lampion|lantern|灯笼|提灯",
        Prop.CANDLE: "bougie|chandelle|candle|蜡烛|烛火",
        Prop.TORCH: "torche|flambeau|torch|火把",
        Prop.CUP: "tasse|gobelet|mug|cup|coffee|teacup|café|茶杯|杯子|咖啡|马克杯",
        Prop.TEAPOT: "théière|bouilloire|teapot|kettle|茶壶|水壶",
        Prop.BOWL: "bol|soupe|bowl|soup|noodles|碗|汤|面条",
        Prop.BOTTLE: "bouteille|flacon|fiole|bottle|flask|vial|瓶子|酒瓶|药瓶",
        Prop.WINE_GLASS: "verre de vin|verre à vin|coupe de champagne|wine glass|glass of wine|champagne|红酒|酒杯|"
        "高脚杯",
        Prop.BREAD: "pain|baguette|croissant|brioche|bread|loaf|bun of bread|面包|馒头|包子",
        Prop.APPLE: "pomme|apple|苹果",
        Prop.CAKE: "gâteau|tarte|cake|pie|蛋糕|月饼|点心",
        Prop.KNIFE: "couteau|knife|菜刀|小刀",
        Prop.PAN: "poêle|casserole|frying pan|saucepan|锅|平底锅",
        Prop.PHONE: "téléphone|portable|smartphone|phone|cell phone|mobile|手机|电话",
        Prop.LAPTOP: "ordinateur|ordinateur portable|laptop|computer|电脑|笔记本电脑",
        Prop.TABLET: "tablette|tablet|平板",
        Prop.BOOK: "livre|grimoire|journal|carnet|cahier|book|diary|notebook|novel|书|日记|本子|笔记本",
        Prop.LETTER: "lettre|enveloppe|billet|courrier|letter|envelope|note|信|信封|纸条",
        Prop.SCROLL: "parchemin|rouleau|scroll|parchment|卷轴|圣旨|画卷",
        Prop.BRUSH: "pinceau|brush|paintbrush|毛笔|画笔",
        Prop.PEN: "stylo|plume|crayon|pen|pencil|钢笔|铅笔|笔",
        Prop.MAP: "carte au trésor|plan de la ville|map|地图|藏宝图",
        Prop.PHOTO: "photo|photographie|portrait|photograph|picture of|照片|相片|合影",
        Prop.RING: "bague|alliance|ring|戒指",
        Prop.NECKLACE: "collier|pendentif|médaillon|necklace|pendant|locket|项链|吊坠|玉佩",
        Prop.KEY: "clé|clef|key|钥匙",
        Prop.COIN: "pièce d'or|pièce de monnaie|monnaie|coin|硬币|铜钱|金币",
        Prop.WATCH: "montre de poche|sa montre|la montre|une montre|pocket watch|wristwatch|his watch|her watch|手表|"
        "怀表|停了的表",
        Prop.MIRROR: "miroir|glace brisée|mirror|镜子|铜镜",
        Prop.BAG: "sac|sac à dos|besace|bag|backpack|handbag|背包|包包|书包|袋子|提包",
        Prop.SUITCASE: "valise|mallette|suitcase|briefcase|行李箱|皮箱|手提箱",
        Prop.BOX: "boîte|coffret|coffre|caisse|carton|box|chest|crate|盒子|箱子|木盒",
        Prop.GIFT: "cadeau|gift|present|礼物|礼盒",
        Prop.BOUQUET: "bouquet|fleurs|bunch of flowers|flowers|花束|鲜花",
        Prop.ROSE: "une rose|la rose|rose rouge|a rose|the rose|red rose|玫瑰",
        Prop.PISTOL: "pistolet|revolver|arme à feu|pistol|gun|handgun|手枪|枪",
        Prop.FLASHLIGHT: "lampe torche|lampe de poche|lampe|flashlight|手电筒|手电",
        Prop.CAMERA: "appareil photo|polaroïd|a camera|her camera|his camera|相机|照相机",
        Prop.MICROPHONE: "micro|microphone|mic|麦克风|话筒",
        Prop.GUITAR: "guitare|luth|pipa|guitar|lute|吉他|琵琶",
        Prop.FLUTE: "flûte|flute|笛子|箫",
        Prop.BALL: "ballon|balle|ball|球|皮球",
        Prop.DOLL: "poupée|peluche|doll|teddy bear|布娃娃|玩偶|木偶",
        Prop.MASK: "le masque|son masque|un masque|the mask|a mask|面具",
        Prop.BROOM: "balai|broom|扫帚|扫把",
        Prop.CRYSTAL: "cristal|boule de cristal|gemme|pierre magique|crystal|gem|magic stone|水晶|宝石|夜明珠",
        Prop.FLAG: "drapeau|bannière|étendard|flag|banner|旗|旗帜",
        Prop.CHAIR: "chaise|fauteuil|chair|armchair|椅子|太师椅",
        Prop.STOOL: "tabouret|stool|凳子",
        Prop.BENCH: "banc|bench|长椅|长凳",
        Prop.TABLE: "table|comptoir|counter|桌子|餐桌|柜台",
        Prop.DESK: "bureau en bois|son bureau|pupitre|desk|书桌|办公桌",
        Prop.BED: "le lit|un lit|son lit|au lit|bed|床",
        Prop.DOOR: "la porte|une porte|sa porte|cette porte|portes|door|doorway|大门|房门|门口|开门|关门|门外|门",
        Prop.BARREL: "tonneau|barrel|木桶|酒桶",
        Prop.BRAZIER: "brasero|feu de camp|brazier|campfire|bonfire|火盆|篝火|炉火",
        Prop.BICYCLE: "vélo|bicyclette|bicycle|bike|自行车",
        Prop.DOG: "chien|chiot|dog|puppy|狗|小狗",
        Prop.CAT: "chat|chaton|cat|kitten|猫",
        Prop.FOX: "renard|fox|狐狸",
        Prop.BIRD: "oiseau|corbeau|hibou|colombe|moineau|bird|crow|owl|dove|sparrow|鸟|乌鸦|鸽子",
        Prop.HORSE: "cheval|jument|horse|mare|马匹|白马|骏马",
        Prop.ROBOT: "robot|机器人",
    }
)

ALIVE = frozenset({Prop.DOG, Prop.CAT, Prop.FOX, Prop.BIRD, Prop.HORSE, Prop.ROBOT})
STANDING = ALIVE | {
    Prop.CHAIR,
    Prop.STOOL,
    Prop.BENCH,
    Prop.TABLE,
    Prop.DESK,
    Prop.BED,
    Prop.DOOR,
    Prop.BARREL,
    Prop.BRAZIER,
    Prop.BICYCLE,
}
"""Things that stand near; all others are held."""

HOLDING: Mapping[Prop, Pose] = {
    Prop.PHONE: Pose.HOLD_PHONE,
    Prop.TABLET: Pose.HOLD_PHONE,
    Prop.BOOK: Pose.READ,
    Prop.LETTER: Pose.READ,
    Prop.SCROLL: Pose.READ,
    Prop.MAP: Pose.READ,
    Prop.LAPTOP: Pose.TYPE,
    Prop.SWORD: Pose.SWORD_GUARD,
    Prop.BOX: Pose.CARRY,
    Prop.SUITCASE: Pose.CARRY,
}
"""How a thing is held where no verb tells it; anything else is simply held."""

IN_HAND: Mapping[Pose, Prop] = {
    Pose.PHONE_CALL: Prop.PHONE,
    Pose.HOLD_PHONE: Prop.PHONE,
    Pose.SWORD_GUARD: Prop.SWORD,
    Pose.WRITE: Prop.PEN,
    Pose.DRINK: Prop.CUP,
    Pose.EAT: Prop.BREAD,
    Pose.COOK: Prop.PAN,
}
"""What is in the hand of somebody of whom only this is told."""

EMPTY_HANDED = frozenset(
    {
        Pose.EMBRACE,
        Pose.HOLD_HANDS,
        Pose.CLIMB,
        Pose.SLEEP,
        Pose.PUNCH,
        Pose.PRAY,
        Pose.COVER_FACE,
        Pose.COVER_EARS,
        Pose.SURRENDER,
        Pose.ARMS_CROSSED,
    }
)
"""Poses in which nothing can be held."""
