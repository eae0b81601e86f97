"""Numbers of system errors."""

_TEXTS = {
    1: "Operation not permitted", 2: "No such file or directory", 3: "No such process", 4: "Interrupted system call",
    5: "Input/output error", 9: "Bad file descriptor", 10: "No child processes",
    11: "Resource temporarily unavailable", 12: "Cannot allocate memory", 13: "Permission denied", 17: "File exists",
    20: "Not a directory", 21: "Is a directory", 22: "Invalid argument", 24: "Too many open files",
    28: "No space left on device", 32: "Broken pipe", 98: "Address already in use", 103: "Software caused connection abort",
    104: "Connection reset by peer", 107: "Transport endpoint is not connected", 110: "Connection timed out",
    111: "Connection refused", 113: "No route to host", 115: "Operation now in progress",
}
EPERM, ENOENT, ESRCH, EINTR, EIO, EBADF, ECHILD, EAGAIN, ENOMEM, EACCES = 1, 2, 3, 4, 5, 9, 10, 11, 12, 13
EWOULDBLOCK, EEXIST, ENOTDIR, EISDIR, EINVAL, EMFILE, ENOSPC, EPIPE = 11, 17, 20, 21, 22, 24, 28, 32
EADDRINUSE, ECONNABORTED, ECONNRESET, ENOTCONN, ETIMEDOUT, ECONNREFUSED = 98, 103, 104, 107, 110, 111
EHOSTUNREACH, EINPROGRESS = 113, 115
errorcode = {number: name for name, number in list(globals().items()) if name.startswith("E")}
