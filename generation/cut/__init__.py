"""The cut: takes in, one vertical episode out. Every shot is encoded once, kept by digest, and joined."""
