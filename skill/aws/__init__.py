"""The skill as a package for AWS Lambda, and the template that deploys it."""
