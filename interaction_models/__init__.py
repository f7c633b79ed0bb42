"""Alexa interaction models, generated from the same words that the conversation and the understanding use."""
