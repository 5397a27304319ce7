"""The pictures: panels of the storyboard."""
