# 成图的修改：用文字、圈出一处、放大。

button-larger = ⤢ 放大
retouches-left = 这个镜头重新画过了。之前那张图上的{ $count }处修改不在新图上，可以在新图上再改一遍。
button-retouch-again = ↻ 在新图上也改（{ $count }处）
retouches-again = ↻ 正在新图上再做这{ $count }处修改。
circle-shown = 我只改这一块：

    <blockquote>{ $text }</blockquote>
button-circle-yes = ✓ 好
button-circle-no = 不
circle-yes = ✓ 只改这一块。

    <blockquote>{ $text }</blockquote>
circle-no = 图保持原样。

    <blockquote>{ $text }</blockquote>
circle-wordless = 图看到了，但不知道要改什么。请再发一次，把要改的写在图下面。
invalid-circle-other = 这张照片不是这个镜头现在用的那张图。请在那张图上画，并回复那张图。
invalid-circle-nothing = 这张照片上没有找到画的痕迹。请用图上那里没有的鲜明颜色把要改的地方圈起来。
invalid-circle-open = 看到了笔画，但没有围成一块。请用图上那里没有的鲜明颜色圈起来，或者涂满要改的地方。
invalid-circle-everything = 几乎整张图都圈进去了。要改整张图，只用文字回复就行。
refused-no-upscale = 这个工作室没有配置放大图片的模型。
refused-large-enough = 这张图已经是最大的了。
refused-drawn-only = 这个镜头是画稿，不是成图。用文字回复画稿，我就重新画。
toast-not-your-circle = 只有画圈的人才能答“好”或“不”。
step-retouch = 修改的图
made-retouch = 修改过的图
made-retouches = 成图的修改
replay-medium-retouch = 修改过的图
replay-medium-retouches = 成图的修改
compared-retouch = 镜头{ $number }修改过的图
button-compare-retouch = 🖌 镜头{ $number } · { $count }
variant-recommended = 推荐
stars-are = ★只是简单的测量：构图是否保留、颜色、清晰度、曝光；与品味无关。
auditions-are = 这些是快速试画：选中的那张会完整地画出来。
