# An answer that comes word by word.

button-stop = ■ Stop
button-stop-doing = ■ Stop · { $doing }
stream-stopped = ■ <i>Stopped.</i>
stream-interrupted = ■ <i>Interrupted by your message.</i>
stream-failed = ⚠️ <i>My answer broke off here. Please ask me again.</i>
stream-lost = My answer was interrupted and may not be complete. Please ask me again.
toast-stopped = Stopped.
toast-stopped-already = That answer is over already.
refused-not-yours-to-stop = Only whoever asked, or whoever steers the series, can stop this answer.
