"""Proof by ear: every answer said, noised and heard again, and spoken questions understood. `gentle listen-check` runs it."""
