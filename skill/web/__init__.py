"""The service: Amazon's door, the phone page, and the JSON door, on one Flask application."""
