"""Escaping for HTML."""

import re as _re
from html.entities import name2codepoint as _names

__all__ = ["escape", "unescape"]
_WINDOWS = dict(zip(
    (128, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 142, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 158, 159),
    "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ",
))
# These need no semicolon.
_BARE = [n for n in _names if _names[n] < 256] + ["AMP", "LT", "GT", "QUOT", "COPY", "REG"]
_MORE = {"AMP": "&", "LT": "<", "GT": ">", "QUOT": '"', "COPY": "©", "REG": "®", "apos": "'", "nbsp": "\xa0", "check": "✓", "star": "☆",
         "phone": "☎", "dollar": "$", "lpar": "(", "rpar": ")", "comma": ",", "period": ".", "colon": ":", "semi": ";", "excl": "!",
         "quest": "?", "num": "#", "percnt": "%", "plus": "+", "equals": "=", "lowbar": "_", "commat": "@", "ast": "*", "sol": "/",
         "bsol": "\\", "lsqb": "[", "rsqb": "]", "lcub": "{", "rcub": "}", "vert": "|", "Tab": "\t", "NewLine": "\n", "hyphen": "‐",
         "dash": "‐", "grave": "`", "half": "½"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


def _replace(m):
    s = m.group(1)
    if s[0] == "#":
        n = int(s[2:].rstrip(";"), 16) if s[1] in "xX" else int(s[1:].rstrip(";"))
        if n in _WINDOWS:
            return _WINDOWS[n]
        if n == 0 or 0xD800 <= n <= 0xDFFF or n > 0x10FFFF:
            return "\ufffd"
        if n == 13:
            return "\r"
        if 1 <= n <= 8 or n == 11 or 14 <= n <= 31 or 127 <= n <= 159 or 0xFDD0 <= n <= 0xFDEF or n & 0xFFFE == 0xFFFE:
            return ""
        return chr(n)
    if s[-1] == ";":
        name = s[:-1]
        if name in _names:
            return chr(_names[name])
        if name in _MORE:
            return _MORE[name]
    for i in range(len(s) - 1, 1, -1):
        if s[:i] in _BARE:
            return (chr(_names[s[:i]]) if s[:i] in _names else _MORE[s[:i]]) + s[i:]
    if s in _BARE:
        return chr(_names[s]) if s in _names else _MORE[s]
    return "&" + s


_REFERENCE = _re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def unescape(s):
    return _REFERENCE.sub(_replace, s) if "&" in s else s
