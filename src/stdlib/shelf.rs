//! The library modules written in Python, by dotted name, with the price at which they run.
//!
//! One line per module: its name, its file under `py` (in tracebacks under `/usr/lib/python3.13`), `Python` if it
//! is Python in CPython too (`Long` if more of it than here) and `Native` if it is C there (`Swift` if far less work than here), `package` for packages, and `near` for what a first visit runs: in
//! the browser the others come when a program imports them (see `far`). A module of several files has a line for each,
//! with a number behind a colon from the second on: they are one text.

use super::far;
use crate::lang::Pace;
use crate::vm::Found;

/// One module.
pub struct Row {
    /// Dotted.
    pub name: &'static str,
    /// Under `py`.
    pub file: &'static str,
    pace: Pace,
    package: bool,
    /// None: comes from the host.
    text: Option<&'static str>,
}

#[cfg(not(target_arch = "wasm32"))]
macro_rules! far_text {
    ($file:literal) => {
        Some(include_str!(concat!("py/", $file)))
    };
}

#[cfg(target_arch = "wasm32")]
macro_rules! far_text {
    ($file:literal) => {
        None
    };
}

macro_rules! shelf {
    ($($name:literal $file:literal $pace:ident $($package:ident)? $(, $near:ident)?;)*) => {
        /// All of them, by name.
        pub static ROWS: &[Row] = &[$(Row {
            name: $name,
            file: $file,
            pace: Pace::$pace,
            package: shelf!(@package $($package)?),
            text: shelf!(@text $file $($near)?),
        },)*];
    };
    (@package package) => { true };
    (@package) => { false };
    (@text $file:literal near) => { Some(include_str!(concat!("py/", $file))) };
    (@text $file:literal) => { far_text!($file) };
}

impl Row {
    /// Whether its text comes from the host.
    pub fn is_far(&self) -> bool {
        self.text.is_none()
    }
}

/// The module of this name.
pub fn row(name: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.name == name)
}

/// The Python text of a library module.
pub fn find(name: &str) -> Option<Found> {
    let row = row(name)?;
    let parts: Vec<&Row> = ROWS.iter().filter(|r| r.name.split(':').next() == Some(name)).collect();
    let text = match parts.len() {
        1 => row.text.or_else(|| far::text(row.name)),
        _ => far::joined(row.name, || parts.iter().map(|r| r.text.or_else(|| far::text(r.name))).collect()),
    };
    Some(match text {
        Some(text) => Found::Python { text, file: row.file, pace: row.pace, package: row.package },
        None => Found::Away,
    })
}

