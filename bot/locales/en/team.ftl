# The team of a series.

team-ask = Whose team?
team-page = 👥 <b>Team</b> · “{ $title }”
team-member = • <b>{ $name }</b> — { $roles }
team-away = (away; { $deputy } decides meanwhile)
team-rules = Approvals needed: { $kinds }. { $own ->
    [yes] People may approve their own work.
   *[no] Nobody approves their own work.
}
kind-synopsis = Synopsis
kind-cast = Cast
kind-script = Script
kind-voices = Voices
kind-storyboard = Storyboard
kind-cut = Preview
quorum-one = 1
quorum-two = 2
quorum-all = all
own-yes = Own work: yes
own-no = Own work: no
rules-ask = How does the team of “{ $title }” decide? Say how many must approve each draft, and whether people may approve what they made themselves.
policy-agreed = “{ $title }”: the team decides in another way from now on.
draft-count = { $said ->
    [0] Nobody has approved yet; { $needs } approvals are needed.
   *[other] ✓ { $said } of { $needs }: { $names }
}
team-volunteer-role = { $name } would like to join “{ $title }” ({ $role }). { $creator }, is that right?
team-joined = { $name } has joined “{ $title }” ({ $role }).
told-member-left = { $name } has left the team of “{ $title }”.
told-lead-handed = { $name } leads “{ $title }” from now on, in place of { $before }.
told-deputy-named = { $name } is away: { $deputy } decides on “{ $title }” meanwhile.
told-deputy-freed = { $name } is back and decides on “{ $title }” again.
volunteer-ask = In which role would you like to join “{ $title }”?
invite-ask = In which role shall someone join “{ $title }”? I will make a link; whoever has it can join until you void it.
role-ask = Which further role in “{ $title }”?
invited = Send this link to whom you want in “{ $title }” ({ $role }):
join-ask = { $name } invites you to “{ $title }” ({ $role }).
join-done = You are in. /team shows who else is, /series what there is.
away-ask = Who decides in your place until you are back?
away-alone = There is nobody else in the team yet who could stand in for you. Invite someone first.
role-teacher = Teaching
role-student = Study
button-role = ＋ Further role
button-hand-over = Hand over the lead
button-dismiss = Remove from the team
button-team = ‹ Team
button-invite = ＋ Invite
button-rules = ⚖ Rules
button-away = I am away
button-return = I am back
button-leave = Leave the team
button-withdraw = Void all links
button-join = ✓ Join
button-other-role = Another role
button-bind = ＋ Another series
toast-in-already = You have that role already.
toast-withdrawn = The links are void.
refused-own-work = You made this yourself: your team wants others to approve it.
refused-not-yours-to-prompt = Only the team of this series can change its pictures. Begin your own with /new.
refused-no-such-invitation = This link is no longer valid. Ask for a new one.
refused-nothing-to-withdraw = There is no link to void.
refused-leads-the-series = Whoever leads cannot go. Hand over the lead first.
refused-not-a-member = That person is not in the team.
refused-not-a-role-to-give = Nobody can be given that role.
