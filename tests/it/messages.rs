//! Messages between page and worker: each comes back as it was, and damaged ones are refused.

use std::sync::Arc;

use interleave::scenario::{Host, Price, Schedule, Settings, Spread};
use interleave::source::{Diagnostic, Span};
use interleave::trace::{
    Counter, Held, Lane, LaneKind, Moment, NO_LANE, Person, Position, Quantity, Reading, SpanRef, Spans, Standing,
    State, To, Trace, Turning,
};
use interleave::wire::{PROTOCOL, Reply, Request};

fn trace() -> Arc<Trace> {
    let lane =
        Lane { kind: LaneKind::Thread, name: "t1".into(), parent: NO_LANE, born: 0, died: None, starter: NO_LANE };
    let mut trace = Trace { lanes: vec![lane], end: 9, texts: vec![String::new()], ..Trace::default() };
    trace.spans.push(SpanRef {
        lane: 0,
        start: 1,
        end: 9,
        state: State::Sleeping,
        line: 3,
        label: 0,
        peer: NO_LANE,
        site: 0,
    });
    let readings = vec![Reading::Number(-0.5), Reading::Text(0), Reading::Missing];
    let watch = Counter::new(Quantity::Watch, "é", 0);
    trace.counters.push(Counter { times: vec![1, 2, 9], readings, why: "so".into(), ..watch });
    Arc::new(trace)
}

fn requests() -> Vec<Request> {
    let position = Position { time: 7, thread: Some((2, u64::MAX)) };
    let host = Host {
        name: "h".into(),
        latency_us: 1,
        jitter_us: 2,
        error_permille: 3,
        concurrency: 4,
        spread: Spread::LogNormal,
        timeout_permille: 5,
        bandwidth: 6,
        body: "é".into(),
    };
    let settings = Settings {
        hosts: vec![host],
        gil: false,
        schedule: Schedule::Replay(vec![3]),
        prices: vec![(Price::Fork, 9)],
        watches: vec!["é[0]".into()],
        ..Settings::default()
    };
    vec![
        Request::Run { id: 7, source: "print('é')".into(), settings },
        Request::Stop { id: u32::MAX },
        Request::Travel { id: 9, source: "x".into(), settings: Settings::default(), end: u64::MAX },
        Request::Seek { id: 9, to: To::At(Position { time: 5, thread: None }), lane: NO_LANE, places: vec![] },
        Request::Seek { id: 9, to: To::Line { lane: 3, from: position, back: true }, lane: 3, places: vec![1, 9] },
        Request::Seek { id: 9, to: To::Break { from: position, back: false }, lane: 0, places: vec![u32::MAX] },
        Request::Check { id: 8, source: "é".into(), files: vec!["numpy.py".into(), String::new()] },
    ]
}

fn moment() -> Moment {
    let call = Standing { name: "f".into(), place: 3, variables: vec![("x".into(), "'é'".into())] };
    let person =
        Person { lane: 1, state: State::Blocked, label: "lock a".into(), since: 4, ran: 3, next: 0, calls: vec![call] };
    Moment {
        position: Position { time: 7, thread: Some((2, 9)) },
        over: true,
        outputs: 2,
        people: vec![person],
        more: 1,
        waits: vec![Held { what: "lock a".into(), holder: NO_LANE, waiters: vec![1, 2] }],
        loops: vec![Turning { lane: 1, ready: vec!["Task-1".into()], timers: vec![(5, "wakes it".into())] }],
        tree: vec!["└── (T) Task-1".into()],
    }
}

fn replies() -> Vec<Reply> {
    let wrong = vec![
        Diagnostic::syntax("invalid syntax", Span::new(1, 2)),
        Diagnostic::unsupported("no sockets", Span::default(), "Use requests."),
    ];
    vec![
        Reply::Ready { protocol: PROTOCOL },
        Reply::Progress { id: 1, virtual_ns: u64::MAX, instructions: 5, trace: None },
        Reply::Progress { id: 1, virtual_ns: 2, instructions: 5, trace: Some(trace()) },
        Reply::Way { id: 2, time: 7 },
        Reply::There { id: 2, moment: moment().into() },
        Reply::Done { id: 2, trace: trace(), wall_us: 12 },
        Reply::Failed { id: 3, diagnostics: wrong },
        Reply::Checked { id: 4, diagnostics: vec![Diagnostic::unsupported("tkinter", Span::new(7, 14), "")] },
        Reply::Broken { message: "index out of bounds".into() },
    ]
}

#[test]
fn messages_come_back_as_they_were() {
    for request in requests() {
        assert_eq!(Request::decode(&request.encode()), Some(request));
    }
    for reply in replies() {
        let spans = reply.spans().cloned().unwrap_or_default();
        assert_eq!(Reply::decode(&reply.encode(), spans), Some(reply));
    }
}

#[test]
fn cut_and_lengthened_messages_are_refused() {
    for bytes in requests().iter().map(Request::encode) {
        assert!((0..bytes.len()).all(|n| Request::decode(&bytes[..n]).is_none()));
        assert_eq!(Request::decode(&[&bytes[..], &[0]].concat()), None);
    }
    for reply in replies() {
        let (bytes, spans) = (reply.encode(), reply.spans().cloned().unwrap_or_default());
        assert!((0..bytes.len()).all(|n| Reply::decode(&bytes[..n], spans.clone()).is_none()));
        assert_eq!(Reply::decode(&[&bytes[..], &[0]].concat(), spans.clone()), None);
        if !spans.is_empty() {
            let mut cut = spans.clone();
            cut.peer.pop();
            assert_eq!(Reply::decode(&bytes, cut), None, "a column is shorter than the others");
            assert_eq!(Reply::decode(&bytes, Spans::default()), None, "the columns are missing");
        }
    }
}

#[test]
fn a_count_larger_than_the_message_allocates_nothing() {
    let mut bytes = Reply::Failed { id: 3, diagnostics: Vec::new() }.encode();
    bytes[5..9].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(Reply::decode(&bytes, Spans::default()), None);
}
