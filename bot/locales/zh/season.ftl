# 系列的设定集和全季大纲。

replay-medium-bible = 设定集
replay-medium-season = 全季大纲
