"""A page allows exactly the scripts and styles that it holds, and nothing from elsewhere."""

import re
from base64 import b64encode
from hashlib import sha256

CSP = "__CSP__"
"""Place of the content security policy, before any name in the page; filled when every script and style is known."""


def sealed(html: str, images: str = "") -> str:
    """Fill the policy of a finished page with the hash of each script and style in it.

    Parameters
    ----------
    images
        Where the images of the page may come from, if it has any.
    """
    allowed = "".join(
        f" {kind}-src {' '.join(sorted({_hash(code) for code in re.findall(pattern, html, re.DOTALL)}))};"
        for kind, pattern in (("script", r"<script>(.*?)</script>"), ("style", r"<style>(.*?)</style>"))
        if re.search(pattern, html, re.DOTALL)
    )
    allowed += f" img-src {images};" if images else ""
    return html.replace(CSP, f"default-src 'none';{allowed} base-uri 'none'; form-action 'none'", 1)


def _hash(code: str) -> str:
    """Give the source expression of a script or style for the policy."""
    return f"'sha256-{b64encode(sha256(code.encode('utf-8')).digest()).decode()}'"
