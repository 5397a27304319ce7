# 镜头按什么来画。

menu-prompt = 查看镜头的提示词：/prompt 3
menu-prompts = 本系列用过并通过的提示词
prompt-how = /prompt 3 显示镜头3的提示词。也可以用 /prompt 回复一张画面，或回复“提示词：……”，用自己的话来写。
prompt-head = <b>镜头{ $number }的提示词</b> · { $title }
prompt-text = <blockquote>{ $text }</blockquote>
prompt-removed = <i>这些文字已应作者要求删除。</i>
prompt-negative = <b>画面中不要出现：</b>{ $text }
prompt-negative-unread = <b>画面中不要出现</b>（这个模型不读取这一项）：{ $text }
prompt-stale = ⚠ 写于镜头改动之前。点“重新生成”，由工作室按现在的镜头来写。
prompt-by = { $by ->
    [person] 由{ $name }撰写
   *[studio] 由工作室生成（工作室用英文写）
}，用于 { $model }{ $family ->
    [none] { "" }
   *[other] （{ $family }）
}。
prompt-draws = 本工作室只画线稿，不绘制成图：以上是会交给模型的内容。工作室的管理者可用 <code>{ $setting }</code> 指定模型；<code>{ $command }</code> 会列出适合这台机器的模型。
prompt-not-yet = 以上是会交给 { $model } 的内容。分镜绘制完成后即可修改。
ask-prompt = 镜头{ $number }按什么来画？请用完整的提示词回复这条消息。
ask-prompt-negative = 镜头{ $number }的画面中不要出现什么？请回复这条消息；没有就回复“-”。
button-prompt-rewrite = ✎ 改写
button-prompt-negative = ⊘ 排除
button-prompt-undo = ↶ 撤销
button-prompt-compose = ⟳ 重新生成
button-prompt-book = 📖 手册
prompts-head = <b>用过并通过的提示词</b> · { $title }
prompts-line = <b>{ $number }</b> · 第 { $episode } 集，镜头{ $shot } · { $model } · { $by ->
    [person] { $name }
   *[studio] 工作室
}
    <i>{ $text }</i>
prompts-take-up = 点数字，就把那条提示词用于这个镜头。
prompts-how = 要用于某个镜头，请先发送 /prompt 3，再打开手册。
prompts-none = 《{ $title }》还没有通过审核的提示词。/prompt 3 显示镜头3的提示词。
refused-draws = 本工作室只画线稿，没有可改的提示词。/prompt 1 说明如何指定模型。
refused-no-prompt-yet = 这个镜头还没有绘制。提示词会随分镜一起出现。
refused-no-such-prompt = 这条提示词不属于本系列。
