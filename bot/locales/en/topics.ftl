# Topics of episodes in a group that is a forum.

topic-name = { $number } · { $title }
topic-name-released = ✓ { $number } · { $title }
topics-barred = I cannot give each episode a topic of its own here: make me an administrator with the right to <b>manage topics</b>. Until then everything stays in this topic.
topic-lost = The topic “{ $topic }” is gone; what concerns it comes here from now on.
