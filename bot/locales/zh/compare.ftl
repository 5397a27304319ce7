# 同一作品的两个版本并排，以及改动之处。

menu-compare = 并排查看两个版本
button-compare = ⇄ 对比
changed-since = { $version ->
    [approved] <b>与已批准版本相比的改动</b>
   *[shown] <b>与上一版本相比的改动</b>
}
unchanged-since = { $version ->
    [approved] 与已批准版本相比，文字没有改动。
   *[shown] 与上一版本相比，文字没有改动。
}
changed-shots-text = 文字改动{ $count }处：镜头{ $numbers }
changed-shots-picture = 画面改动{ $count }处：镜头{ $numbers }
changed-shots-new = 新增{ $count }个：镜头{ $numbers }
changed-shots-gone = 删去{ $count }个：原镜头{ $numbers }
changes-left-out = ……另有{ $count }行改动，一条消息放不下。
compare-ask = ⇄ <b>对比</b> · 《{ $title }》第{ $number }集
    选择要对比的内容，先显示当前版本和上一版本。
compare-none = 《{ $title }》第{ $number }集还没有可对比的内容：目前都只有一个版本。说说要改什么，新版本就可以在这里与旧版本对比。
compare-head = ⇄ <b>{ $work }</b> · 《{ $title }》第{ $number }集
compare-made = <b>{ $number }</b> · { $maker }{ $wished ->
    [0] {""}
   *[other] ，依{ $names }的话
} · { $date }
compare-same = 这两个版本一字不差。
compare-failed = 这两个版本无法并排显示。什么都没有丢失，可以试试其他版本。
compared-synopsis = 梗概
compared-script = 剧本
compared-panel = 镜头{ $number }的画面
compared-still = 镜头{ $number }的成图
compared-clip = 镜头{ $number }的视频
compared-preview = 预览
compared-cut = 成片
button-compare-synopsis = 📝 梗概 · { $count }
button-compare-script = 📜 剧本 · { $count }
button-compare-panel = 🎨 镜头{ $number } · { $count }
button-compare-still = 🖼 镜头{ $number } · { $count }
button-compare-clip = 🎞 视频{ $number } · { $count }
button-compare-preview = 🎬 预览 · { $count }
button-compare-cut = 🎬 成片 · { $count }
refused-no-comparison = 这已经不是同一内容的两个版本了。/compare 会列出现有的版本。
