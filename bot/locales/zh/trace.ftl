# 一集里的话是谁写的、哪一版生效，以及两个人在同一处写的内容。

menu-undo = 回到上一版
menu-redo = 前进到下一版
undo-counts = ↶ <b>{ $what ->
    [retouches] 图的修改
    [script] 剧本
   *[synopsis] 梗概
}：现在以第{ $number }版为准（共{ $count }版）</b> · 《{ $title }》第{ $episode }集
    这一版就在下面。其他版本都还在，点按钮就能换回去。
undo-nothing = { $way ->
    [back] { $what ->
        [retouches] 这张图没有更早的一版了。
        [script] 这一版之前没有给人看过的剧本。要退回梗概的上一版，请用 /undo 回复梗概那条消息。
       *[synopsis] 这一版之前没有给人看过的梗概。
    }
   *[forth] { $what ->
        [retouches] 这张图没有更晚的一版了。
        [script] 这一版之后没有别的剧本了。
       *[synopsis] 这一版之后没有别的梗概了。
    }
}
button-undo-back = ↶ 第{ $number }版
button-undo-forth = ↷ 第{ $number }版
toast-undone = 好了，什么都没有丢。

menu-trace = 哪句话是谁写的
button-authors = ✍ 作者
marks-own = <u>下划线</u>：人写的原话。
authors-head = ✍ <b>哪句话是谁写的</b> · 《{ $title }》第{ $number }集
authors-none = 还没有写下任何内容。
authors-unnamed = 一位不愿署名的人
authors-hand = { $words ->
    [dictated] { $name }（口述）
    [imported] { $name }（带来的文本）
    [suggested] { $name }采纳的建议
   *[other] { $name }
}
authors-turn = “{ $text }”

merge-ask = ⚖ <b>{ $name }已经在同一处写了内容，你当时还没看到。</b>目前什么都没有改：要保留哪一段？
merge-both = { $name }：“{ $theirs }”
    你：“{ $mine }”
merge-chosen = { $way ->
    [both] ✓ 两段都保留：“{ $text }”
    [mine] ✓ 采用你的：“{ $text }”
   *[theirs] ✓ 保留对方的。你的没有丢，可以再发一次：“{ $text }”
}
button-merge-both = 两段都保留
button-merge-mine = 用我的
button-merge-theirs = 保留{ $name }写的
refused-crossed = 有人已经在同一处写了内容，你当时还没看到。请看最新的一版，再回复那一版重说一次。
refused-not-yours-to-merge = 由写第二段的人来选。
