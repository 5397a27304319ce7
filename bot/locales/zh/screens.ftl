# 机器人说的话。文本为 Telegram HTML；填入的值事先已转义。

welcome =
    <b>欢迎来到 Feuilleton，{ $name }。</b>
    这个对话里有一间编剧室和一个小小的制片厂。用一两句话告诉我你的想法，我和你一起写、画、配音、剪辑，做出 15 到 30 秒的竖屏剧集。每一步都由你批准，每位参与者都会署名。

    <i>现在就把想法发给我吧。</i>
help =
    <b>怎么用</b>
    1. 发来一个想法，我写梗概。
    2. 批准它，或者直接写出要改什么。
    3. 我写剧本、录配音、画分镜。回复某一张画，就只改那个镜头。
    4. 我拍摄、配乐、剪辑。你先收到预览，再收到带片尾字幕的成片。
    随时可以提问、聊想法，编剧室会回答。也可以发语音、图片或剧本文件。

    <b>命令</b>
    { $commands }

    在群里，监制按按钮批准，或者回复稿件说明要改什么。
help-group =
    <b>群里的 Feuilleton</b>
    /team – 选择本群监制的剧集。想当监制的人按下方按钮，由主创确认。
    /talk – 和编剧室聊这部剧。
    稿件会发到这里。监制按按钮批准，或者回复稿件说明要改什么。
greet-group = <b>{ $title }，大家好。</b>稿件会发到这里等待批准。请剧集主创发送 /team 选择剧集。
ask-idea = 新剧集讲什么？请用一两句话回答。
ask-episode = 《{ $title }》的下一集发生什么？请用一两句话回答。
ask-reason = 《{ $title }》要改什么？请用自己的话回复这条消息。可以说出镜头（“第3个镜头”）或时间（“0:12”）。

status-idea = “{ $idea }” · 第 1 集
status-head = <b>{ $title }</b> · 第 { $number } 集
stage-writing = 我在写梗概。
stage-cast-review = 角色等待批准：按它下面的按钮批准，或者写出要改什么。
stage-boarding = 我在做分镜：剧本、配音、画面。
stage-shooting = 我在拍摄、作曲、剪辑预览。
stage-finishing = 我在制作全尺寸成片。
stage-synopsis-review = 梗概等待批准：按它下面的按钮批准，或者写出要改什么。
stage-script-review = 剧本等待批准：按它下面的按钮批准，或者写出要改什么。
stage-voices-review = 配音等待批准：按它下面的按钮批准，或者写出要改什么。
stage-storyboard-review = 分镜等待批准：按它下面的按钮批准，或者写出要改什么。
stage-cut-review = 剪辑等待批准：按它下面的按钮批准，或者写出要改什么。
stage-released = 已发布。发送 /credits 查看谁做了什么；你的下一个想法可以接着拍。
stage-halted = 工作已停止。发送 /status 查看原因和怎样继续。
stage-left = 后续见下方。
step-synopsis = 梗概
step-sheet = 角色设定图
step-portrait = 人物肖像
step-script = 剧本
step-voice = 配音
step-voices = 台词试听
step-panel = 分镜
step-still = 成图
step-clip = 动画镜头
step-cue = 音乐
step-preview = 预览
step-cut = 成片
short-writing = 写作中
short-boarding = 绘制中
short-shooting = 拍摄中
short-finishing = 收尾中
short-cast-review = 待批角色
short-script-review = 待批剧本
short-voices-review = 待批配音
short-synopsis-review = 待批梗概
short-storyboard-review = 待批分镜
short-cut-review = 待批剪辑
short-released = 已发布
short-halted = 已停止

halt-cancelled = 你停止了工作。已完成的都保留着，点“重试”就从那里继续。
halt-writers-block = 语言模型多次给出不合格的回答。什么都没有丢失，请重试，或者换个说法。
halt-unavailable = 这台机器上缺少制作所需的东西。什么都没有丢失：请维护我的人运行“feuilleton doctor”，然后重试。
halt-invalid-request = 照这样无法制作。请说明要改什么，或者重试。
halt-try-again = 有个服务没有回应。什么都没有丢失，请稍后重试。
halt-declined = 模型不愿意按这样的措辞来做。什么都没有丢失：换个说法（画面的提示词用 /prompt 加镜头号来改），或者重试。
halt-bad-result = 得到的结果不能用。什么都没有丢失，请重试。
halt-internal = 制片厂出了故障，已经记录下来。什么都没有丢失，请重试。
halt-detail = <i>详细信息（英文）：{ $detail }</i>

