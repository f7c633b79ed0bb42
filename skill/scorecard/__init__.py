"""The safety scorecard: how well questions are understood, by kind of wording, beside the peers on the same questions.

The questions (tests/questions) were written by people who had seen the article and the topics, never the utterances.
"""
