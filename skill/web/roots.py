"""The certificate authorities that we trust, as far as they can be read."""

import re
import warnings

from cryptography import x509
from cryptography.utils import CryptographyDeprecationWarning

BLOCK = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def roots_in(pem: bytes) -> list[x509.Certificate]:
    """The certificates of a PEM file, without those that cannot be read: an old root of a bundle must not stop us.

    (certifi carries one whose serial number is not positive: cryptography warns of it now, and will refuse it.)
    """
    found = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        for block in BLOCK.findall(pem):
            try:
                found.append(x509.load_pem_x509_certificate(block))
            except ValueError:
                continue
    return found
