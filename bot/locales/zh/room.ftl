# 编剧室：回答来之前、没有回答时，以及随回答一起说的话。

menu-talk = 聊聊这部剧

room-thinking = 我在想……
room-reading = 我在看已有的内容……
room-taking-down = 我在记下你的话……
room-writing = 我在写……
room-preparing = 我在准备……
room-again = 我重新回答……

room-busy = 语言模型现在太忙。你的话已经记下，稍后再试。
room-unreachable = 连不上语言模型。你的话已经记下，稍后再试。
room-silent = 语言模型没了回应。你的话已经记下，请再试一次。
room-cut-off = 回答太长，中断了。你的话已经记下：再试一次，或者一次少要一点。
room-declined = 语言模型不愿回答。你的话已经记下，换个说法也许可以。
room-unreadable = 回答读不懂。你的话已经记下，请再试一次。
room-unavailable = 语言模型没有设置好。维护我的人可以运行“feuilleton doctor”来检查。你的话已经记下。
room-too-much = 一次说这么多，这个语言模型处理不了。你的话已经记下，请说短一点，或分几次说。
room-over-turn = 这超出了一次回答的额度。已经做的都在，请一次少要一点。
room-over-day = 你今天在编剧室的额度用完了，明天继续；按钮和修改意见照常可用。
room-over-episode = 这一集在编剧室的额度用完了。你的话已经记下；按钮和对稿件的回复照常可用。
room-overtaken = 有人快了一步：现在有更新的版本。看一看，再说一次。

room-change-taken = 第 { $number } 集要改的，已照你的原话记下，新版本随后就来。
room-change-offered = 第 { $number } 集的片段已经拍了，修改会丢掉其中一些。要改吗？
room-suggested = 第 { $number } 集，我建议：“{ $text }”
room-loglines = 选一个，下一集就从它开始。或者说说还缺什么。
room-approval = 第 { $number } 集等着决定，由你来定：
room-one-version = 第 { $number } 集目前都只有一个版本。
room-versions = 第 { $number } 集有版本可以对比：
room-undone = 上一个版本重新生效：{ $what ->
    [bible] 设定集
    [season] 整季计划
    [script] 剧本
   *[synopsis] 梗概
}。另一个也留着。
room-redone = 后一个版本重新生效：{ $what ->
    [bible] 设定集
    [season] 整季计划
    [script] 剧本
   *[synopsis] 梗概
}。另一个也留着。
room-undo-offered = 要让上一个版本重新生效吗：{ $what ->
    [bible] 设定
    [season] 季
    [script] 剧本
   *[synopsis] 梗概
}？
room-redo-offered = 要让后一个版本重新生效吗：{ $what ->
    [bible] 设定
    [season] 季
    [script] 剧本
   *[synopsis] 梗概
}？
room-language-en = 英文
room-language-fr = 法文
room-language-zh = 中文

refused-no-such-episode = 还没有这一集。
refused-not-in-its-language = 写出来的不是这部剧集的语言，所以不拿出来。请再要一次。
refused-nothing-to-offer = 没写出可以提供的东西，换个说法再说一次。
refused-nothing-before = 这之前没有版本了。
refused-nothing-after = 这之后没有版本了。
refused-entry-changed = 我提出建议之后，这里已经有人改过，所以保持原样。如果还想要，请再说一次。
refused-nothing-to-answer = 这句话不再等待回答：已经回答过，或者你后来又说了别的。
refused-not-yours-to-ask-again = 只有说这句话的人才能让我再回答一次。

offer-begin = { $place ->
    [0] ▶️ 用它开始下一集
   *[other] ▶️ 用第{ $place }个开始
}
offer-change = { $place ->
    [0] ✅ 修改第{ $number }集
   *[other] ✅ 采用第{ $place }个
}
offer-approve = ✅ 批准第{ $number }集
offer-compare = ↔️ 对比第{ $number }集
offer-undo = ↶ { $what ->
    [bible] 上一版设定
    [season] 上一版季
    [script] 第{ $number }集：上一版剧本
   *[synopsis] 第{ $number }集：上一版梗概
}
offer-redo = ↷ { $what ->
    [bible] 后一版设定
    [season] 后一版季
    [script] 第{ $number }集：后一版剧本
   *[synopsis] 第{ $number }集：后一版梗概
}
room-ask-again = 🔁 再试一次
talk-how = 请在命令后面写下想聊的内容，例如：“/talk 接下来会发生什么？”在私聊里直接写就行。
