# 花费：事先询问，事后记账，并有上限。

menu-budget = 这部剧花了多少，还剩多少
plan-pieces = { $medium ->
    [clip] { $count } 个镜头片段
    [cue] { $count } 段配乐
    [none] 全部都已做好
   *[other] { $count } 件其他素材
}
button-approve-price = ✓ 批准 · ≈ { $price }
halt-over-budget = 这大约要花 { $price }，而{ $cap ->
    [episode] 这一集
    [series] 这部剧
    [day] 今天
   *[person] 负责人
}只剩 { $left }。什么都没有开始。/budget 会显示各项上限，设定的人可以更改。
halt-needs-consent = 这大约要花 { $price }，{ $spent ->
    [0] 这一集目前没有花钱
   *[other] 这一集目前已花 { $spent }
}。要继续吗？
halt-unpriced = { $model } 在别处运行，也没有标价，所以无法遵守上限。什么都没有开始：请维护我的人补上价格，或者取消上限。
halt-doubtful = 连接断得不巧：有 { $count } 件素材（约 { $price }）可能已经做好并付了款，我无法查明。它按已花费计算。如果可以，请查看服务商的账单。
halt-cramped = 这台机器的内存装不下 { $model } 作画的尺寸，{ NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } 可以。要画得小一些吗？成品仍是影片的尺寸：画好后放大，略微不那么清晰。维护我的人也可以换一个较小的模型，然后重试。
halt-spared = 没有再花钱。已完成的都保留着。
button-spend = ✓ 好，最多花 { $total }
button-spare = ✗ 不
button-repeat = ↻ 再要一次，可能付两次钱
button-leave-it = 就这样
button-repeat-one = ↻ 再要一次第 { $number } 件
button-unpaid = 第 { $number } 件没有付款
button-smaller = ✓ 画小一些：{ NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) }
toast-spared = 没有花钱。
invalid-less-than-nothing = 上限不能小于零。

budget-head = 💶 <b>《{ $title }》的花费</b>
budget-here = 到目前为止，一切都在这台机器上完成，没有花钱。它大约工作了 { $minutes } 分钟。
budget-spent = 已付：{ $spent }。这台机器大约工作了 { $minutes } 分钟。
budget-reserved = 已预留或已下单、尚未交付：{ $reserved }
budget-doubted = 可能已付款，计入花费：{ $doubtful }
budget-differs = 服务商实际收取的比预留的{ $more ->
    [yes] 多
   *[no] 少
} { $price }。
budget-left = { $cap ->
    [series] 这部剧
    [day] 今天
   *[person] 负责人
}还剩：{ $left }，上限 { $most }
budget-episode-cap = 一集最多可以花 { $most }。
budget-asks = 一集超过 { $above } 时，我会先问。
budget-earlier = 更早的 { $count } 集已计入上面的总数。
budget-episode = 第 { $number } 集
budget-book = 设定集、季纲与讨论
budget-money = 花费 { $spent }
budget-time = 机器工作 { $minutes } 分钟
budget-second = 获批成片的每一秒：{ $paid ->
    [yes] { $price }，机器工作 { $seconds } 秒
   *[no] 机器工作 { $seconds } 秒
}
budget-doubtful = <b>有 { $count } 件素材可能已经做好并付了款：</b>
budget-doubtful-line = { $count }、{ $episode } · { $model } · { $price } · { $day }
budget-limits = <b>《{ $title }》的上限</b>
    这部剧总共可以花多少？一集花到多少时我要先问？维护我的人设定的上限同样有效。
budget-limit-set = 《{ $title }》：{ $limit ->
    [series] { $is_set ->
        [yes] 这部剧现在总共可以花 { $most }。
       *[no] 这部剧不再有自己的上限。
    }
   *[ask] { $is_set ->
        [yes] 一集现在花到 { $most } 以上我会先问。
       *[no] 我不再为这部剧另行询问。
    }
}
button-limits = 上限
button-budget = ← 花费
button-limit-series = { $mark }最多 { $most }
button-limit-ask = { $mark }超过 { $most } 先问
button-no-limit-series = { $mark }不设自己的上限
button-no-limit-ask = { $mark }不另设界线
made-consent = 花费许可
made-sizing = 缩小尺寸许可
record-did-allowed = 给出的许可
replay-did-allowed = 给出
replay-medium-consent = 花费许可
replay-medium-sizing = 缩小尺寸许可
