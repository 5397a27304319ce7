# 团队要求单独审阅的稿件：角色、剧本、配音。

draft-cast = 🎭 <b>角色</b> · 《{ $title }》第 { $number } 集
draft-script = 📖 <b>剧本</b> · 《{ $title }》第 { $number } 集
draft-voices = 🎙 <b>配音</b> · 《{ $title }》第 { $number } 集
showing-cast = 每个人的样子对吗？请写明是谁，例如“{ $name }：短发”。
showing-script = 在哪里、发生什么、谁说什么。画面随后再画。
showing-script-file = 剧本较长，上面的文件里也有全文。
showing-voices = 全部台词按镜头顺序播放。回复里写“0:12”，指的就是那时听到的台词。
showing-line = <b>{ $name }</b>：“{ $text }”
showing-seconds = { $seconds }秒
showing-table-read = 台词试听
showing-episode = { $title } · { $number }
rules-showings = 第一行的按钮可以要求更多稿件：☑ 会单独送审，通过后才继续；☐ 随后面的稿件一起看。
