# The bible and the season of a series, in the chat: seen, changed in one's own words, planned.

menu-bible = The bible: world, cast, places, facts
menu-season = The season: what each episode tells
button-bible = 📖 Bible
button-season = 🗓 Season
series-choose = Which series?

status-book = <b>{ $title }</b> · the book of the series
stage-planning = I am writing the bible and planning the episodes. That takes minutes; you can go on here meanwhile.
stage-book = The book of the series: /bible and /season show it.
short-planning = planning
short-book = book
step-bible = Bible
step-season = Episode plans

bible-head = 📖 <b>Bible</b> · “{ $title }”
bible-empty = Nothing is written yet. The bible holds what is true of every episode: the world, its tone, who is in it, where it plays. Write an entry in your own words, or let me write a first version; what your approved episodes show stays as it is.
bible-open = not written yet
bible-world = World
bible-style = Style
bible-tone = Tone
bible-rating = For
rating-everyone = everyone
rating-teens = teens
rating-adults = adults
bible-cast = Cast
bible-place = Places
bible-prop = Things
bible-fact = What happened
bible-no-cast = Nobody is in the cast yet.
bible-no-place = There is no place yet.
bible-no-prop = There is no thing yet that matters.
bible-no-fact = Nothing is remembered yet. After an approved script, /craft offers what later episodes should know.
bible-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
bible-since = after episode { $number }:
bible-name = Name
bible-look = Look
bible-speech = Speaks
bible-want = Wants
bible-voice = Voice and figure
bible-figure = { $sex ->
    [woman] woman
   *[man] man
}, { $age ->
    [child] child
    [teen] teen
    [middle] middle-aged
    [old] old
   *[young] young
}
choose-woman = woman
choose-man = man
choose-child = child
choose-teen = teen
choose-young = young
choose-middle = middle-aged
choose-old = old
book-changed = { $words ->
    [suggested] Last change: suggested, taken up by { $name }
   *[none] Last change: { $name }
} · { $date }
button-bible-pick = ○ { $what }

button-bible-write = ✦ Write what is missing
button-bible-say = ✎ { $what }
button-bible-edit = ✎ Change
button-bible-drop = ✕ Take out
button-bible-add = ＋ Add
button-bible-list = { $what } · { $count }
button-book-back = ↶ Undo
button-book-on = ↷ Redo
button-book-up = ← Back

season-head = 🗓 <b>Season</b> · “{ $title }”
season-count = { $count ->
    [one] one episode
   *[other] { $count } episodes
}
season-empty = No season is planned yet. I can plan 10 to 100 episodes at once: one arc, and for each episode a title, what happens, what turns and what it leaves open. Every plan can be changed in your own words. /season 24 plans 24.
season-busy = It is being planned; the message about it shows how far I am.
season-planned = planned
season-turn = ↻ { $text }
season-cliffhanger = ⇢ { $text }
plan-head = 🗓 “{ $title }” · <b>episode { $number }</b>
plan-title = Title
plan-logline = What happens
plan-turn = What turns
plan-cliffhanger = What stays open
button-season-plan = { $count } episodes
button-season-more = ＋ Plan to episode { $count }
button-season-begin = ▶ Begin episode { $number }
button-season-open = Episode { $number }

ask-entry-world = What is the world of the series? Answer with a sentence or two; they stay as you write them.
ask-entry-style = What does the series look like: colours, light, camera? Your words stay as you write them.
ask-entry-tone = What is the tone? Your words stay as you write them.
ask-entry-name = What is { $name } called from now on?
ask-entry-look = What does { $name } look like? One sentence; the artist draws it.
ask-entry-speech = How does { $name } speak?
ask-entry-want = What does { $name } want?
ask-entry-place = Which place is it, and what does it look like? “The roof: chimneys under stars”
ask-entry-prop = Which thing is it, and what does it look like? “The lantern: silver, it belongs to Ada”
ask-entry-fact = What is true from then on?
ask-entry-new-cast = Who is it, and what do they look like? “Wick: a barefoot boy in a torn scarf”
ask-entry-new-place = Which place is it, and what does it look like? “The roof: chimneys under stars”
ask-entry-new-prop = Which thing is it, and what does it look like? “The lantern: silver, it belongs to Ada”
ask-entry-new-fact = What is true? A number before it says after which episode: “3: Ada has cut her hand”
ask-entry-arc = What is the season about, in one sentence?
ask-entry-title = What is episode { $number } called?
ask-entry-logline = What happens in episode { $number }? One sentence.
ask-entry-turn = What turns in episode { $number }?
ask-entry-cliffhanger = What does episode { $number } leave open?
ask-entry-now = <i>Now: { $text }</i>

toast-book-back = The earlier version counts again.
toast-book-on = The later version counts again.
toast-book-changed = Changed.
toast-book-newer = The book has changed since; this is how it stands.
invalid-entry-too-long = That is too long for one entry: 600 characters are the most.
invalid-no-choice = That is none of the choices.
refused-season-too-long = A season has 100 episodes at most.
refused-begun-already = That episode has begun: reply to its synopsis with what should change.
refused-no-plan = The next episode has no plan. /season plans more.
refused-no-bible = There is no bible yet. /bible writes one.
refused-no-idea = There is no idea to plan from: its author had it removed. Write the world of the series into /bible first.

room-plan-offered = I can have { $count ->
    [one] one episode
   *[other] { $count } episodes
} planned, and the bible written where it is missing. That takes minutes. Shall I?
room-open-offered = Episode { $number } is next in the plan. Shall I begin?
room-entry-offered = For the book I suggest: “{ $text }”
room-entry-taken = It stands in the book now, as you said it: “{ $text }”
offer-plan = { $number ->
    [one] ✓ Plan one episode
   *[other] ✓ Plan { $number } episodes
}
offer-open = ▶ Begin episode { $number }
offer-entry = ✓ Into the book
refused-no-such-character = Nobody of that name is in the bible. /bible shows who is.
