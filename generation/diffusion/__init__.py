"""What every back-end that runs a diffusion pipeline shares: a warm pipeline, memory, steps, seeds and caches."""
