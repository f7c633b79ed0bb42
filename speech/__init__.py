"""A virtual device for Alexa skills: it plays the person's side, speaks the answers and checks a script.

Nothing here knows the skill it talks to. The device is handed a handler (request envelope in, response envelope
out) and an interaction model, so it can hold a conversation with any Alexa skill.
"""
