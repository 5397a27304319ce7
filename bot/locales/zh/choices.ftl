# 单个镜头：修改前后，以及可选的多张画。

label-before = 修改前
label-after = 修改后
shot-changed = 已改动：左边是之前，右边是之后。可以保留新的，也可以换回旧的。
shot-varied = 选哪一张？
button-keep-new = ✓ 保留新的
button-back = ↶ 换回旧的
button-variants = { $count } 个方案
button-keep-current = 保留现在的
variants-how = 回复分镜里的一张画并写 /variants 3，我会把这个镜头另画三种，供你选择。
invalid-variants = 我一次画两到四个方案。
refused-is-out = 这一集已经发布，画面不再改动。把下一个想法发给我，可以接着做这个系列。
refused-no-such-shot = 剧本里没有这个镜头。
menu-variants = 一个镜头的其他画法：回复它的画
