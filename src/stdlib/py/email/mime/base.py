"""A part of any kind."""

from email.message import Message


class MIMEBase(Message):
    def __init__(self, _maintype, _subtype, *, policy=None, **_params):
        super().__init__()
        self.add_header("Content-Type", f"{_maintype}/{_subtype}", **_params)
        self["MIME-Version"] = "1.0"
