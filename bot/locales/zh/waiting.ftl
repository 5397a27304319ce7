# 等待决定的稿件。

waiting = <b>{ $count }份稿件等待决定。</b>
waiting-none = 这里没有等待决定的稿件。
waiting-line = { $number }、《{ $title }》第{ $episode }集 · { $kind }
waiting-line-count = { $number }、《{ $title }》第{ $episode }集 · { $kind }（✓ { $said }/{ $needs }）
waiting-more = 另有{ $count }份，待这些决定后再列出。
button-show = { $number } · { $title }
button-approve-all = ✓ 全部批准（{ $count }）
toast-approved-all = 属于你的部分已通过。
refused-nothing-to-approve = 这里没有你可以通过的稿件。
menu-waiting = 等待决定的稿件
