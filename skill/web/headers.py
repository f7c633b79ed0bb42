"""What every response says to browsers and proxies: keep nothing, load nothing from elsewhere, tell nobody."""

from flask import Flask, Response

POLICY = "; ".join(
    f"{name} {value}"
    for name, value in {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "media-src": "'self' blob:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }.items()
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=(), browsing-topics=()",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


def protect(app: Flask) -> None:
    """Puts HEADERS on every response; files that never change by question may be kept by a browser for a while."""

    @app.after_request
    def add(response: Response) -> Response:
        response.headers.pop("Server", None)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response
