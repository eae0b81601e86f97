"""A picture."""

from email import encoders
from email.mime.base import MIMEBase


class MIMEImage(MIMEBase):
    def __init__(self, _data, _subtype="png", _encoder=encoders.encode_base64, *, policy=None, **_params):
        super().__init__("image", _subtype, policy=policy, **_params)
        self.set_payload(_data)
        _encoder(self)
