# 一集的薄弱之处、与剧集设定的矛盾，以及改法。

menu-craft = 本集的薄弱之处和改法
button-craft = ✎ 打磨
button-craft-do = ✓ { $number } · { $fix }
button-craft-keep = ＋ { $number }
button-craft-drop = ✕ { $number }
craft-head = ✎ <b>打磨</b> · 《{ $title }》第{ $number }集
craft-clean = 没有发现薄弱之处。
craft-settled = 这一版没有要处理的了。
craft-more = ……还有{ $count }处
craft-ask = ✓ 照改，＋ 写入设定，✕ 保持原样。
craft-fact = 从第{ $number }集起，剧集可以记住：“{ $text }”
craft-shot = 镜头{ $number }：
craft-hook = { $about ->
    [synopsis] 故事开头没有人。第一个情节点应该有人在做事。
   *[script] { $empty ->
        [yes] 头三秒没有人出现，也没有人说话。观众就在这时划走。
       *[no] 这么远的镜头在手机上人只是个小点，头三秒又没有人说话。
    }
}
craft-turn = { $about ->
    [synopsis] 只有{ $count }个情节点，放不下转折：开头、出差错、意外。
   *[script] 没有转折：从第一个镜头到最后，气氛一直不变。
}
craft-turns = 气氛变了{ $count }次。半分钟只容得下一个转折。
craft-button = { $about ->
    [synopsis] 最后一个情节点没有留下悬念。用一个问题、一个没做完的动作或一个真相来收尾。
   *[script] 结尾没有留下悬念。一个问题、一个没做完的动作或一张吃惊的脸，会让人想看下一集。
}
craft-long = { $about ->
    [synopsis] { $count }个情节点，比一集的镜头还多。
   *[script] 加上这句，台词要{ $seconds }秒，只有{ $room }秒可用。“{ $text }”
}
craft-short = 台词和画面只够{ $seconds }秒，镜头被拉长到{ $room }秒。
craft-subtitle = 这句台词要分{ $count }屏字幕。短一些就能一眼看完：“{ $text }”
craft-crowd = { $about ->
    [synopsis] { $count }个人太多，半分钟里认不过来。
   *[script] 里面有{ $count }个人。竖屏手机上最多分得清三个。
}
craft-talking = 人物光说话就有{ $seconds }秒。过了二十秒，该有些动作。
craft-monotony = 从这里到镜头{ $last }，景别都一样（{ $framing }）。
clash-stranger = { $sure ->
    [yes] { $who }不在本集的角色里。加上这个角色，或者不写：“{ $text }”
   *[no] { $who }是谁？角色里没有这个名字：“{ $text }”
}
clash-spelling = 设定里写作“{ $known }”，这里是“{ $who }”：“{ $text }”
clash-gone = { $sure ->
    [yes] { $who }不可能在这里：“{ $fact }”。换一个人来：“{ $text }”
   *[no] 这里只是提到{ $who }吗？“{ $fact }”，而“{ $text }”
}
clash-knows = { $who }怎么会知道？“{ $fact }”。先让这个人得知，或者让知情的人来说：“{ $text }”
clash-wound = { $sure ->
    [yes] { $who }的伤还没好：“{ $fact }”。交代怎么好的，或者让伤留着：“{ $text }”
   *[no] { $who }做得到吗？“{ $fact }”。让这件事付出代价，或者换个动作：“{ $text }”
}
clash-costume = { $who }本来的样子是“{ $fact }”。交代换装，或者保持原来的衣着：“{ $text }”
clash-place = { $sure ->
    [yes] { $known }本来的样子是“{ $fact }”。把这场戏画在那里：“{ $text }”
   *[no] 这里是{ $known }吗？那就用同一个名字，这里写的是“{ $text }”。
}
clash-owner = { $sure ->
    [yes] “{ $fact }”是{ $known }的，不是{ $who }的：“{ $text }”
   *[no] 这是谁的？“{ $fact }”是{ $known }的：“{ $text }”
}
clash-offstage = { $who }在说话，却不在镜头里。让人入镜，或者当作画外音：“{ $text }”
toast-craft-kept = 已写入设定。
toast-craft-dropped = 保持原样。
toast-craft-outdated = 已有更新的版本，发送 /craft 查看。
