"""How the data of a part are written."""

import base64


def encode_base64(msg):
    data = msg.get_payload()
    data = data.encode() if isinstance(data, str) else data
    msg.set_payload(base64.encodebytes(data).decode())
    msg["Content-Transfer-Encoding"] = "base64"


def encode_7or8bit(msg):
    msg["Content-Transfer-Encoding"] = "7bit"


def encode_noop(msg):
    """Leaves it as it is."""