shelf! {
    "__future__" "__future__.py" Python;
    "_bootstrap" "_bootstrap.py" Python;
    "_awaitable" "_awaitable.py" Python;
    "_codecs" "_codecs.py" Native;
    "_commands" "_commands.py" Native;
    "_folders" "_folders.py" Native;
    "_frame" "_frame.py" Native;
    "_http" "_http.py" Native;
    "_httpbin" "_httpbin.py" Native;
    "_local" "_local.py" Python;
    "_net" "_net.py" Native;
    "_parcel" "_parcel.py" Native;
    "_queue" "_queue.py" Native;
    "_shell" "_shell.py" Native;
    "_socket" "_socket.py" Native;
    "_ranges" "_ranges.py" Native;
    "_streams" "_streams.py" Native;
    "_strptime" "_strptime.py" Python;
    "_threading_local" "_threading_local.py" Python;
    "_thread" "_thread.py" Native, near;
    "abc" "abc.py" Native;
    "aiofiles" "aiofiles/__init__.py" Python package;
    "aiofiles.os" "aiofiles/os.py" Python;
    "aiofiles.tempfile" "aiofiles/tempfile.py" Python;
    "aiohttp" "aiohttp/__init__.py" Python package;
    "aiohttp.client" "aiohttp/client.py" Python;
    "aiohttp.client_exceptions" "aiohttp/client_exceptions.py" Python;
    "aiohttp.connector" "aiohttp/connector.py" Python;
    "aiohttp_retry" "aiohttp_retry/__init__.py" Python;
    "ast" "ast.py" Python;
    "array" "array.py" Native;
    "argparse" "argparse.py" Python;
    "argparse:1" "argparse/actions.py" Python;
    "argparse:2" "argparse/groups.py" Python;
    "argparse:3" "argparse/parser.py" Python;
    "asyncio" "asyncio/__init__.py" Python package, near;
    "asyncio.base_events" "asyncio/base_events.py" Long, near;
    "asyncio.base_tasks" "asyncio/base_tasks.py" Python;
    "asyncio.coroutines" "asyncio/coroutines.py" Python, near;
    "asyncio.events" "asyncio/events.py" Python, near;
    "asyncio.exceptions" "asyncio/exceptions.py" Python, near;
    "asyncio.format_helpers" "asyncio/format_helpers.py" Python;
    "asyncio.futures" "asyncio/futures.py" Native, near;
    "asyncio.locks" "asyncio/locks.py" Python, near;
    "asyncio.log" "asyncio/log.py" Python;
    "asyncio.mixins" "asyncio/mixins.py" Python, near;
    "asyncio.protocols" "asyncio/protocols.py" Python;
    "asyncio.queues" "asyncio/queues.py" Python, near;
    "asyncio.reports" "asyncio/reports.py" Python;
    "asyncio.runners" "asyncio/runners.py" Long, near;
    "asyncio.selector_events" "asyncio/selector_events.py" Python;
    "asyncio.selector_events:1" "asyncio/selector_transports.py" Python;
    "asyncio.selector_events:2" "asyncio/selector_servers.py" Python;
    "asyncio.streams" "asyncio/streams.py" Python;
    "asyncio.subprocess" "asyncio/subprocess.py" Python;
    "asyncio.taskgroups" "asyncio/taskgroups.py" Long, near;
    "asyncio.tasks" "asyncio/tasks.py" Native, near;
    "asyncio.threads" "asyncio/threads.py" Long, near;
    "asyncio.timeouts" "asyncio/timeouts.py" Long, near;
    "asyncio.transports" "asyncio/transports.py" Python;
    "atexit" "atexit.py" Native;
    "base64" "base64.py" Native;
    "binascii" "binascii.py" Native;
    "bisect" "bisect.py" Native;
    "calendar" "calendar.py" Python;
    "cmath" "cmath.py" Native;
    "codecs" "codecs.py" Python;
    "codecs:1" "codecs/streams.py" Python;
    "cProfile" "cProfile.py" Python;
    "collections" "collections/__init__.py" Native package;
    "collections.abc" "collections/abc.py" Native;
    "concurrent" "concurrent/__init__.py" Python package;
    "concurrent.futures" "concurrent/futures/__init__.py" Python package;
    "concurrent.futures._base" "concurrent/futures/_base.py" Long;
    "concurrent.futures.process" "concurrent/futures/process.py" Long;
    "concurrent.futures.thread" "concurrent/futures/thread.py" Long;
    "contextlib" "contextlib.py" Python;
    "contextvars" "contextvars.py" Native, near;
    "copy" "copy.py" Python;
    "copyreg" "copyreg.py" Python;
    "csv" "csv.py" Native;
    "ctypes" "ctypes.py" Native;
    "dataclasses" "dataclasses.py" Native;
    "datetime" "datetime/span.py" Native;
    "datetime:1" "datetime/day.py" Native;
    "datetime:2" "datetime/clock.py" Native;
    "datetime:3" "datetime/moment.py" Native;
    "decimal" "decimal/context.py" Native;
    "decimal:1" "decimal/rare.py" Native;
    "decimal:2" "decimal/number.py" Native;
    "decimal:3" "decimal/text.py" Native;
    "decimal:4" "decimal/functions.py" Native;
    "difflib" "difflib.py" Python;
    "doctest" "doctest.py" Python;
    "enum" "enum.py" Native;
    "errno" "errno.py" Native;
    "filecmp" "filecmp.py" Python;
    "fnmatch" "fnmatch.py" Native;
    "fractions" "fractions.py" Python;
    "functools" "functools.py" Native;
    "gc" "gc.py" Native;
    "getpass" "getpass.py" Python;
    "glob" "glob.py" Python;
    "graphlib" "graphlib.py" Python;
    "gzip" "gzip.py" Python;
    "hashlib" "hashlib.py" Native;
    "heapq" "heapq.py" Native, near;
    "http" "http/__init__.py" Python package;
    "http.client" "http/client.py" Python;
    "http.server" "http/server.py" Python;
    "hmac" "hmac.py" Python;
    "html" "html/__init__.py" Python package;
    "html.entities" "html/entities.py" Python;
    "html.parser" "html/parser.py" Python;
    "httpx" "httpx/__init__.py" Python;
    "httpx:1" "httpx/messages.py" Python;
    "httpx:2" "httpx/clients.py" Python;
    "importlib" "importlib/__init__.py" Python package;
    "importlib.machinery" "importlib/machinery.py" Python;
    "importlib.util" "importlib/util.py" Python;
    "inspect" "inspect.py" Python;
    "inspect:1" "inspect/source.py" Python;
    "inspect:2" "inspect/signatures.py" Python;
    "io" "io.py" Native;
    "ipaddress" "ipaddress.py" Python;
    "itertools" "itertools.py" Native;
    "json" "json/__init__.py" Native package;
    "json.decoder" "json/decoder.py" Native;
    "json.encoder" "json/encoder.py" Native;
    "keyword" "keyword.py" Python;
    "linecache" "linecache.py" Python;
    "locale" "locale.py" Python;
    "logging" "logging/__init__.py" Python package;
    "logging:1" "logging/sinks.py" Python package;
    "logging:2" "logging/loggers.py" Python package;
    "logging.config" "logging/config.py" Python;
    "logging.handlers" "logging/handlers.py" Python;
    "logging.handlers:1" "logging/networks.py" Python;
    "mimetypes" "mimetypes.py" Python;
    "multiprocessing" "multiprocessing/__init__.py" Python package;
    "multiprocessing.connection" "multiprocessing/connection.py" Long;
    "multiprocessing.context" "multiprocessing/context.py" Long;
    "multiprocessing.dummy" "multiprocessing/dummy/__init__.py" Python package;
    "multiprocessing.dummy.connection" "multiprocessing/dummy/connection.py" Python;
    "multiprocessing.managers" "multiprocessing/managers.py" Long;
    "multiprocessing.pool" "multiprocessing/pool.py" Long;
    "multiprocessing.popen_fork" "multiprocessing/popen_fork.py" Long;
    "multiprocessing.popen_spawn_posix" "multiprocessing/popen_spawn_posix.py" Python;
    "multiprocessing.process" "multiprocessing/process.py" Long;
    "multiprocessing.queues" "multiprocessing/queues.py" Long;
    "multiprocessing.reduction" "multiprocessing/reduction.py" Long;
    "multiprocessing.shared_memory" "multiprocessing/shared_memory.py" Python;
    "multiprocessing.sharedctypes" "multiprocessing/sharedctypes.py" Swift;
    "multiprocessing.synchronize" "multiprocessing/synchronize.py" Native;
    "multiprocessing.util" "multiprocessing/util.py" Long;
    "ntpath" "ntpath.py" Python;
    "numbers" "numbers.py" Python;
    "operator" "operator.py" Native;
    "os" "os.py" Native;
    "os.path" "posixpath.py" Python;
    "pathlib" "pathlib.py" Python;
    "pathlib:1" "pathlib/real.py" Python;
    "pickle" "pickle.py" Swift;
    "pickle:1" "pickle/reader.py" Swift;
    "platform" "platform.py" Python;
    "posixpath" "posixpath.py" Native;
    "profile" "profile.py" Python;
    "pstats" "pstats.py" Python;
    "pprint" "pprint.py" Python;
    "pydoc" "pydoc.py" Python;
    "queue" "queue.py" Long;
    "random" "random.py" Python;
    "re" "re.py" Native;
    "reprlib" "reprlib.py" Python;
    "requests" "requests/__init__.py" Python package;
    "requests.adapters" "requests/adapters.py" Python;
    "requests.auth" "requests/auth.py" Python;
    "requests.exceptions" "requests/exceptions.py" Python;
    "sched" "sched.py" Python;
    "rich" "rich/__init__.py" Python package;
    "rich.console" "rich/console.py" Python;
    "rich.live" "rich/live.py" Python;
    "rich.logging" "rich/logging.py" Python;
    "rich.panel" "rich/panel.py" Python;
    "rich.pretty" "rich/pretty.py" Python;
    "rich.progress" "rich/progress.py" Python;
    "rich.table" "rich/table.py" Python;
    "rich.text" "rich/text.py" Python;
    "rich.traceback" "rich/traceback.py" Python;
    "secrets" "secrets.py" Python;
    "select" "select.py" Native;
    "selectors" "selectors.py" Python;
    "shlex" "shlex.py" Python;
    "shutil" "shutil.py" Python;
    "signal" "signal.py" Python;
    "socket" "socket.py" Python;
    "socketserver" "socketserver.py" Python;
    "ssl" "ssl.py" Python;
    "stat" "stat.py" Native;
    "statistics" "statistics.py" Python;
    "string" "string.py" Python;
    "struct" "struct.py" Native;
    "subprocess" "subprocess.py" Python;
    "sys" "sys.py" Native, near;
    "sysconfig" "sysconfig.py" Python;
    "tempfile" "tempfile.py" Python;
    "textwrap" "textwrap.py" Python;
    "threading" "threading.py" Long, near;
    "time" "time.py" Native, near;
    "timeit" "timeit.py" Python;
    "tqdm" "tqdm/__init__.py" Python package;
    "tqdm.asyncio" "tqdm/asyncio.py" Python;
    "tqdm.auto" "tqdm/auto.py" Python;
    "tqdm.contrib" "tqdm/contrib.py" Python package;
    "tqdm.contrib.concurrent" "tqdm/concurrent.py" Python;
    "traceback" "traceback.py" Python;
    "tracemalloc" "tracemalloc.py" Python;
    "types" "types.py" Python;
    "typing" "typing.py" Python;
    "typing:1" "typing/classes.py" Python;
    "unicodedata" "unicodedata.py" Native;
    "unittest" "unittest/__init__.py" Python package;
    "unittest.async_case" "unittest/async_case.py" Python;
    "unittest.case" "unittest/case.py" Python;
    "unittest.case:1" "unittest/case/test.py" Python;
    "unittest.case:2" "unittest/case/parts.py" Python;
    "unittest.mock" "unittest/mock.py" Python;
    "unittest.mock:1" "unittest/mock/base.py" Python;
    "unittest.mock:2" "unittest/mock/kinds.py" Python;
    "unittest.mock:3" "unittest/mock/spec.py" Python;
    "unittest.mock:4" "unittest/mock/patch.py" Python;
    "unittest.run" "unittest/run.py" Python;
    "urllib" "urllib/__init__.py" Python package;
    "urllib.error" "urllib/error.py" Python;
    "urllib.parse" "urllib/parse.py" Python;
    "urllib.request" "urllib/request.py" Python;
    "urllib3" "urllib3/__init__.py" Python package;
    "urllib3.connectionpool" "urllib3/connectionpool.py" Python;
    "urllib3.exceptions" "urllib3/exceptions.py" Python;
    "urllib3.poolmanager" "urllib3/poolmanager.py" Python;
    "urllib3.util" "urllib3/util.py" Python package;
    "urllib3.util.retry" "urllib3/retry.py" Python;
    "_user_containers" "_user_containers.py" Python;
    "configparser" "configparser/values.py" Python;
    "configparser:1" "configparser/parser.py" Python;
    "tomllib" "tomllib.py" Python;
    "zipfile" "zipfile.py" Python;
    "tarfile" "tarfile.py" Python;
    "shelve" "shelve.py" Python;
    "dbm" "dbm/__init__.py" Python package;
    "dbm.dumb" "dbm/dumb.py" Python;
    "email" "email/__init__.py" Python package;
    "email.encoders" "email/encoders.py" Python;
    "email.errors" "email/errors.py" Python;
    "email.header" "email/header.py" Python;
    "email.message" "email/message.py" Python;
    "email.mime" "email/mime/__init__.py" Python package;
    "email.mime.application" "email/mime/application.py" Python;
    "email.mime.base" "email/mime/base.py" Python;
    "email.mime.image" "email/mime/image.py" Python;
    "email.mime.multipart" "email/mime/multipart.py" Python;
    "email.mime.text" "email/mime/text.py" Python;
    "email.policy" "email/policy.py" Python;
    "email.utils" "email/utils.py" Python;
    "_xml" "_xml.py" Native;
    "xml" "xml/__init__.py" Python package;
    "xml.dom" "xml/dom/__init__.py" Python package;
    "xml.dom.minidom" "xml/dom/minidom.py" Python;
    "xml.etree" "xml/etree/__init__.py" Python package;
    "xml.etree.ElementPath" "xml/etree/ElementPath.py" Python;
    "xml.etree.ElementTree" "xml/etree/ElementTree.py" Native;
    "xml.parsers" "xml/parsers/__init__.py" Python package;
    "xml.parsers.expat" "xml/parsers/expat.py" Native;
    "xml.sax" "xml/sax/__init__.py" Python package;
    "xml.sax.saxutils" "xml/sax/saxutils.py" Python;
    "uuid" "uuid.py" Python;
    "uvloop" "uvloop.py" Native;
    "warnings" "warnings.py" Python;
    "weakref" "weakref.py" Native;
    "zlib" "zlib.py" Native;
    "zoneinfo" "zoneinfo.py" Python;
}
