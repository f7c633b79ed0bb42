"""The skill's icons, drawn here: a pale moon over quiet rings on water. Nothing in it tells the subject.

python -m skill.package.icon        draw them again into assets/
"""

from pathlib import Path

import numpy

from skill.package.png import encode

ASSETS = Path(__file__).parent / "assets"
SIZES = {"small": 108, "large": 512}
DEEP, SHALLOW, LIGHT = (28, 74, 92), (58, 118, 138), (248, 246, 241)
"""Colours: the page's accent, darker below and lighter above, and the page's paper."""
RINGS = ((0.10, 0.014, 0.80), (0.21, 0.011, 0.55), (0.32, 0.008, 0.34))
"""Each ring: its radius, its half width, how much of the light it takes. Lengths are shares of the icon."""
WATER, FLAT = 0.68, 0.36
"""How far down the rings' middle lies, and how flat we see them."""
MOON, HEIGHT = 0.125, 0.34
"""The moon's radius, and how far down it stands."""
FINER = 4
"""Points drawn along each side of a pixel, so that edges are smooth."""


def draw(side: int) -> numpy.ndarray:
    """The icon as side x side x 3 bytes."""
    fine = side * FINER
    place = (numpy.arange(fine) + 0.5) / fine
    across, down = numpy.meshgrid(place, place)
    picture = _water(down)
    away = numpy.hypot(across - 0.5, (down - WATER) / FLAT)
    for radius, half, strength in RINGS:
        picture = _lit(picture, numpy.abs(away - radius) < half, strength)
    picture = _lit(picture, numpy.hypot(across - 0.5, down - HEIGHT) < MOON, 1.0)
    return _coarser(picture, side).round().astype(numpy.uint8)


def _water(down: numpy.ndarray) -> numpy.ndarray:
    depth = down[..., None]
    return numpy.array(SHALLOW) * (1 - depth) + numpy.array(DEEP) * depth


def _lit(picture: numpy.ndarray, where: numpy.ndarray, strength: float) -> numpy.ndarray:
    share = where[..., None] * strength
    return picture * (1 - share) + numpy.array(LIGHT) * share


def _coarser(picture: numpy.ndarray, side: int) -> numpy.ndarray:
    return picture.reshape(side, FINER, side, FINER, 3).mean(axis=(1, 3))


if __name__ == "__main__":
    for name, side in SIZES.items():
        (ASSETS / f"{name}.png").write_bytes(encode(draw(side)))
