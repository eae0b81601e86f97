"""Messages: made, written, read again."""
import email
from email import policy
from email.header import Header, decode_header, make_header
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr, formatdate, getaddresses, parseaddr, parsedate_to_datetime

m = EmailMessage()
m["Subject"] = "Hello there"
m["From"] = "ann@example.org"
m["To"] = "bob@example.org, cy@example.org"
m.set_content("First line\nsecond line")
print(m)
print(m["subject"], m.get("x", "none"), m.keys(), m.get_content_type(), repr(m.get_content()), "TO" in m, len(m))
m.add_attachment(b"\0\1\2data", maintype="application", subtype="octet-stream", filename="d.bin")
m.set_boundary("BOUND")
print(m.as_string())
print([p.get_content_type() for p in m.walk()], [p.get_filename() for p in m.iter_attachments()], m.get_body(("plain",)).get_content())
try:
    m["Subject"] = "again"
except ValueError as e:
    print(e)
del m["subject"]
print(m["subject"])
old = MIMEMultipart("alternative", boundary="XX")
old["Subject"] = "Old"
old.attach(MIMEText("plain text"))
old.attach(MIMEText("<b>html</b> ä", "html"))
part = MIMEApplication(b"xyz", Name="f.txt")
part["Content-Disposition"] = 'attachment; filename="f.txt"'
old.attach(part)
print(old.as_string())
text = old.as_string()
back = email.message_from_string(text)
print(back["Subject"], back.is_multipart(), [p.get_content_type() for p in back.walk()], back.get_payload(0).get_payload())
print(back.get_payload(1).get_payload(decode=True).decode(), back.get_payload(2).get_filename(), back.as_string() == text)
raw = "From: a@b.c\nSubject: =?utf-8?q?caf=C3=A9?= now\nX-Long: one\n two\n\nBody text\n"
new = email.message_from_string(raw, policy=policy.default)
print(new["subject"], new["x-long"], repr(new.get_content()), type(new).__name__)
print(email.message_from_bytes(raw.encode())["subject"], decode_header("=?utf-8?b?w6TDtg==?="))
print(formataddr(("Ann Lee", "ann@x.org")), formataddr(("Lee, Ann", "ann@x.org")), parseaddr("Ann Lee <ann@x.org>"), parseaddr("ann@x.org"))
print(getaddresses(["a@b.c, Bob <b@c.d>", '"X, Y" <x@y.z>']), formatdate(0), formatdate(0, usegmt=True))
print(parsedate_to_datetime("Mon, 20 Nov 1995 19:12:08 -0500"), Header("täst", "utf-8").encode(), str(make_header(decode_header("=?utf-8?q?=C3=A4?="))))
