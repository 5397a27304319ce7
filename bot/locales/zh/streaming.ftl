# 逐字出现的回答。

button-stop = ■ 停止
button-stop-doing = ■ 停止 · { $doing }
stream-stopped = ■ <i>已停止。</i>
stream-interrupted = ■ <i>因你的新消息而中断。</i>
stream-failed = ⚠️ <i>回答在这里中断了，请再问一次。</i>
stream-lost = 我的回答被中断，可能不完整，请再问一次。
toast-stopped = 已停止。
toast-stopped-already = 这个回答已经结束。
refused-not-yours-to-stop = 只有提问的人或主持该剧的人能停止这个回答。
