# 片尾字幕：职务作标题，以及每集片头片尾的文字。

role-creator = 主创
role-screenwriter = 编剧
role-prompt-writer = 提示词
role-supervisor = 监制
role-editor = 剪辑
role-dubbing-artist = 配音
role-performer = 表演
role-composer = 音乐
role-sound = 音效
role-translator = 翻译
role-rights-holder = 原作
role-tool = 工具

card-episode = 第 { $number } 集
