//! What the operating system and the kernel objects cost, in nanoseconds of virtual time, with where each figure comes from.
//!
//! "calibration" is `calibration.json` (CPython 3.13.0, medians of quiet passes). They do not follow the CPU speed
//! setting: it scales what Python executes. Sleeps and time-outs end exactly on time: a real system oversleeps by
//! 70 to 140 µs (calibration: sleep_and_clocks), which teaches nothing and spoils the figures.

use crate::trace::Nanos;

/// Until a woken thread runs again. Half of a round trip between two threads over two locks (calibration:
/// pingpong_two_threads_lock_roundtrip, 13 to 27 µs).
pub const WAKE: Nanos = 10_000;

/// From the release of the GIL until the waiter that was signalled takes it (calibration: handoff_latency_2_cpu_bound_threads).
/// Whoever comes by in between takes it first, as in CPython.
pub const GIL_HANDOVER: Nanos = 20_000;

/// A core changes to another thread (calibration: os_context_switch_pipe_same_cpu, less the two system calls).
pub const CONTEXT_SWITCH: Nanos = 2_000;

/// How long a thread keeps its core when others wait for one: the base slice of Linux' fair scheduler.
pub const SLICE: Nanos = 3_000_000;

/// `pthread_create` for the caller, and until the new thread asks for the GIL (calibration: thread_start_to_first_bytecode).
pub const THREAD_CREATE: Nanos = 15_000;
pub const THREAD_START: Nanos = 24_000;

/// `fork` for the caller, and until the child's first line (calibration: process_start_call_only_fork,
/// os_fork_to_child_first_line).
pub const FORK: Nanos = 400_000;
pub const FORK_START: Nanos = 1_000_000;

/// Tearing down an interpreter and its address space (calibration: process_start_join_fork, 1.63 ms, less the start).
pub const PROCESS_EXIT: Nanos = 600_000;

/// One message through a pipe, each way (calibration: pipe_send_recv_roundtrip_small less its wake-ups), and 64 of its
/// bytes (pipe_send_recv_roundtrip_1MB less pickling: about half a nanosecond per byte).
pub const PIPE: Nanos = 3_000;
pub const PIPE_64_BYTES: Nanos = 32;

/// What a pipe holds (Linux).
pub const PIPE_CAPACITY: usize = 64 * 1024;

/// A stream can be written when there is room for so much: sockets write in such pieces.
pub const PIECE: usize = 16 * 1024;

/// A system call that does not wait: semaphores and shared memory (calibration: mp_lock_uncontended).
pub const SYSTEM_CALL: Nanos = 200;

/// Opening a file, and another call on one that is in the page cache; copying its bytes comes on top.
pub const FILE_OPEN: Nanos = 4_000;
pub const FILE_CALL: Nanos = 700;

/// `epoll_wait` that finds something at once.
pub const SELECT: Nanos = 1_000;

/// A waiter for the GIL wakes no sooner than the kernel's timers let it, however short the switch interval: programs that
/// set a microsecond get a request every 60 µs.
pub const LEAST_GIL_WAIT: Nanos = 60_000;

/// `time.sleep(0)` and anything shorter than this really sleeps for the timer slack (calibration: time_sleep_0s_oversleep),
/// so that it gives the GIL away (reference H).
pub const SHORTEST_SLEEP: Nanos = 60_000;

/// A waiter that has waited longer is handed the lock at its release (CPython 3.13.1: TIME_TO_BE_FAIR_NS).
pub const FAIR_LOCK: Nanos = 1_000_000;

/// How far threads that run at the same time may be apart in virtual time: of one process (free-threaded) and of different
/// processes. What one does to another's memory, locks or core can be that late and no later.
pub const APART_SHARED: Nanos = 200_000;
pub const APART: Nanos = 1_000_000;
