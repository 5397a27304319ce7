# 剧集的团队。

team-ask = 看哪部剧集的团队？
team-page = 👥 <b>团队</b> · 《{ $title }》
team-member = • <b>{ $name }</b> — { $roles }
team-away = （暂离，由{ $deputy }代为决定）
team-rules = 需要的通过人数：{ $kinds }。{ $own ->
    [yes] 可以通过自己的作品。
   *[no] 不能通过自己的作品。
}
kind-synopsis = 梗概
kind-cast = 角色
kind-script = 剧本
kind-voices = 配音
kind-storyboard = 分镜
kind-cut = 预览
quorum-one = 1人
quorum-two = 2人
quorum-all = 全体
own-yes = 自己的作品：可以
own-no = 自己的作品：不可以
rules-ask = 《{ $title }》的团队怎样决定？请选择每种稿件要几个人通过，以及能否通过自己的作品。
policy-agreed = 《{ $title }》：团队从现在起按新的规则决定。
draft-count = { $said ->
    [0] 还没有人通过，需要{ $needs }人。
   *[other] ✓ { $said }/{ $needs }：{ $names }
}
team-volunteer-role = { $name }想加入《{ $title }》（{ $role }）。{ $creator }，可以吗？
team-joined = { $name }加入了《{ $title }》（{ $role }）。
told-member-left = { $name }离开了《{ $title }》的团队。
told-lead-handed = 从现在起由{ $name }接替{ $before }主持《{ $title }》。
told-deputy-named = { $name }暂离，《{ $title }》由{ $deputy }代为决定。
told-deputy-freed = { $name }回来了，重新为《{ $title }》做决定。
volunteer-ask = 你想以什么身份加入《{ $title }》？
invite-ask = 邀请的人以什么身份加入《{ $title }》？我会生成一个链接，作废之前，拿到的人都可以加入。
role-ask = 在《{ $title }》里再加哪个身份？
invited = 把这个链接发给你想邀请进《{ $title }》（{ $role }）的人：
join-ask = { $name }邀请你加入《{ $title }》（{ $role }）。
join-done = 你已加入。/team 看团队，/series 看剧集。
away-ask = 你不在时由谁决定？
away-alone = 团队里还没有人能代你决定。请先邀请别人。
role-teacher = 教学
role-student = 学习
button-role = ＋ 再加身份
button-hand-over = 移交主持
button-dismiss = 移出团队
button-team = ‹ 团队
button-invite = ＋ 邀请
button-rules = ⚖ 规则
button-away = 我暂离
button-return = 我回来了
button-leave = 离开团队
button-withdraw = 作废所有链接
button-join = ✓ 加入
button-other-role = 其他身份
button-bind = ＋ 另一部剧集
toast-in-already = 你已经有这个身份了。
toast-withdrawn = 链接已作废。
refused-own-work = 这是你自己的作品，你的团队要求由别人通过。
refused-not-yours-to-prompt = 只有这部剧集的团队可以修改画面。发送 /new 开始你自己的剧集。
refused-no-such-invitation = 这个链接已失效，请再要一个。
refused-nothing-to-withdraw = 没有可以作废的链接。
refused-leads-the-series = 主持人不能离开，请先移交主持。
refused-not-a-member = 这个人不在团队里。
refused-not-a-role-to-give = 这个身份不能授予。
