"""The models we may use: who made them, under which licence, what they need, what they take, and what they cost."""
