# 拍摄文件上的文字。

paper-storyboard = 分镜图
paper-shot-list = 分镜头表
paper-length = { $shots } 个镜头 · { $seconds } 秒
paper-version = 版本 { $version }
column-number = 镜号
column-scene = 场景
column-framing = 景别
column-angle = 角度
column-move = 运镜
column-lens = 焦段
column-who = 人物
column-action = 画面
column-dialogue = 对白
column-sound = 声音
column-seconds = 秒
column-total = 累计
sound-sync = 同期声
sound-silent = 无声

button-papers = 🖨 拍摄文件
printed-storyboard = 分镜图，可用 A4 纸打印。
printed-shot-list = 分镜头表，可用 A4 纸打印。
printed-spreadsheet = 同一份分镜头表，可用电子表格打开。
refused-not-yours-to-see = 只有这部剧集的团队可以查看它的内容。发送 /new 开始你自己的剧集。
refused-nothing-drawn-yet = 还没有可以打印的分镜图。发送 /status 查看它在等什么；画好之后再来要。
menu-storyboard = 可打印的分镜图
menu-shotlist = 可打印的分镜头表
