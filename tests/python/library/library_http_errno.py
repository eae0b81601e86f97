# http's enumerations and errno's numbers.
import errno
import os
from http import HTTPMethod, HTTPStatus

s = HTTPStatus.NOT_FOUND
print(s, repr(s), s.value, s.phrase, s.description, s == 404, HTTPStatus(200).name, HTTPStatus["OK"] is HTTPStatus(200))
print(s.is_client_error, s.is_success, HTTPStatus.OK.is_success, HTTPStatus.FOUND.is_redirection, HTTPStatus.CONTINUE.is_informational, HTTPStatus.BAD_GATEWAY.is_server_error)
print(len(HTTPStatus), sum(HTTPStatus), HTTPStatus.IM_A_TEAPOT.phrase, HTTPStatus.REQUEST_URI_TOO_LONG.name, f"{s:d} {s!s} {s}", isinstance(s, int))
try:
    HTTPStatus(299)
except ValueError as e:
    print(e)
print(list(HTTPMethod)[:3], HTTPMethod.GET == "GET", HTTPMethod.POST.description, repr(HTTPMethod.PUT), HTTPMethod("PATCH"))
print(errno.ENOENT, errno.EACCES, errno.EWOULDBLOCK == errno.EAGAIN, errno.errorcode[2], len(errno.errorcode), os.strerror(13), os.strerror(39), errno.ENOTSUP)
for number in (2, 13, 17, 32, 4, 10, 39):
    e = OSError(number, os.strerror(number), "name")
    print(type(e).__name__, e, e.errno, e.filename)
