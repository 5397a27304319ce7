# 论坛群里每一集的话题。

topic-name = { $number } · { $title }
topic-name-released = ✓ { $number } · { $title }
topics-barred = 我在这里还不能给每一集开一个话题：请把我设为管理员，并给我<b>管理话题</b>的权限。在那之前，一切都留在这个话题里。
topic-lost = 话题“{ $topic }”已经不在了，有关内容从现在起发到这里。
