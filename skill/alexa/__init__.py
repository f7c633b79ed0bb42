"""The Alexa face: a request becomes a move, a reply becomes a response; nothing else happens here."""
