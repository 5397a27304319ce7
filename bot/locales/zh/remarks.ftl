# 大家对稿件的意见，逐条处理。

menu-remarks = 待处理的意见
draft-remarks = 💬 { $count }条意见
remarks-head = 💬 <b>{ $count }条意见</b> · 《{ $title }》第{ $number }集
remarks-none = 💬 《{ $title }》第{ $number }集的意见都处理完了。
remarks-more = ……另有{ $count }条，处理完这些后显示。
remark-shot = 镜头{ $number }
remark-whole = 整体
button-work-on = { $number } · 照改
button-leave-remark = { $number } · 不改
toast-left = 保持原样。
toast-sent-back = 已连同全部意见退回。
refused-not-yours-to-remark = 只有这部剧集的团队可以在这里提意见。/team 可以看到怎样加入。

# 用语音说的意见。

button-play-remark = ▶ { $number }
spoken-about-what = 语音回复稿件时，我会把它存为一条意见。请回复稿件，或者用文字告诉我：这里听不懂语音。
invalid-spoken-too-long = 语音最长两分钟。请说短一些，或者写下来。
refused-only-spoken = 这条意见是用语音说的：请用文字说明要做什么。
ask-spoken = 上面{ $name }的意见要怎么处理？请用自己的话回复这条消息。
ask-heard = { $count ->
   *[other] 关于《{ $title }》的 { $count } 条语音意见就在上面：请用文字回复这条消息，说明要改什么。
}
toast-sound-gone = 已经没有可以听的了。
