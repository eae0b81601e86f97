"""Policies: what kind of message a parser makes."""


class Policy:
    def __init__(self, **kw):
        self.linesep, self.max_line_length, self.utf8, self.modern = "\n", 78, False, True
        self.__dict__.update(kw)

    def clone(self, **kw):
        return type(self)(**{**self.__dict__, **kw})


class EmailPolicy(Policy):
    pass


class Compat32(Policy):
    pass


compat32 = Compat32(modern=False)
default = EmailPolicy()
strict = EmailPolicy(raise_on_defect=True)
SMTP = EmailPolicy(linesep="\r\n")
SMTPUTF8 = EmailPolicy(linesep="\r\n", utf8=True)
HTTP = EmailPolicy(linesep="\r\n", max_line_length=None)
