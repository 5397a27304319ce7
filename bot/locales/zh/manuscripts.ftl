# 关于带来的剧本和故事，以及把剧集文字带走的文件。

manuscript-story = 《{ $title }》是一个故事，里面没有标出台词。我可以根据它讲的内容做一集。
manuscript-script = 《{ $title }》是一个剧本：{ $lines } 句台词，{ $people } 个说话的人。
manuscript-episodes = { $count ->
    [one] 逐字保留，就是一集。
   *[other] 逐字保留，就是 { $count } 集，每集不超过三十秒，在场景结束处切开。
 }
manuscript-begun = 我先做前 { $begun } 集。做完以后，把剩下的再发给我。
manuscript-ask = 我该一字不改地保留每句台词，还是把它当作想法自由改编？
manuscript-overlong = 有 { $count } 段台词比一集还长（{ $name }：“{ $words }”）。我不会缩短你写的话：请在剧本里把它分开，再发一次。或者让我自由改编。
manuscript-keep-chosen = 每句台词我都一字不改。
manuscript-adapt-chosen = 我把它当作想法，自由改编。
button-keep-words = 一字不改
button-adapt = 自由改编
toast-manuscript-gone = 那条带文字的消息不见了。请再发一次。
halt-overlong = 这些话念出来比一集还长，而我不会缩短你写的话。请在剧本里改短，再发一次。
invalid-manuscript-unknown = 这种文件我读不了。请发 .txt、.md、.docx、.pdf、.fountain 或 .epub。
invalid-manuscript-too-large = 这超出了我能读的范围。文件最多 20 MB、500 页、一百万字；自由改编最多二十万字。
invalid-manuscript-damaged = 文件损坏或不完整。请重新保存再发一次。
invalid-manuscript-locked = 文件有密码。请去掉密码再发。
invalid-manuscript-hostile = 这个文件引用了外部内容，我不打开它。请存成纯文本再发。
invalid-manuscript-empty = 文件里找不到文字。扫描成图片的页面我读不了。请直接发文字，文件或粘贴都行。
invalid-manuscript-too-slow = 读这个文件太久了。请存成纯文本再发。
invalid-manuscript-no-lines = 这段文字没有标出台词，没有什么可以逐字保留。让我自由改编吧。
invalid-manuscript-overlong = 有一段台词比一集还长。请在剧本里把它分开，再发一次。

export-story = 故事
export-cast = 人物
export-world = 世界
export-style = 风格
export-tone = 基调
export-places = 地点
export-props = 物件
export-facts = 已知的事
export-synopsis = 梗概
export-script = 剧本
export-bible = 设定集
export-ask = 《{ $title }》第 { $number } 集：梗概、剧本和设定集要什么格式的文件？
exported-synopsis = 梗概。
exported-script = 剧本。
exported-bible = 剧集设定集。
button-form-md = Markdown
button-form-fountain = Fountain
button-form-pdf = PDF
button-form-docx = .docx
menu-export = 把梗概、剧本和设定集存成文件
refused-nothing-written-yet = 这一集还没有写任何内容。/status 会告诉你进度。
