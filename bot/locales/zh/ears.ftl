# 语音转写成文字，由本人确认或更正。

ears-listening = 🎧 正在听…… { $percent }%
button-stop-listening = ✗ 停止
ears-heard = 🎤 我听到的是：

    <blockquote>{ $text }</blockquote>

    你说的是这个吗？在你确认之前，我不会用它做任何事。
button-heard-use = ✓ 采用
button-heard-correct = ✎ 更正
button-heard-drop = ✗ 丢弃
ears-accepted = 🎤 <blockquote>{ $text }</blockquote>
ears-dropped = 🎤 已丢弃：录音和听写的文字都已删除。
ears-remark-dropped = 🎤 已丢弃。上面的意见要怎么处理？请用自己的话回复这条消息。
ears-over = 这件事已经处理过了。
ask-dictated = 请用正确的文字回复。点一下可复制我听到的内容：<code>{ $text }</code>
toast-listening-still = 我还在听。
ears-deaf = 这里还听不懂语音：工作室没有安装听写功能。请用文字告诉我。
ears-no-sound = 这段录音打不开。请用语音消息再说一遍，或者写下来。
ears-failed = 听写时出了问题。请再说一遍，或者写下来。
invalid-nothing-heard = 我没有听到有人说话。请靠近手机再说一遍，或者写下来。
invalid-spoken-gone = 你说的内容已经不在了。请再说一遍，或者写下来。
