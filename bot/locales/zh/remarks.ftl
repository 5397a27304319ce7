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
