# 出借的声音：问什么，用来做什么，谁为谁说话。

menu-voice = 人物用谁的声音，出借你的声音
voices-title = 🎙 <b>《{ $title }》的声音</b>
voices-row = { $character }：{ $name }
voices-model = 模型的声音
voices-own = 你把声音借给了这部剧。你随时可以收回：之后制作的台词会换成别的声音，你的录音会删除，已经发布的剧集不变。
voices-how = 你可以把声音借给这部剧：读一句话，看看它用来做什么，再决定借还是不借。
voices-cannot = 这里的语音模型只有自己的声音，所以谁也不能出借声音。
voices-lead = 给人物选声音：
voices-left = 你已离开《{ $title }》，但你的声音还借给它。
voices-private = 人物用谁的声音，请在私聊里看：在那里发送 /voice。
button-lend = 🎙 出借我的声音
button-unlend = 收回我的声音
button-lend-yes = 好，借给它
button-lend-no = 不借
button-cast = { $character } ← { $name }
button-cast-model = { $character } ← 模型的声音
lend-ask = 请用一条 { $shortest } 到 { $longest } 秒的语音回复这条消息，在安静的地方平稳地读出下面的话；如果太短，可以接着随便说几句：

    <b>{ $sentence }</b>

    模型会从中学到你的声音，用相似的声音说《{ $title }》里的台词。在你同意之前，什么也不会做。
lend-sentence = 我是{ $name }。我把自己的声音借给《{ $title }》。剧中人物的台词可以用它来说，不限语言，直到我收回为止。
lend-confirm = 你的录音会用来做这些：

    – 《{ $title }》里人物的台词，由主导这部剧的人决定给谁用，不限语言
    – 不做别的，也不用于别的剧
    – 用到它的剧集会在片尾署你的名

    你读的是：“{ $sentence }”

    你随时可以用 /voice 收回。这是你自己的声音吗？愿意借吗？
lend-done = ✓ 你的声音已借出。用 /voice 可以看谁在用它，也可以收回。
lend-dropped = 没有借出，录音已删除。
lend-aloud = 请用语音回答：{ $shortest } 到 { $longest } 秒，把那句话读出来。
toast-unlent = 你的声音已收回，录音已删除。
toast-cast = 之后制作的台词用这个声音。
refused-voice-not-taken = 这里的语音模型只有自己的声音，所以谁也不能出借声音。
refused-not-yours-to-lend = 你只能出借自己的声音，而且只能借给你参与的剧。
refused-voice-not-lent = 这个声音已经不借了。
invalid-voice-too-short = 太短了，听不出你的声音。请用 6 秒以上把那句话读出来。
invalid-voice-too-long = 太长了，半分钟就够。
invalid-voice-no-sound = 里面什么也听不到。请发一条语音。
told-voice-lent = 🎙 { $by }把声音借给了《{ $title }》。用 /voice 把它给一个人物。
told-voice-withdrawn = 🎙 { $by }从《{ $title }》收回了声音。之后制作的台词换成别的声音，尚未发布的会重新配。
told-voice-given = 🎙 从现在起，{ $character }在《{ $title }》里用你的声音说话。用 /voice 可以收回。
did-lent = 出借声音
did-withdrew = 收回声音
record-did-lent = 出借声音
record-did-withdrew = 收回声音
replay-did-lent = 出借声音
replay-did-withdrew = 收回声音
replay-medium-lending = 出借的声音
replay-medium-casting = 谁为谁说话
made-lending = 出借的声音
made-casting = 谁为谁说话
