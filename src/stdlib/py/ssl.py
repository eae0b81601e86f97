"""Encryption is simulated: sockets are wrapped, certificates are believed, and what goes over the line is plain."""

import socket as _socket
from enum import Enum, IntEnum

PROTOCOL_TLS, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER, PROTOCOL_TLSv1_2 = 2, 16, 17, 5
OP_ALL, OP_NO_SSLv2, OP_NO_SSLv3, OP_NO_TLSv1, OP_NO_TLSv1_1, OP_NO_COMPRESSION = 0x80000050, 0, 0x2000000, 0x4000000, 0x10000000, 0x20000
HAS_SNI = HAS_ALPN = HAS_TLSv1_3 = True
OPENSSL_VERSION = "OpenSSL 3.0 (simulated: nothing is encrypted)"
OPENSSL_VERSION_INFO = (3, 0, 0, 0, 0)


class VerifyMode(IntEnum):
    CERT_NONE = 0
    CERT_OPTIONAL = 1
    CERT_REQUIRED = 2


CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = VerifyMode.CERT_NONE, VerifyMode.CERT_OPTIONAL, VerifyMode.CERT_REQUIRED


class TLSVersion(IntEnum):
    MINIMUM_SUPPORTED = -2
    TLSv1_2 = 771
    TLSv1_3 = 772
    MAXIMUM_SUPPORTED = -1


class Purpose(Enum):
    SERVER_AUTH = "1.3.6.1.5.5.7.3.1"
    CLIENT_AUTH = "1.3.6.1.5.5.7.3.2"


class SSLError(OSError):
    pass


class SSLZeroReturnError(SSLError):
    pass


class SSLWantReadError(SSLError):
    pass


class SSLWantWriteError(SSLError):
    pass


class SSLEOFError(SSLError):
    pass


class SSLCertVerificationError(SSLError, ValueError):
    pass


CertificateError = SSLCertVerificationError


class SSLSocket(_socket.socket):
    server_side, server_hostname, context = False, None, None

    def version(self):
        return "TLSv1.3"

    def cipher(self):
        return ("TLS_AES_256_GCM_SHA384", "TLSv1.3", 256)

    def getpeercert(self, binary_form=False):
        name = self.server_hostname or "localhost"
        return b"" if binary_form else {"subject": ((("commonName", name),),), "subjectAltName": (("DNS", name),)}

    def selected_alpn_protocol(self):
        return None

    def do_handshake(self, block=False):
        pass

    def pending(self):
        return 0

    def read(self, len=1024, buffer=None):
        return self.recv(len) if buffer is None else self.recv_into(buffer, len)

    def write(self, data):
        return self.send(data)

    def unwrap(self):
        return self

    def accept(self):
        sock, address = super().accept()
        return self.context.wrap_socket(sock, server_side=True), address


class SSLContext:
    def __init__(self, protocol=PROTOCOL_TLS):
        self.protocol = protocol
        client = protocol == PROTOCOL_TLS_CLIENT
        self.check_hostname = client
        self.verify_mode = CERT_REQUIRED if client else CERT_NONE
        self.options = 0
        self.minimum_version, self.maximum_version = TLSVersion.TLSv1_2, TLSVersion.MAXIMUM_SUPPORTED

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, session=None):
        if self.check_hostname and not server_side and not server_hostname:
            raise ValueError("check_hostname requires server_hostname")
        timeout = sock.gettimeout()
        wrapped = SSLSocket(sock.family, sock.type, sock.proto, fileno=sock.detach())
        wrapped.settimeout(timeout)
        wrapped.server_side, wrapped.server_hostname, wrapped.context = server_side, server_hostname, self
        return wrapped

    def _nothing(self, *args, **options):
        pass

    load_cert_chain = load_verify_locations = load_default_certs = set_default_verify_paths = set_ciphers = _nothing
    set_alpn_protocols = set_npn_protocols = _nothing


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    return SSLContext(PROTOCOL_TLS_SERVER if purpose is Purpose.CLIENT_AUTH else PROTOCOL_TLS_CLIENT)


def _create_unverified_context(protocol=PROTOCOL_TLS_CLIENT, **options):
    context = SSLContext(protocol)
    context.check_hostname, context.verify_mode = False, CERT_NONE
    return context


_create_default_https_context = create_default_context


def get_default_verify_paths():
    return ("/usr/lib/ssl/cert.pem", "/usr/lib/ssl/certs", "SSL_CERT_FILE", "/usr/lib/ssl/cert.pem", "SSL_CERT_DIR", "/usr/lib/ssl/certs")
