"""Gentle Recovery: spoken questions about sex and healing after a miscarriage, answered from one health article."""
