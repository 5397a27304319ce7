"""The storyboard artist that needs no model: sets, light and weather painted by code, in layers."""
