"""What every back-end that runs a diffusion pipeline shares: a warm pipeline, memory, steps, seeds and caches.

A profile's `settings` may hold, for any pipeline: `dtype` (`float32`, `float16`, `bfloat16`; else the device's own),
`variant` (the word in the names of its files),
`arguments` (a table that every call is given), `guidance` (the name of the argument for guidance, where it is another
than `guidance_scale`), `cache` (a table: `kind` is `first-block`, `taylor-seer`, `mag` or `sea`, with diffusers' own
names for the rest) or `compile` (true). For pictures: `batch` (stills painted at once; 4), `controlnet` (a folder, or a
profile of the catalog) with `control` (`canny`, `lines` or `plain`: what it wants of a drawing), `ip_adapter` (a table,
see `loading.adapt`), `retouch` (the share, of 1, that a model paints anew which follows no instructions) and `upscales`
(by how much an upscaler multiplies the sides).
"""