draft-synopsis = 📝 <b>梗概</b> · 《{ $title }》第 { $number } 集
draft-storyboard = 🎨 <b>分镜</b> · 《{ $title }》第 { $number } 集
draft-cut = 🎬 <b>预览</b> · 《{ $title }》第 { $number } 集
draft-cast-list = <b>人物</b>
draft-ask = 按按钮批准，或者写出要改什么。
draft-ask-group = 监制用按钮决定。团队里的任何人都可以回复这条消息说明要改什么，写上“0:12”或“镜头3”就知道是哪里。
draft-waits = 已交给监制。你仍然可以写出要改什么。
draft-line = { $name }：“{ $text }”
draft-no-sheets = 以下人物的设定图没能画出来：{ $names }。文字照常有效，绘制继续进行。
draft-plan-stills = 批准后，最多为分镜绘制 { $count } 张成图。{ $timed ->
    [yes] { $minutes ->
        [0] 需要一会儿
       *[other] 大约需要 { $minutes } 分钟
    }
   *[no] 需要多久还不知道
}，{ $cost ->
    [free] 不花钱。
    [paid] 大约花费 { $price }。
   *[unknown] 费用未知：所用的服务没有标价。
}
draft-plan = 批准后我来拍摄并剪辑{ $kind ->
    [cut] 全尺寸的成片
   *[other] 预览
}：{ $pieces }。{ $timed ->
    [yes] { $minutes ->
        [0] 需要一会儿
       *[other] 大约需要 { $minutes } 分钟
    }
   *[no] 需要多久还不知道
}，{ $cost ->
    [free] 不花钱。
    [paid] 大约花费 { $price }。
   *[unknown] 费用未知：所用的服务没有标价。
}
draft-approved = <b>已批准。</b>
draft-sent-back = <b>已退回。</b>
draft-superseded = <b>已有更新的版本。</b>

button-approve = ✓ 批准
button-send-back = ↩ 退回
button-cancel = 停止
button-resume = ↻ 重试
button-place = 《{ $title }》第 { $number } 集
button-new = ＋ 新剧集
button-new-episode = ＋ 下一集
button-credits = 片尾字幕
button-volunteer = 🙋 我来监制
button-confirm = ✓ 是
button-decline = ✗ 否

library = 共 { $count } 集。选一集查看。
library-empty = 你还没有剧集。用一句话告诉我想法，我们就开始。
none-yet = 还没有剧集。用一句话告诉我想法，我们就开始。
none-in-group = 本群还没有剧集。剧集主创可以在这里发送 /team；新剧集请在私聊里发来想法。

wish-taken = 记下了：“{ $text }”。我这就改。
released = 🎉 <b>{ $title }</b> · 第 { $number } 集已发布。
released-file = 全尺寸成片，可以直接发布。
released-not-yet = 还没有发布的剧集；署名以发布的成片为准。发送 /status 查看进度。
credits-head = <b>片尾字幕</b> · { $title }，第 { $number } 集
credits-name = <b>{ $name }</b>（{ $acts }）
credits-label = 本片由 AI 参与生成，片中有标识。各人职务来自创作记录。
acts = { $count } 次

language-ask = 我用什么语言和你说话？
language-set = 现在我用中文和你说话。

place-ask = “{ $idea }”放在哪里？可以接着你的一部剧集，也可以开始一部新的。
place-chosen = “{ $idea }”成为《{ $title }》的第 { $number } 集。
place-new = “{ $idea }”开始一部新剧集。

team-choose = 本群监制哪部剧集？
team-none = 你还没有剧集。请先在私聊里告诉我一个想法。
team-bound = 本群现在监制《{ $title }》。稿件会发到这里。谁来监制？
team-bound-private = 群“{ $group }”现在监制《{ $title }》。
team-volunteer = { $name } 想监制《{ $title }》。{ $creator }，可以吗？
team-named = 从现在起由 { $name } 监制《{ $title }》。

toast-approved = 已批准，谢谢。
toast-working = 我这就做。
toast-cancelling = 正在停止……
toast-volunteered = 主创会来确认。
toast-already = 这已经决定了，没有任何改变。
toast-outdated = 下面有更新的版本。
toast-idea-gone = 写着想法的那条消息不在了，请再发一次。
toast-not-a-button = 这个按钮已经不用了。
refused-not-yours-to-decide = 只有这部剧集的监制可以决定。主创可以请你当监制。
refused-not-yours-to-write = 只有这部剧集的团队可以修改。发送 /new 开始你自己的剧集。
refused-not-yours-to-steer = 只有这部剧集的主创可以这样做。发送 /new 开始你自己的剧集。
refused-not-yours-to-staff = 只有这部剧集的主创可以这样做。
refused-not-at-this-stage = 现在这个阶段不能这样做。发送 /status 查看进度。
refused-nothing-to-cancel = 现在没有可以停止的工作。发送 /status 查看进度。
refused-nothing-to-resume = 没有停止的工作。发送 /status 查看进度。
invalid-empty = 这条消息里没有文字。请用一句话写出你的想法，或者要改什么。
invalid-too-long = 超过了 4000 个字。请把要点缩短后再发。
invalid-abusive = 这样的内容我不做。换个说法讲一个故事，我就陪你写。
not-text = 这个我还用不上。请打字、说出来、发一张照片，或者把剧本作为文件发来。
unknown-command = 我不认识这个命令。/help 列出了我会做的事。
slow-down = 一下子太多了。请等一会儿再继续。
went-wrong = 出了点问题，已经记录（{ $incident }）。什么都没有丢失，请再试一次。

menu-start = 你好，怎么用
menu-new = 开始一部新剧集
menu-series = 你的剧集和各集
menu-episode = 正在做的一集
menu-status = 进度
menu-credits = 谁做了什么
menu-language = 我用什么语言和你说话
menu-team = 团队成员与决定规则
menu-cancel = 停止正在进行的工作
menu-help = 怎么用

paper-cast = 人物
card-credits = 片尾字幕
