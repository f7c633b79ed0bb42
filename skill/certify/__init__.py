"""Certification: each rule of Alexa's that can be checked, as a check; the others, as something to do by hand."""
