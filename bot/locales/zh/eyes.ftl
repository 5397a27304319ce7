# 图里有什么，用文字说出来，由本人接受或改正。

eyes-looking = 👁 正在看……
eyes-seen = 👁 我看到：

    <blockquote>{ $text }</blockquote>

    是这样吗？在你确认之前，我不会用它做任何事。
eyes-used = 👁 <blockquote>{ $text }</blockquote>
eyes-dropped = 👁 已丢弃：图片和我看到的内容都删了。
ask-seen = 请用正确的话回答。点一下可复制我看到的内容：<code>{ $text }</code>
toast-looking-still = 还在看。
eyes-blind = 这个工作室的语言模型看不了图片。请用文字描述：谁、在哪里、发生什么、什么光线。
eyes-failed = 看图时出了问题。请重新发图，或用文字描述。
invalid-no-picture = 这张图打不开。请以照片发送，不超过 10 MB，或用文字描述。
invalid-nothing-seen = 从这张图里看不出什么。请发一张更清楚的，或用文字描述。
made-sketch = 带来的图片
replay-medium-sketch = 带来的图片
