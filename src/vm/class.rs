//! The built-in types and exceptions at fixed places of every heap, so that native code can name them.

use super::object::Layout;
use super::value::Ref;

/// One built-in type: name, base, layout.
pub struct Builtin {
    pub name: &'static str,
    pub base: Ref,
    pub layout: Layout,
}

macro_rules! builtin_types {
    ($($konst:ident = $name:literal : $base:ident $layout:ident;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u32)]
        enum Index { $($konst),* }
        $(pub const $konst: Ref = Ref(Index::$konst as u32 + 1);)*
        /// All built-in types in the order of their places; the first stands at `Ref(1)`.
        pub const ALL: &[Builtin] = &[$(Builtin { name: $name, base: $base, layout: builtin_types!(@ $layout $konst) }),*];
        /// How many there are.
        pub const COUNT: u32 = ALL.len() as u32;
    };
    (@ object $k:ident) => { Layout::Object };
    (@ payload $k:ident) => { Layout::Payload($k) };
    (@ exception $k:ident) => { Layout::Exception };
    (@ class $k:ident) => { Layout::Type };
    (@ future $k:ident) => { Layout::Future };
    (@ evloop $k:ident) => { Layout::Loop };
    (@ fixed $k:ident) => { Layout::Final };
}

builtin_types! {
    OBJECT = "object": OBJECT object;
    TYPE = "type": OBJECT class;
    NONE = "NoneType": OBJECT fixed;
    NOT_IMPLEMENTED = "NotImplementedType": OBJECT fixed;
    ELLIPSIS = "ellipsis": OBJECT fixed;
    INT = "int": OBJECT payload;
    BOOL = "bool": INT fixed;
    FLOAT = "float": OBJECT payload;
    COMPLEX = "complex": OBJECT payload;
    STR = "str": OBJECT payload;
    BYTES = "bytes": OBJECT payload;
    BYTEARRAY = "bytearray": OBJECT payload;
    LIST = "list": OBJECT payload;
    TUPLE = "tuple": OBJECT payload;
    DICT = "dict": OBJECT payload;
    SET = "set": OBJECT payload;
    FROZENSET = "frozenset": OBJECT payload;
    DEQUE = "collections.deque": OBJECT payload;
    RANGE = "range": OBJECT fixed;
    SLICE = "slice": OBJECT fixed;
    CELL = "cell": OBJECT fixed;
    FUNCTION = "function": OBJECT fixed;
    NATIVE = "builtin_function_or_method": OBJECT fixed;
    METHOD = "method": OBJECT fixed;
    METHOD_DESCRIPTOR = "method_descriptor": OBJECT fixed;
    GENERATOR = "generator": OBJECT fixed;
    COROUTINE = "coroutine": OBJECT fixed;
    ASYNC_GENERATOR = "async_generator": OBJECT fixed;
    ITERATOR = "iterator": OBJECT fixed;
    LIST_ITERATOR = "list_iterator": ITERATOR fixed;
    LIST_BACK_ITERATOR = "list_reverseiterator": ITERATOR fixed;
    TUPLE_ITERATOR = "tuple_iterator": ITERATOR fixed;
    STR_ITERATOR = "str_iterator": ITERATOR fixed;
    ASCII_ITERATOR = "str_ascii_iterator": ITERATOR fixed;
    BYTES_ITERATOR = "bytes_iterator": ITERATOR fixed;
    RANGE_ITERATOR = "range_iterator": ITERATOR fixed;
    KEY_ITERATOR = "dict_keyiterator": ITERATOR fixed;
    VALUE_ITERATOR = "dict_valueiterator": ITERATOR fixed;
    ITEM_ITERATOR = "dict_itemiterator": ITERATOR fixed;
    KEY_BACK_ITERATOR = "dict_reversekeyiterator": ITERATOR fixed;
    VALUE_BACK_ITERATOR = "dict_reversevalueiterator": ITERATOR fixed;
    ITEM_BACK_ITERATOR = "dict_reverseitemiterator": ITERATOR fixed;
    ORDERED_ITERATOR = "odict_iterator": ITERATOR fixed;
    SET_ITERATOR = "set_iterator": ITERATOR fixed;
    REVERSED = "reversed": ITERATOR payload;
    ZIP = "zip": ITERATOR payload;
    ENUMERATE = "enumerate": ITERATOR payload;
    MAP = "map": ITERATOR payload;
    FILTER = "filter": ITERATOR payload;
    COUNT_ITERATOR = "itertools.count": ITERATOR fixed;
    REPEAT_ITERATOR = "itertools.repeat": ITERATOR fixed;
    CYCLE_ITERATOR = "itertools.cycle": ITERATOR fixed;
    CHAIN_ITERATOR = "itertools.chain": ITERATOR fixed;
    COMPRESS_ITERATOR = "itertools.compress": ITERATOR fixed;
    DROPWHILE_ITERATOR = "itertools.dropwhile": ITERATOR fixed;
    TAKEWHILE_ITERATOR = "itertools.takewhile": ITERATOR fixed;
    FILTERFALSE_ITERATOR = "itertools.filterfalse": ITERATOR fixed;
    ISLICE_ITERATOR = "itertools.islice": ITERATOR fixed;
    PAIRWISE_ITERATOR = "itertools.pairwise": ITERATOR fixed;
    STARMAP_ITERATOR = "itertools.starmap": ITERATOR fixed;
    ZIP_LONGEST_ITERATOR = "itertools.zip_longest": ITERATOR fixed;
    PRODUCT_ITERATOR = "itertools.product": ITERATOR fixed;
    PERMUTATIONS_ITERATOR = "itertools.permutations": ITERATOR fixed;
    COMBINATIONS_ITERATOR = "itertools.combinations": ITERATOR fixed;
    COMBINATIONS_WITH_REPLACEMENT_ITERATOR = "itertools.combinations_with_replacement": ITERATOR fixed;
    BATCHED_ITERATOR = "itertools.batched": ITERATOR fixed;
    ACCUMULATE_ITERATOR = "itertools.accumulate": ITERATOR fixed;
    BYTEARRAY_ITERATOR = "bytearray_iterator": ITERATOR fixed;
    LONG_RANGE_ITERATOR = "longrange_iterator": ITERATOR fixed;
    DEQUE_ITERATOR = "collections._deque_iterator": ITERATOR fixed;
    MODULE = "module": OBJECT object;
    PROPERTY = "property": OBJECT payload;
    CLASSMETHOD = "classmethod": OBJECT payload;
    STATICMETHOD = "staticmethod": OBJECT payload;
    SUPER = "super": OBJECT fixed;
    CODE = "code": OBJECT fixed;
    DICT_KEYS = "dict_keys": OBJECT fixed;
    DICT_VALUES = "dict_values": OBJECT fixed;
    DICT_ITEMS = "dict_items": OBJECT fixed;
    ORDERED_KEYS = "odict_keys": DICT_KEYS fixed;
    ORDERED_VALUES = "odict_values": DICT_VALUES fixed;
    ORDERED_ITEMS = "odict_items": DICT_ITEMS fixed;
    LOCK = "_thread.lock": OBJECT fixed;
    RLOCK = "_thread.RLock": OBJECT fixed;
    TRACEBACK = "traceback": OBJECT fixed;
    FUTURE = "_asyncio.Future": OBJECT future;
    TASK = "_asyncio.Task": FUTURE future;
    GATHERING_FUTURE = "asyncio.tasks._GatheringFuture": FUTURE future;
    EVENT_LOOP = "_asyncio.EventLoop": OBJECT evloop;
    HANDLE = "asyncio.events.Handle": OBJECT fixed;
    TIMER_HANDLE = "asyncio.events.TimerHandle": HANDLE fixed;
    CONTEXT = "_contextvars.Context": OBJECT fixed;

    BASE_EXCEPTION = "BaseException": OBJECT exception;
    BASE_EXCEPTION_GROUP = "BaseExceptionGroup": BASE_EXCEPTION exception;
    GENERATOR_EXIT = "GeneratorExit": BASE_EXCEPTION exception;
    KEYBOARD_INTERRUPT = "KeyboardInterrupt": BASE_EXCEPTION exception;
    SYSTEM_EXIT = "SystemExit": BASE_EXCEPTION exception;
    CANCELLED_ERROR = "CancelledError": BASE_EXCEPTION exception;
    EXCEPTION = "Exception": BASE_EXCEPTION exception;
    EXCEPTION_GROUP = "ExceptionGroup": BASE_EXCEPTION_GROUP exception;
    ARITHMETIC_ERROR = "ArithmeticError": EXCEPTION exception;
    FLOATING_POINT_ERROR = "FloatingPointError": ARITHMETIC_ERROR exception;
    OVERFLOW_ERROR = "OverflowError": ARITHMETIC_ERROR exception;
    ZERO_DIVISION_ERROR = "ZeroDivisionError": ARITHMETIC_ERROR exception;
    ASSERTION_ERROR = "AssertionError": EXCEPTION exception;
    ATTRIBUTE_ERROR = "AttributeError": EXCEPTION exception;
    BUFFER_ERROR = "BufferError": EXCEPTION exception;
    EOF_ERROR = "EOFError": EXCEPTION exception;
    IMPORT_ERROR = "ImportError": EXCEPTION exception;
    MODULE_NOT_FOUND_ERROR = "ModuleNotFoundError": IMPORT_ERROR exception;
    LOOKUP_ERROR = "LookupError": EXCEPTION exception;
    INDEX_ERROR = "IndexError": LOOKUP_ERROR exception;
    KEY_ERROR = "KeyError": LOOKUP_ERROR exception;
    MEMORY_ERROR = "MemoryError": EXCEPTION exception;
    NAME_ERROR = "NameError": EXCEPTION exception;
    UNBOUND_LOCAL_ERROR = "UnboundLocalError": NAME_ERROR exception;
    OS_ERROR = "OSError": EXCEPTION exception;
    BLOCKING_IO_ERROR = "BlockingIOError": OS_ERROR exception;
    CHILD_PROCESS_ERROR = "ChildProcessError": OS_ERROR exception;
    CONNECTION_ERROR = "ConnectionError": OS_ERROR exception;
    BROKEN_PIPE_ERROR = "BrokenPipeError": CONNECTION_ERROR exception;
    CONNECTION_ABORTED_ERROR = "ConnectionAbortedError": CONNECTION_ERROR exception;
    CONNECTION_REFUSED_ERROR = "ConnectionRefusedError": CONNECTION_ERROR exception;
    CONNECTION_RESET_ERROR = "ConnectionResetError": CONNECTION_ERROR exception;
    FILE_EXISTS_ERROR = "FileExistsError": OS_ERROR exception;
    FILE_NOT_FOUND_ERROR = "FileNotFoundError": OS_ERROR exception;
    INTERRUPTED_ERROR = "InterruptedError": OS_ERROR exception;
    IS_A_DIRECTORY_ERROR = "IsADirectoryError": OS_ERROR exception;
    NOT_A_DIRECTORY_ERROR = "NotADirectoryError": OS_ERROR exception;
    PERMISSION_ERROR = "PermissionError": OS_ERROR exception;
    PROCESS_LOOKUP_ERROR = "ProcessLookupError": OS_ERROR exception;
    TIMEOUT_ERROR = "TimeoutError": OS_ERROR exception;
    REFERENCE_ERROR = "ReferenceError": EXCEPTION exception;
    RUNTIME_ERROR = "RuntimeError": EXCEPTION exception;
    NOT_IMPLEMENTED_ERROR = "NotImplementedError": RUNTIME_ERROR exception;
    RECURSION_ERROR = "RecursionError": RUNTIME_ERROR exception;
    STOP_ASYNC_ITERATION = "StopAsyncIteration": EXCEPTION exception;
    STOP_ITERATION = "StopIteration": EXCEPTION exception;
    SYNTAX_ERROR = "SyntaxError": EXCEPTION exception;
    INDENTATION_ERROR = "IndentationError": SYNTAX_ERROR exception;
    SYSTEM_ERROR = "SystemError": EXCEPTION exception;
    TYPE_ERROR = "TypeError": EXCEPTION exception;
    VALUE_ERROR = "ValueError": EXCEPTION exception;
    UNICODE_ERROR = "UnicodeError": VALUE_ERROR exception;
    UNICODE_DECODE_ERROR = "UnicodeDecodeError": UNICODE_ERROR exception;
    UNICODE_ENCODE_ERROR = "UnicodeEncodeError": UNICODE_ERROR exception;
    WARNING = "Warning": EXCEPTION exception;
    DEPRECATION_WARNING = "DeprecationWarning": WARNING exception;
    PENDING_DEPRECATION_WARNING = "PendingDeprecationWarning": WARNING exception;
    FUTURE_WARNING = "FutureWarning": WARNING exception;
    RESOURCE_WARNING = "ResourceWarning": WARNING exception;
    RUNTIME_WARNING = "RuntimeWarning": WARNING exception;
    SYNTAX_WARNING = "SyntaxWarning": WARNING exception;
    USER_WARNING = "UserWarning": WARNING exception;
    UNICODE_WARNING = "UnicodeWarning": WARNING exception;
    BYTES_WARNING = "BytesWarning": WARNING exception;
    ENCODING_WARNING = "EncodingWarning": WARNING exception;
    IMPORT_WARNING = "ImportWarning": WARNING exception;
    UNICODE_TRANSLATE_ERROR = "UnicodeTranslateError": UNICODE_ERROR exception;
    TAB_ERROR = "TabError": INDENTATION_ERROR exception;
    PYTHON_FINALIZATION_ERROR = "PythonFinalizationError": RUNTIME_ERROR exception;
}
