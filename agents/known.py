"""Names that are known well enough to be told by rule, as data: what belongs to somebody, who lives, who is free.

The lists are short on purpose. They hold what people ask for most, not everything: what is not on them is left to the
language model where it can be trusted with it, and to the person's own judgement everywhere.
"""

from collections.abc import Mapping

FRANCHISES: Mapping[str, tuple[str, ...]] = {
    "The Walt Disney Company (Lucasfilm)": (
        *("Star Wars", "Darth Vader", "Luke Skywalker", "Yoda", "Indiana Jones"),
        *("Dark Vador", "星球大战", "达斯·维达", "夺宝奇兵"),
    ),
    "The Walt Disney Company (Marvel)": (
        *("Spider-Man", "Spiderman", "Iron Man", "The Avengers", "Captain America"),
        *("Marvel Comics", "蜘蛛侠", "钢铁侠", "复仇者联盟", "漫威"),
    ),
    "The Walt Disney Company": (
        *("Mickey Mouse", "Donald Duck", "Disney", "Pixar", "Buzz Lightyear", "Elsa and Anna"),
        *("米老鼠", "唐老鸭", "迪士尼", "皮克斯"),
    ),
    "Warner Bros. Discovery (DC)": ("Batman", "Superman", "Wonder Woman", "Harley Quinn", "蝙蝠侠", "神奇女侠"),
    "Warner Bros. Discovery and J. K. Rowling": (
        *("Harry Potter", "Hermione Granger", "Dumbledore", "Voldemort"),
        *("Poudlard", "Hogwarts", "哈利·波特", "哈利波特", "霍格沃茨"),
    ),
    "Warner Bros. Discovery and the Tolkien estate": (
        *("Lord of the Rings", "Seigneur des anneaux", "Gandalf", "Gollum"),
        *("指环王", "魔戒", "甘道夫"),
    ),
    "Home Box Office and G. R. R. Martin": ("Game of Thrones", "Daenerys", "权力的游戏"),
    "Paramount": ("Star Trek", "SpongeBob", "Bob l’éponge", "Bob l'éponge", "星际迷航", "海绵宝宝"),
    "Danjaq and MGM": ("James Bond", "詹姆斯·邦德"),
    "Universal": ("Jurassic Park", "Minions", "Shrek", "侏罗纪公园", "小黄人", "怪物史莱克"),
    "Nintendo and The Pokémon Company": (
        *("Pokémon", "Pokemon", "Pikachu", "Super Mario", "Legend of Zelda"),
        *("宝可梦", "皮卡丘", "超级马里奥", "塞尔达"),
    ),
    "Microsoft (Mojang)": ("Minecraft", "我的世界游戏"),
    "Mattel": ("Barbie", "芭比娃娃"),
    "Sanrio": ("Hello Kitty", "凯蒂猫"),
    "Studio Ghibli": ("Totoro", "Spirited Away", "Chihiro", "龙猫", "千与千寻"),
    "Shueisha and its authors": (
        "Naruto",
        "Dragon Ball",
        "One Piece manga",
        "Son Goku",
        "火影忍者",
        "七龙珠",
        "海贼王",
    ),
    "Shogakukan (Fujiko Pro)": ("Doraemon", "哆啦A梦", "哆啦a梦"),
    "Moulinsart (in Europe until 2053)": ("Tintin", "Captain Haddock", "capitaine Haddock", "丁丁历险记"),
    "Éditions Albert René": ("Astérix", "Asterix", "Obélix", "Obelix", "高卢英雄传"),
    "IMPS": ("Schtroumpf", "Smurf", "蓝精灵"),
    "Beijing Enlight (its film of 2025; the myth is free)": ("哪吒之魔童", "Ne Zha 2"),
}
"""Characters and worlds that belong to somebody, by whose they are: the reason why they are pointed out.

Left out is what is free though famous: Sherlock Holmes, Dracula, Monkey King, Snow White as a tale.
"""

ORDINARY = frozenset({"Star Wars", "Iron Man", "The Avengers", "Captain America", "Minions", "One Piece manga"})
"""Names made of words that people use for other things: they count only with their capitals."""

ARTISTS = (
    *("Miyazaki", "Tarantino", "Wes Anderson", "Tim Burton", "Spielberg", "Scorsese", "Christopher Nolan", "Banksy"),
    *(
        "Villeneuve",
        "Almodóvar",
        "Makoto Shinkai",
        "Bong Joon-ho",
        "Park Chan-wook",
        "Jean-Pierre Jeunet",
        "Luc Besson",
    ),
    *("Yayoi Kusama", "Takashi Murakami", "Damien Hirst", "Jeff Koons", "Bilal", "Jodorowsky", "Marjane Satrapi"),
    *("宫崎骏", "新海诚", "王家卫", "张艺谋", "陈凯歌", "贾樟柯", "李安", "草间弥生", "村上隆", "蔡志忠", "几米"),
)
"""Artists who live and are often asked for by a single name, or whose name no capital letter shows."""

PEOPLE = (
    *("Taylor Swift", "Tom Cruise", "Brad Pitt", "Beyoncé", "Rihanna", "Donald Trump", "Emmanuel Macron", "Elon Musk"),
    *("成龙", "周杰伦", "刘德华", "巩俐", "章子怡", "范冰冰", "易烊千玺", "肖战", "王一博", "马斯克", "特朗普", "马云"),
)
"""People who live and whose name no grammar shows."""

FREE = (
    *("van gogh", "vincent van gogh", "claude monet", "leonardo da vinci", "edgar allan poe", "victor hugo"),
    *("jules verne", "jane austen", "charles dickens", "william shakespeare", "georges méliès", "gustave doré"),
    *("oscar wilde", "lewis carroll", "gustav klimt", "katsushika hokusai", "henri rousseau", "la fontaine"),
    *("jean de la fontaine", "alexandre dumas", "émile zola", "marcel proust", "franz kafka", "anton tchekhov"),
    *("charles perrault", "hans christian andersen", "johann sebastian bach", "mona lisa", "julius caesar"),
    *("jules césar", "napoléon bonaparte", "joan of arc", "jeanne d’arc", "jeanne d'arc", "marie curie"),
    *("sherlock holmes", "santa claus", "father christmas", "robin hood", "don quixote", "don quichotte"),
    *("snow white", "robinson crusoe", "monkey king", "sun wukong", "père noël", "cendrillon"),
)
"""People who are long dead and figures that belong to everybody; whoever is asked for by these names is nobody's."""

STYLES = (
    *("art", "film", "pop", "belle", "nouvelle", "new", "old", "far", "wild", "middle", "louis", "hong", "saint"),
    *("los", "san", "north", "south", "east", "west", "great", "second", "first", "world", "bande", "moyen", "grand"),
    *("commedia", "opera", "sunday", "christmas", "big", "little", "black", "white", "blue", "red", "green"),
)
"""First words of what is a style, a place or a time and no person, though each word has a capital."""

TITLES = (
    *("aunt", "uncle", "grandma", "grandpa", "old", "little", "big", "mr", "mrs", "ms", "miss", "doctor", "dr"),
    *("captain", "king", "queen", "prince", "princess", "father", "mother", "brother", "sister", "saint", "lady"),
    *("sir", "lord", "tante", "oncle", "mamie", "papi", "mère", "père", "roi", "reine", "capitaine", "docteur"),
    *("madame", "monsieur", "mademoiselle", "sainte", "petit", "petite", "vieux", "vieille", "la", "le"),
)
"""First words of a figure's name in a story: Captain Nemo and Aunt May are nobody who lives."""
