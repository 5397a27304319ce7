"""What every back-end that runs a diffusion pipeline shares: a warm pipeline, memory, steps, seeds and caches.

What a profile's `settings` may hold for it is described in docs/howto/models.md.
"""
