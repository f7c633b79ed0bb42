"""PNG files, as far as icons need them: written from an array, and asked for their size."""

import struct
import zlib
from pathlib import Path

import numpy

SIGNATURE = b"\x89PNG\r\n\x1a\n"
RGB = 2


def encode(pixels: numpy.ndarray) -> bytes:
    """A picture of height x width x 3 bytes as a PNG file."""
    height, width, _ = pixels.shape
    header = struct.pack(">IIBBBBB", width, height, 8, RGB, 0, 0, 0)
    rows = numpy.hstack([numpy.zeros((height, 1), numpy.uint8), pixels.reshape(height, -1)])
    body = zlib.compress(rows.tobytes(), 9)
    return SIGNATURE + b"".join(map(_chunk, (b"IHDR", b"IDAT", b"IEND"), (header, body, b"")))


def size(path: Path) -> tuple[int, int] | None:
    """Width and height of a PNG file; None for anything else. Raises OSError where the file cannot be read."""
    with path.open("rb") as file:
        start = file.read(24)
    if len(start) < 24 or not start.startswith(SIGNATURE) or start[12:16] != b"IHDR":
        return None
    return struct.unpack(">II", start[16:24])


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
