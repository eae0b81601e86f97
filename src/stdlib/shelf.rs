//! The library modules written in Python, by dotted name, with the price at which they run.
//!
//! One line per module: its name, its file under `py` (also under `/usr/lib/python3.13` in tracebacks), `Python` if it
//! is Python in CPython too and `Native` if it is C there, and `package` for packages.

use crate::lang::Pace;
use crate::vm::Found;

macro_rules! shelf {
    ($($name:literal $file:literal $pace:ident $($package:ident)?;)*) => {
        /// The Python text of a library module.
        pub fn find(name: &str) -> Option<Found> {
            Some(match name {
                $($name => Found::Python {
                    text: include_str!(concat!("py/", $file)),
                    file: concat!("/usr/lib/python3.13/", $file),
                    pace: Pace::$pace,
                    package: shelf!(@ $($package)?),
                },)*
                _ => return None,
            })
        }
    };
    (@ package) => { true };
    (@) => { false };
}

shelf! {
    "__future__" "__future__.py" Python;
    "_bootstrap" "_bootstrap.py" Python;
    "_folders" "_folders.py" Native;
    "_http" "_http.py" Native;
    "_queue" "_queue.py" Native;
    "_streams" "_streams.py" Native;
    "_thread" "_thread.py" Native;
    "_frame" "_frame.py" Native;
    "abc" "abc.py" Native;
    "aiohttp" "aiohttp/__init__.py" Python package;
    "aiohttp.client" "aiohttp/client.py" Python;
    "aiohttp.client_exceptions" "aiohttp/client_exceptions.py" Python;
    "aiohttp.connector" "aiohttp/connector.py" Python;
    "aiohttp_retry" "aiohttp_retry/__init__.py" Python;
    "asyncio" "asyncio/__init__.py" Python package;
    "asyncio.base_events" "asyncio/base_events.py" Python;
    "asyncio.coroutines" "asyncio/coroutines.py" Python;
    "asyncio.events" "asyncio/events.py" Python;
    "asyncio.exceptions" "asyncio/exceptions.py" Python;
    "asyncio.futures" "asyncio/futures.py" Native;
    "asyncio.locks" "asyncio/locks.py" Python;
    "asyncio.mixins" "asyncio/mixins.py" Python;
    "asyncio.queues" "asyncio/queues.py" Python;
    "asyncio.runners" "asyncio/runners.py" Python;
    "asyncio.taskgroups" "asyncio/taskgroups.py" Python;
    "asyncio.tasks" "asyncio/tasks.py" Native;
    "asyncio.threads" "asyncio/threads.py" Python;
    "asyncio.timeouts" "asyncio/timeouts.py" Python;
    "atexit" "atexit.py" Native;
    "base64" "base64.py" Native;
    "bisect" "bisect.py" Native;
    "collections" "collections/__init__.py" Native package;
    "collections.abc" "collections/abc.py" Native;
    "concurrent" "concurrent/__init__.py" Python package;
    "concurrent.futures" "concurrent/futures/__init__.py" Python package;
    "concurrent.futures._base" "concurrent/futures/_base.py" Python;
    "concurrent.futures.process" "concurrent/futures/process.py" Python;
    "concurrent.futures.thread" "concurrent/futures/thread.py" Python;
    "contextlib" "contextlib.py" Python;
    "contextvars" "contextvars.py" Native;
    "copy" "copy.py" Python;
    "copyreg" "copyreg.py" Python;
    "ctypes" "ctypes.py" Native;
    "dataclasses" "dataclasses.py" Native;
    "datetime" "datetime.py" Native;
    "enum" "enum.py" Native;
    "errno" "errno.py" Native;
    "functools" "functools.py" Native;
    "gc" "gc.py" Native;
    "hashlib" "hashlib.py" Native;
    "heapq" "heapq.py" Native;
    "httpx" "httpx/__init__.py" Python;
    "inspect" "inspect.py" Python;
    "io" "io.py" Native;
    "itertools" "itertools.py" Native;
    "json" "json/__init__.py" Native package;
    "json.decoder" "json/decoder.py" Native;
    "json.encoder" "json/encoder.py" Native;
    "keyword" "keyword.py" Python;
    "linecache" "linecache.py" Python;
    "logging" "logging.py" Python;
    "multiprocessing" "multiprocessing/__init__.py" Python package;
    "multiprocessing.connection" "multiprocessing/connection.py" Python;
    "multiprocessing.context" "multiprocessing/context.py" Python;
    "multiprocessing.dummy" "multiprocessing/dummy/__init__.py" Python package;
    "multiprocessing.dummy.connection" "multiprocessing/dummy/connection.py" Python;
    "multiprocessing.managers" "multiprocessing/managers.py" Python;
    "multiprocessing.pool" "multiprocessing/pool.py" Python;
    "multiprocessing.popen_fork" "multiprocessing/popen_fork.py" Python;
    "multiprocessing.popen_spawn_posix" "multiprocessing/popen_spawn_posix.py" Python;
    "multiprocessing.process" "multiprocessing/process.py" Python;
    "multiprocessing.queues" "multiprocessing/queues.py" Python;
    "multiprocessing.reduction" "multiprocessing/reduction.py" Python;
    "multiprocessing.shared_memory" "multiprocessing/shared_memory.py" Python;
    "multiprocessing.sharedctypes" "multiprocessing/sharedctypes.py" Python;
    "multiprocessing.synchronize" "multiprocessing/synchronize.py" Python;
    "multiprocessing.util" "multiprocessing/util.py" Python;
    "numbers" "numbers.py" Python;
    "operator" "operator.py" Native;
    "os" "os.py" Native;
    "os.path" "posixpath.py" Python;
    "pickle" "pickle.py" Native;
    "platform" "platform.py" Python;
    "posixpath" "posixpath.py" Native;
    "pprint" "pprint.py" Python;
    "queue" "queue.py" Python;
    "random" "random.py" Python;
    "re" "re.py" Native;
    "requests" "requests/__init__.py" Python package;
    "requests.adapters" "requests/adapters.py" Python;
    "requests.exceptions" "requests/exceptions.py" Python;
    "secrets" "secrets.py" Python;
    "select" "select.py" Python;
    "selectors" "selectors.py" Python;
    "signal" "signal.py" Python;
    "socket" "socket.py" Python;
    "statistics" "statistics.py" Python;
    "string" "string.py" Python;
    "subprocess" "subprocess.py" Python;
    "sys" "sys.py" Native;
    "textwrap" "textwrap.py" Python;
    "threading" "threading.py" Python;
    "time" "time.py" Native;
    "timeit" "timeit.py" Python;
    "traceback" "traceback.py" Python;
    "types" "types.py" Python;
    "typing" "typing.py" Python;
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
    "uuid" "uuid.py" Python;
    "warnings" "warnings.py" Python;
    "weakref" "weakref.py" Native;
    "zlib" "zlib.py" Native;
}
