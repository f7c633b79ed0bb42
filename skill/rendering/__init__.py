"""Renderings of a Reply: the same sentences, in the same order, for each face."""
