//! Messages between page and worker: each comes back as it was, and damaged ones are refused.

use interleave::scenario::{Host, Price, Schedule, Settings, Spread};
use interleave::source::{Diagnostic, Span};
use interleave::trace::{
    Counter, Held, Lane, LaneKind, Moment, NO_LANE, Person, Position, Quantity, Reading, SpanRef, Spans, Standing,
    State, To, Trace, Turning,
};
use interleave::wire::{Gathered, PROTOCOL, Piece, Reply, Request};

fn trace() -> Box<Trace> {
    let lane =
        Lane { kind: LaneKind::Thread, name: "t1".into(), parent: NO_LANE, born: 0, died: None, starter: NO_LANE };
    let mut trace = Trace { lanes: vec![lane], end: 9, texts: vec![String::new()], ..Trace::default() };
    let readings = vec![Reading::Number(-0.5), Reading::Text(0), Reading::Missing];
    let watch = Counter::new(Quantity::Watch, "é", 0);
    trace.counters.push(Counter { times: vec![1, 2, 9], readings, why: "so".into(), ..watch });
    Box::new(trace)
}

fn span(lane: u32, start: u64) -> SpanRef {
    SpanRef { lane, start, end: start + 8, state: State::Sleeping, line: 3, label: 0, peer: NO_LANE, site: 0 }
}

fn piece(from: u32, ended: u32, spans: &[SpanRef]) -> Piece {
    let mut piece = Piece { from, ended, spans: Spans::default() };
    spans.iter().for_each(|&s| piece.spans.push(s));
    piece
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
        Request::Run { id: 7, source: "print('é')".into(), settings, live: true, flag: "blob:é".into() },
        Request::Tell { id: 7, what: "hidden".into() },
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
        Reply::Progress { id: 1, virtual_ns: u64::MAX, instructions: 5, piece: piece(7, 0, &[]), trace: None },
        Reply::Progress {
            id: 1,
            virtual_ns: 2,
            instructions: 5,
            piece: piece(0, 1, &[span(0, 1), span(0, 9)]),
            trace: Some(trace()),
        },
        Reply::Way { id: 2, time: 7 },
        Reply::There { id: 2, moment: moment().into() },
        Reply::Done { id: 2, piece: piece(3, 1, &[span(0, 1)]), trace: trace(), wall_us: 12 },
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

#[test]
fn spans_that_come_in_pieces_are_put_together() {
    let mut gathered = Gathered::default();
    let rest = || Some(*trace());
    assert_eq!(gathered.take(&piece(0, 1, &[span(0, 1)]), None, false), Some(None));
    let so_far = gathered.take(&piece(1, 1, &[span(0, 9), span(0, 20)]), rest(), false).flatten().expect("a trace");
    assert_eq!(so_far.spans, piece(0, 0, &[span(0, 1), span(0, 9), span(0, 20)]).spans, "open spans are shown");
    let whole = gathered.take(&piece(2, 1, &[span(0, 20)]), rest(), true).flatten().expect("a trace");
    assert_eq!(whole.spans, so_far.spans, "and come again when they have ended");
    // A run that begins again begins with nothing.
    gathered.take(&piece(0, 1, &[span(0, 1)]), None, false).expect("a first piece");
    assert_eq!(gathered.take(&piece(0, 0, &[]), rest(), true).flatten().map(|t| t.spans.len()), Some(0));
}

#[test]
fn pieces_that_do_not_fit_are_refused() {
    let refused = |piece: &Piece| Gathered::default().take(piece, Some(*trace()), true).is_none();
    assert!(!refused(&piece(0, 1, &[span(0, 1)])));
    assert!(refused(&piece(1, 1, &[span(0, 1)])), "something is missing before it");
    assert!(refused(&piece(0, 2, &[span(0, 1)])), "more have ended than there are");
    assert!(refused(&piece(0, 1, &[span(1, 1)])), "there is no such lane");
    assert!(refused(&piece(0, 1, &[SpanRef { start: 10, ..span(0, 1) }])), "it ends before it begins");
    let mut cut = piece(0, 1, &[span(0, 1)]);
    cut.spans.peer.pop();
    assert!(refused(&cut), "a column is shorter than the others");
}
