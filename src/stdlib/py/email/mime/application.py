"""Data of a program."""

from email import encoders
from email.mime.base import MIMEBase


class MIMEApplication(MIMEBase):
    def __init__(self, _data, _subtype="octet-stream", _encoder=encoders.encode_base64, *, policy=None, **_params):
        super().__init__("application", _subtype, policy=policy, **_params)
        self.set_payload(_data)
        _encoder(self)
