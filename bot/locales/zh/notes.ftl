# 未能按要求完成的地方。

draft-notes = <b>须知</b>
note-more = – 另有{ $count }条
note-of-shots = { $count ->
   *[other] 镜头{ $numbers }：
}
note-somebody = 某人
note-said = { $text }
note-word-replaced = 画师不认识“{ $asked }”（{ $kind ->
    [place] 地点
    [hour] 时间
    [weather] 天气
    [mood] 气氛
    [framing] 景别
    [angle] 机位角度
    [lens] 焦距
    [pose] 姿势
    [gaze] 视线
    [expression] 表情
    [facing] 朝向
    [position] 位置
    [prop] 道具
    [feature] 特征
    [move] 运镜
   *[other] 外形
}），改画“{ $drawn }”。
note-word-left-out = 画师不认识“{ $asked }”（{ $kind ->
    [place] 地点
    [hour] 时间
    [weather] 天气
    [mood] 气氛
    [framing] 景别
    [angle] 机位角度
    [lens] 焦距
    [pose] 姿势
    [gaze] 视线
    [expression] 表情
    [facing] 朝向
    [position] 位置
    [prop] 道具
    [feature] 特征
    [move] 运镜
   *[other] 外形
}），未画。
note-named-twice = 同一角色提到两次，只画一次。
note-too-many = { $asked }个角色画了{ $drawn }个：竖幅画面容不下更多。
note-sits-in-car = 车里站不起来，所以改为坐着。
note-one-person = 这个景别只拍一人，另有{ $others }人不在画面里。
note-two-people = 这个景别只拍两人，另有{ $others }人不在画面里。
note-two-needed = { $framing }需要两个角色，这里只有一个，改为中景。
note-faces-do-not-fit = { $framing }容不下{ $count }张脸，改为中景。
note-lies-and-stands = 有人躺着，有人没有，改为全景。
note-do-it-together = 两人一起做的动作，这里两人都做。
note-needs-two = 双人动作需要镜头里只有两个人。
note-side-kept = 摄影机不越轴，所以左右位置对调了。
note-looks-down = 有人躺着，所以摄影机俯拍。
note-only-high = { $framing }若垂直俯拍会遮住脸，改为一般俯拍。
note-insert-by-luck = 插入镜头没有写明画师认识的物件，画的是猜的。
note-rule-face = { $who }的脸背着镜头。
note-rule-frame = { $who }的脸被画框切到。
note-rule-headroom = { $who }头上的空间太多或太少。
note-rule-joint = 画框切在{ $who }的关节上。
note-rule-covered = { $who }的脸被挡住一部分。
note-rule-eyeline = { $who }没有完全看向对方。
note-rule-shoulder = 前景的肩膀位置不太准。
note-rule-captions = 字幕会压在{ $who }的脸上。
note-rule-small = { $who }的脸在这个景别里偏小。
note-light-animation = 本工作室使用轻量动画：身体只画一次，只有脸会动。
note-robotic-voice = 这是机械合成音，因为这里没有启用神经网络语音。
note-nearest-speaker = 语音模型里没有与角色年龄和性别相符的人，由最接近的{ $speaker }来说。
note-foreign-speaker = 语音模型里没有说这种语言的人，由用其他语言训练的{ $speaker }来说。
note-letters-unspoken = 语音模型不认识这些字符，已略去：“{ $letters }”
note-speed-not-taken = 语音模型使用它自己的语速。
note-clip-short = 片段{ $number }短了{ $frames }帧，停在最后一帧。
note-chat-without-schema = 语言服务不支持结构约束，回答是事后检查的。
note-chat-without-seed = 语言服务不支持随机种子，再问一次答案可能不同。
note-chat-without-temperature = 语言服务使用它自己的温度。
note-told-by-card = 第 { $episode } 集：语言模型没有为{ $what }写出合适的句子，这里直接用了发给它的卡片或计划原句。
note-drawn-as-person = { $who }画成了人：画师不会画所有的动物。
note-look-unasked = 语言模型没有说{ $who }的样子，由工作室决定。
note-blocking-unasked = 语言模型没有说人物怎么站，由工作室决定。
note-no-layout = 这个模型不能依照画稿构图，构图是它自己的。
note-no-references = 这个模型不接受角色的图片，只能从文字认识角色。
note-fewer-references = 这个模型只看了角色图片 { $asked } 张中的 { $taken } 张，再多它接受不了。
note-negative-ignored = 这个模型不接受“不要出现什么”的文字，这些文字没有用上。
note-retouch-by-words = 这个模型不会按指令修改，它按文字把画面重画了一遍。
note-upscaled-plainly = 画面没有用模型放大：尺寸变大了，细节没有增加。
note-painted-smaller = 内存装不下模型自己的尺寸，这里按约定以 { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } 作画，再放大。
note-clip-mouths-still = 生成片段的模型听不到配音，嘴形不会跟着台词动。
note-clip-end-left-out = 生成片段的模型不接受结尾画面，片段会停在它自己的结尾。
note-clip-continued = 超出模型一次能生成的长度，从已生成的最后一帧接着做，共{ $parts }段。
note-continues-left-out = 镜头{ $shot }在这里仍是硬切，没有接着上一个画面：要由会让画面动起来的模型来做才行。
note-continues-unseen = 镜头{ $shot }接着上一个镜头，它自己的画面不会出现在影片里：生成片段的模型不接受结尾画面。
note-clip-sound-left-out = 模型随片段生成的声音没有使用，本集有自己的声音。
note-cue-from-parts = 这段音乐超出模型一次能生成的长度，由{ $parts }段淡入淡出衔接而成。
note-remote-clip-held = 外部制作的片段少了 { $frames } 帧，最后一帧画面被延长。
note-remote-cue-short = 外部制作的音乐短了 { $seconds } 秒，后面是静音。
note-still-without-seed = 这个绘画服务不接受种子，再次请求会得到另一张图。
note-prompt-untranslated = “{ $text }”未能译成英文，已按原文交给图像模型。
