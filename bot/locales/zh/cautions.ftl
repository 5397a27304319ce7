# 可能涉及他人权利的话：涉及什么，可以换成什么，由谁负责。

caution-said = ⚖ 关于“{ $text }”：
caution-likeness = 我不照搬在世的人的长相或声音，而“{ $name }”听起来就是。换成你自己的人物吧：年龄、身材、发型、一个让人记住的地方。
caution-style = 我不模仿在世艺术家的风格，而“{ $name }”听起来就是。说说你喜欢它什么：颜色、线条、光线、气氛。
caution-franchise = { $owner ->
    [none] “{ $name }”属于别人。
   *[other] 据我所知，“{ $name }”属于 { $owner }。
}留下你喜欢的东西，比如魔法学校或蒙面英雄，把它变成你自己的。
caution-ask = 话已经照原样记下，工作继续。
caution-assured = ✓ 由{ $name }负责，已写进署名与创作说明。
button-instead = ✎ 换一个
button-assure = 保留，由我负责
ask-instead = 想把“{ $name }”换成什么？用一整句话描述，它会成为一条修改意见。
ask-assured = 已记下由你负责。如果有理由，比如许可或同意，请回复这条消息：它会印在你的名字旁边。不回复也可以。
toast-assured = 已记下：由你负责。
assured-why = 理由已记下。
refused-not-yours-to-assure = 只有负责这部剧集的人可以这样决定。换一个，或者问问对方。
refused-nothing-to-assure = 这里已经没有需要负责的内容了。
invalid-harmful = 伤害人的事我不帮忙。如果是写故事，告诉我谁遇到了什么，我来想怎么讲。
made-assurance = 权利说明
record-did-assured = 负责的权利事项
replay-did-assured = 为此负责
replay-medium-assurance = 权利说明
sheet-assured = 有人负责的权利事项
sheet-matter = 事项
sheet-named = 名称
sheet-keeper = 负责人
sheet-since = 起始时间
sheet-reason = 理由
sheet-somebody = 未署名者
sheet-removed = 应作者要求已删除
matter-likeness = 在世者的形象
matter-style = 在世艺术家的风格
matter-franchise = 现有人物或世界
