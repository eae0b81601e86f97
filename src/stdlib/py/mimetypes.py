"""Which kind of contents a file's name promises."""

import posixpath

__all__ = ["guess_type", "guess_file_type", "guess_extension", "guess_all_extensions", "add_type", "init", "MimeTypes"]

knownfiles = []
inited = True
suffix_map = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}
encodings_map = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
common_types = {".rtf": "application/rtf", ".jpg": "image/jpg", ".webp": "image/webp"}
_KINDS = """
text/html .html .htm|text/plain .txt .bat .c .h .ksh .pl .srt|text/css .css|text/csv .csv|text/javascript .js .mjs
text/markdown .md .markdown|text/tab-separated-values .tsv|text/x-python .py|text/xml .xml|text/vcard .vcf
text/rtf .rtf|text/n3 .n3|text/x-sgml .sgm .sgml|application/json .json|application/manifest+json .webmanifest
application/pdf .pdf|application/zip .zip|application/x-tar .tar|application/octet-stream .bin .a .dll .exe .o .obj .so
application/msword .doc .dot .wiz|application/vnd.ms-excel .xls .xlb|application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz
application/wasm .wasm|application/postscript .ps .ai .eps|application/x-sh .sh|application/x-python-code .pyc .pyo
application/x-tex .tex|application/x-latex .latex|application/xml .xsl .rdf .wsdl .xpdl|application/n-quads .nq
application/x-csh .csh|application/x-shockwave-flash .swf|application/x-hdf5 .h5|application/gzip .gz
image/png .png|image/jpeg .jpg .jpe .jpeg|image/gif .gif|image/svg+xml .svg|image/webp .webp|image/bmp .bmp|image/avif .avif
image/tiff .tiff .tif|image/vnd.microsoft.icon .ico|image/heic .heic|image/heif .heif|audio/mpeg .mp3 .mp2|audio/x-wav .wav
audio/aac .aac .adts .loas .ass|audio/basic .au .snd|audio/opus .opus|audio/3gpp .3gp .3gpp|video/mp4 .mp4|video/mpeg .mpeg .m1v .mpa .mpe .mpg
video/webm .webm|video/quicktime .mov .qt|video/x-msvideo .avi|message/rfc822 .eml .mht .mhtml .nws
"""
types_map = {}
for _line in _KINDS.replace("|", "\n").split("\n"):
    _kind, *_ends = _line.split() or [""]
    for _end in _ends:
        types_map.setdefault(_end, _kind)
del types_map[".gz"]


def init(files=None):
    pass


def guess_file_type(path, *, strict=True):
    base, ext = posixpath.splitext(str(path))
    while ext.lower() in suffix_map:
        base, ext = posixpath.splitext(base + suffix_map[ext.lower()])
    encoding = encodings_map.get(ext)
    if encoding is not None:
        base, ext = posixpath.splitext(base)
    kind = types_map.get(ext.lower())
    if kind is None and not strict:
        kind = common_types.get(ext.lower())
    return kind, encoding


def guess_type(url, strict=True):
    from urllib.parse import urlsplit

    parts = urlsplit(str(url))
    if parts.scheme == "data":
        kind = parts.path.partition(",")[0].partition(";")[0]
        return (kind if "/" in kind else "text/plain"), None
    return guess_file_type(parts.path if len(parts.scheme) > 1 else str(url), strict=strict)


def guess_all_extensions(type, strict=True):
    tables = [types_map] if strict else [types_map, common_types]
    return [end for table in tables for end, kind in table.items() if kind == type.lower()]


def guess_extension(type, strict=True):
    found = guess_all_extensions(type, strict)
    return found[0] if found else None


def add_type(type, ext, strict=True):
    (types_map if strict else common_types)[ext] = type


class MimeTypes:
    """The same as methods."""

    def __init__(self, filenames=(), strict=True):
        self.types_map = (common_types, types_map)
        self.encodings_map, self.suffix_map = encodings_map, suffix_map

    guess_type = staticmethod(guess_type)
    guess_file_type = staticmethod(guess_file_type)
    guess_extension = staticmethod(guess_extension)
    guess_all_extensions = staticmethod(guess_all_extensions)
    add_type = staticmethod(add_type)
