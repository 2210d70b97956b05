"""Whose certificates are believed: those the system believes."""

import os
from functools import cache
from pathlib import Path
from typing import Final

_BUNDLES: Final = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Arch, Gentoo
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora
    "/etc/ssl/ca-bundle.pem",  # openSUSE
    "/etc/ssl/cert.pem",  # macOS, Alpine, the BSDs
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
)


@cache
def system_certificates() -> tuple[str | None, str | None]:
    """Return the path of the file and of the folder with the certificates to trust.

    SSL_CERT_FILE and SSL_CERT_DIR say so as they do for OpenSSL; else it is where systems
    keep them, since the path that a wheel's libcurl was built with is another system's.
    """
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if file or folder:
        return file, folder
    return next((path for path in _BUNDLES if Path(path).is_file()), None), None
