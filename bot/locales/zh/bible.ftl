# 聊天里的设定集和整季计划：查看、用自己的话修改、规划。

menu-bible = 设定集：世界、人物、地点、事实
menu-season = 整季计划：每集讲什么
button-bible = 📖 设定集
button-season = 🗓 整季计划
series-choose = 哪一部剧？

status-book = <b>{ $title }</b> · 剧集设定
stage-planning = 我在写设定集、规划各集，要几分钟；这期间你可以照常在这里继续。
stage-book = 剧集设定：用 /bible 和 /season 查看。
short-planning = 规划中
short-book = 设定
step-bible = 设定集
step-season = 各集计划

bible-head = 📖 <b>设定集</b> · 《{ $title }》
bible-empty = 还没有内容。设定集写的是每一集都成立的东西：世界、基调、人物、地点。你可以用自己的话写任何一条，也可以让我先写一版；已通过的剧集里有的，都保持原样。
bible-open = 待写
bible-world = 世界
bible-style = 画面
bible-tone = 基调
bible-rating = 适合
rating-everyone = 所有人
rating-teens = 青少年
rating-adults = 成年人
bible-cast = 人物
bible-place = 地点
bible-prop = 物件
bible-fact = 已发生的事
bible-no-cast = 还没有人物。
bible-no-place = 还没有地点。
bible-no-prop = 还没有重要的物件。
bible-no-fact = 还没有记下什么。剧本通过后，/craft 会列出后面几集该记住的事。
bible-more = { $count ->
   *[other] ……还有 { $count } 条
}
bible-since = 第 { $number } 集之后：
bible-name = 名字
bible-look = 外貌
bible-speech = 说话方式
bible-want = 想要什么
bible-voice = 嗓音和身形
bible-figure = { $sex ->
    [woman] 女
   *[man] 男
}，{ $age ->
    [child] 孩子
    [teen] 少年
    [middle] 中年
    [old] 年老
   *[young] 年轻
}
choose-woman = 女
choose-man = 男
choose-child = 孩子
choose-teen = 少年
choose-young = 年轻
choose-middle = 中年
choose-old = 年老
book-changed = { $words ->
    [suggested] 最后修改：提议，由{ $name }采纳
   *[none] 最后修改：{ $name }
} · { $date }
button-bible-pick = ○ { $what }

button-bible-write = ✦ 补写缺少的
button-bible-say = ✎ { $what }
button-bible-edit = ✎ 修改
button-bible-drop = ✕ 去掉
button-bible-add = ＋ 添加
button-bible-list = { $what } · { $count }
button-book-back = ↶ 撤销
button-book-on = ↷ 重做
button-book-up = ← 返回

season-head = 🗓 <b>整季计划</b> · 《{ $title }》
season-count = { $count ->
   *[other] 共 { $count } 集
}
season-empty = 还没有整季计划。我可以一次规划 10 到 100 集：一条主线，每集一个标题、发生什么、怎样转折、留下什么悬念。每条都能用你自己的话修改。/season 24 会规划 24 集。
season-busy = 正在规划；进度见那条消息。
season-planned = 已规划
season-turn = ↻ { $text }
season-cliffhanger = ⇢ { $text }
plan-head = 🗓 《{ $title }》 · <b>第 { $number } 集</b>
plan-title = 标题
plan-logline = 发生什么
plan-turn = 怎样转折
plan-cliffhanger = 留下什么
button-season-plan = { $count } 集
button-season-more = ＋ 规划到第 { $count } 集
button-season-begin = ▶ 开始第 { $number } 集
button-season-open = 第 { $number } 集

ask-entry-world = 这部剧的世界是什么样的？用一两句话回答，原样保留。
ask-entry-style = 画面是什么样的：色彩、光线、镜头？你的话原样保留。
ask-entry-tone = 基调是什么？你的话原样保留。
ask-entry-name = { $name }以后叫什么名字？
ask-entry-look = { $name }长什么样？一句话，画面会照着画。
ask-entry-speech = { $name }怎么说话？
ask-entry-want = { $name }想要什么？
ask-entry-place = 这是什么地方，什么样子？“楼顶：星空下的烟囱”
ask-entry-prop = 这是什么物件，什么样子？“灯笼：银色的，是阿达的”
ask-entry-fact = 从那以后，什么成了既定事实？
ask-entry-new-cast = 这是谁，长什么样？“小威：赤脚的男孩，围着破围巾”
ask-entry-new-place = 这是什么地方，什么样子？“楼顶：星空下的烟囱”
ask-entry-new-prop = 这是什么物件，什么样子？“灯笼：银色的，是阿达的”
ask-entry-new-fact = 有什么已成事实？前面写上数字，表示在哪一集之后：“3：阿达割伤了手”
ask-entry-arc = 这一季讲的是什么？一句话。
ask-entry-title = 第 { $number } 集叫什么？
ask-entry-logline = 第 { $number } 集发生什么？一句话。
ask-entry-turn = 第 { $number } 集怎样转折？
ask-entry-cliffhanger = 第 { $number } 集留下什么悬念？
ask-entry-now = <i>现在：{ $text }</i>

toast-book-back = 上一版重新生效。
toast-book-on = 后一版重新生效。
toast-book-changed = 已修改。
toast-book-newer = 设定已有变动；现在是这样。
invalid-entry-too-long = 一条写不下这么多：最多 600 个字。
invalid-no-choice = 没有这个选项。
refused-season-too-long = 一季最多 100 集。
refused-begun-already = 这一集已经开始：回复它的梗概，写下要改什么。
refused-no-plan = 下一集还没有计划。/season 可以继续规划。
refused-no-bible = 还没有设定集。/bible 可以写一版。
refused-no-idea = 没有可以规划的创意：作者已让人删去。请先在 /bible 里写下这部剧的世界。

room-plan-offered = 我可以规划 { $count } 集，并补写设定集里缺少的部分，要几分钟。开始吗？
room-open-offered = 下一集是计划里的第 { $number } 集。开始吗？
room-entry-offered = 我建议这样写进设定：“{ $text }”
room-entry-taken = 已照你的原话写进设定：“{ $text }”
offer-plan = ✓ 规划 { $number } 集
offer-open = ▶ 开始第 { $number } 集
offer-entry = ✓ 写进设定
refused-no-such-character = 设定集里没有这个名字的人物。用 /bible 看看有谁。
