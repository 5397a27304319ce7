"""The ideas that the crew is measured with: seven in each language, long and short, with and without a hero's name."""

from collections.abc import Mapping

from storage.domain.story import Language

IDEAS: Mapping[Language, tuple[str, ...]] = {
    Language.FRENCH: (
        "Un renard tient une boulangerie de nuit",
        "Une grand-mère devient hackeuse pour retrouver son chien volé",
        "Le dernier libraire de Paris vend des rêves en bouteille",
        "Deux sœurs découvrent une porte derrière le miroir de la salle de bain",
        "Un taxi de nuit ne prend que des fantômes",
        "Léa reçoit chaque matin un message de son futur mari, qu'elle ne connaît pas",
        "Un gardien de phare trouve une sirène qui a peur de l'eau",
    ),
    Language.ENGLISH: (
        "A lonely robot falls in love with the moon",
        "Two rival street food cooks must share one stall",
        "A detective who is afraid of the dark takes a night case",
        "Every night at 3:07 the old piano plays by itself",
        "Maya finds a phone that can call the past, once",
        "A goldfish runs for mayor in a small seaside town",
        "An astronaut comes home and nobody remembers her",
    ),
    Language.CHINESE: (
        "一个女孩发现她的猫会说话",
        "外卖小哥每晚送餐到一座不存在的楼",
        "退休的老杀手在广场舞队里遇到了宿敌",
        "时间只在下雨天倒流",
        "一家只在午夜营业的面馆，客人都是鬼",
        "新来的女实习生其实是公司老板的女儿",
        "小和尚捡到一只会念经的乌龟",
    ),
}
