# 发布之前，自己在片尾名单中的一行。

line-head = 🎬 <b>你的署名</b> · 《{ $series }》第 { $number } 集
line-title = 《{ $title }》
line-role = • { $role }（{ $degree }）：{ $counts }
line-none = 目前的剪辑里没有你的内容。
line-name = 印出的名字：<b>{ $name }</b>
line-confirmed = ✓ 已确认
line-unnamed = 你不署名：片中和文件里都没有你的名字。账本用编号保留你做过的事。
line-silence = 不会等你的回答：你不说什么，就照这里的样子印出。发布之前可以改名字，剪辑通过之前可以更正署名的内容。
line-disputed = 你说有不对的地方；由{ $lead }裁定，在此之前剪辑不会通过。
line-renamed = 就这样印你的名字，以后各集也是。上面你那一行已经改好。
line-passed-on = 我已转告主持这部剧的人。裁定之前，剪辑不会通过。
button-confirm-line = ✓ 确认
button-change-name = ✎ 改我的名字
button-unname = 不要署我的名
button-name-again = 还是署我的名
button-dispute = 有不对的地方
button-withdraw-dispute = 还是对的
ask-name = 在这部剧的片尾，你的名字怎么印？请用一行写出写法或笔名。
ask-wrong = 你的署名哪里不对？请用自己的话说，例如：音乐也是我写的。
toast-line-confirmed = 已确认，谢谢。
toast-named = 会署你的名。
toast-unnamed = 不会署你的名。
toast-dispute-withdrawn = 保持原样。
toast-dispute-settled = 已裁定。
refused-not-yours-to-answer = 只有这一行的本人才能回答。
refused-no-line = 目前的剪辑里没有你的内容。
refused-credits-are-out = 这一集已经发布，片尾名单也随之定下。下一集之前可以再改名字。
refused-cut-is-approved = 剪辑已经通过：名字还可以改，署名的内容不能再改。
refused-credit-disputed = 有人说自己的署名不对。主持这部剧的人裁定之后，剪辑才能通过。
invalid-no-name = 里面没有字。请发来要印出的名字。
invalid-long-name = 超过 60 个字，片尾放不下。请发来短一些的名字。

dispute-of = ⚖ <b>有署名争议</b> · 《{ $series }》第 { $number } 集
dispute-said = { $name }说：
dispute-now = 按目前的剪辑，署名是：
dispute-ledger = 账本里关于{ $name }的记录：
dispute-nothing = 这一集里没有此人的记录。
dispute-survived = { $done }，{ $count ->
    [0] 都不在片中
   *[other] 其中 { $count } 项在片中
}
dispute-ask = 保持署名原样，或者再给一个职务。在此之前剪辑不能通过。你的决定会作为你的裁定记下。
dispute-role = 给{ $name }署哪个职务？
dispute-kept = <b>{ $lead }保持署名原样。</b>
dispute-granted = <b>{ $lead }给{ $name }再署一个职务：{ $role }。</b>
dispute-withdrawn = <b>{ $name }决定还是保持原样。</b>
button-keep-credit = 保持原样
button-grant = 给予署名
button-case = ‹ 返回

did-settled = 裁定给予 { $count } 项
did-sent-back = 退回 { $count } 次
did-remarked = 意见 { $count } 条
sheet-unnamed = 另有 { $count } 人应得署名，但不愿署名。
credits-unnamed = 另有 { $count } 人不愿署名。
replay-did-disputed = 提出署名不对
replay-did-settled = 裁定署名
replay-nobody = 不愿署名的人
