# 一集的创作过程，做成一个网页。

replay-title = 《{ $title }》创作全程
replay-state-released = 已发布
replay-state-open = 制作中
replay-part-timeline = 时间线
replay-part-versions = 版本对照
replay-part-book = 提示词手册
replay-lead-timeline = 从第一行字起，每一步按顺序排列：红边是人，模型的产出并排展示。
replay-lead-versions = 尝试过不止一次的内容，并排对照；新改的字句有标记。
replay-lead-book = 每条提示词，连同产出、出自谁的话，以及最终去向。
replay-nothing = 这里还没有内容。
replay-none-found = 没有符合的内容。请换一个筛选条件，或清空搜索。
replay-seek = 搜索
replay-foot = 本页依据工作室账本的记录说明谁做了什么，并不裁定作者身份。时间为世界协调时。每一步下方最后一项是它在账本中的编号。
replay-count-acts = { $count ->
   *[other] 步
}
replay-count-people = { $count ->
   *[other] 人
}
replay-count-models = { $count ->
   *[other] 个模型
}
replay-count-typed = { $count ->
   *[other] 段亲笔文字
}
replay-count-takes = { $count ->
   *[other] 条提示词
}
replay-count-rejected = { $count ->
   *[other] 个未采用
}
replay-models-made = { $count ->
   *[other] 模型产出 { $count } 项：
}
replay-filter-all = 全部
replay-filter-people = 人
replay-filter-words = 文字
replay-filter-pictures = 画面
replay-filter-sound = 声音
replay-filter-film = 影像
replay-filter-decisions = 决定
replay-filter-rejected = 未采用
replay-did-wrote = 写下
replay-did-prompted = 提出
replay-did-edited = 修改
replay-did-generated = 生成
replay-did-arranged = 编排
replay-did-chose = 选定
replay-did-approved = 通过
replay-did-sent-back = 退回
replay-did-released = 发布
replay-did-remarked = 提出意见
replay-medium-idea = 创意
replay-medium-transcript = 语音转写
replay-medium-wish = 修改要求
replay-medium-turn = 编剧室发言
replay-medium-reply = 编剧室回答
replay-medium-bible = 设定集
replay-medium-season = 整季计划
replay-medium-synopsis = 梗概
replay-medium-sheet = 角色设定图
replay-medium-portrait = 人物肖像
replay-medium-script = 剧本
replay-medium-cast = 角色表
replay-medium-screenplay = 可读剧本
replay-medium-table-read = 试听台词表
replay-medium-voices = 台词试听
replay-medium-storyboard = 分镜
replay-medium-variants = 备选画面
replay-medium-answer = 模型回答
replay-medium-voice = 配音
replay-medium-panel = 画面
replay-medium-prompt = 提示词
replay-medium-still = 成图
replay-medium-clip = 镜头片段
replay-medium-frame = 片段的最后一帧
replay-medium-cue = 配乐
replay-medium-preview = 预览
replay-medium-cut = 成片
replay-work-of = { $work } { $part }
replay-part-title = 标题
replay-part-logline = 一句话梗概
replay-part-beat = 情节点
replay-part-look = 外形
replay-part-setting = 场景
replay-part-action = 镜头
replay-part-line = 台词
replay-fate-kept = 用于成片
replay-fate-kept-open = 目前采用
replay-fate-used = 已采用
replay-fate-reworked = 延续到后来的版本
replay-fate-replaced = 已被替换
replay-fate-rejected = 未通过
replay-words-typed = 本人所写
replay-words-dictated = 本人口述
replay-words-suggested = 采用建议文字
replay-words-suggested-then-edited = 修改建议文字
replay-words-imported = 本人所写，由文件导入
replay-removed = 已按作者意愿删除。
replay-read = 阅读
replay-prompt = 提示词
replay-instructions = 指令
replay-model = 模型
replay-licence = 许可
replay-seed = 种子
replay-cost = 成本
replay-seconds = 计算 { $seconds } 秒
replay-money = { $amount }
replay-built-on = 依据
replay-version = 第 { $number } 版
replay-act = 第 { $number } 步
replay-whose = 出自 { $people } 的话
replay-file = 🎞 这一集的创作过程，做成了一个网页：保存后用浏览器打开。其中有每个人写下的话。
menu-replay = 这一集是怎样做成的
forgotten-name = 某人
forgotten-words = 已按作者意愿删除
