//! What the worker tells the page.

use std::sync::Arc;

use super::moment::{read_moment, write_moment};
use super::piece::Piece;
use crate::source::{Diagnostic, Kind, Span};
use crate::trace::bytes::{Reader, Writer};
use crate::trace::{self, Moment, Nanos, Spans, Trace};

#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// The worker can take requests; earlier ones would be lost.
    Ready { protocol: u32 },
    /// A run in progress, about ten times a second; `trace` is there when one was worth its cost. Its spans are in the pieces.
    Progress { id: u32, virtual_ns: u64, instructions: u64, piece: Piece, trace: Option<Box<Trace>> },
    /// The run is over, in whichever way its trace's outcome says.
    Done { id: u32, piece: Piece, trace: Box<Trace>, wall_us: u64 },
    /// The program cannot start: its text is wrong.
    Failed { id: u32, diagnostics: Vec<Diagnostic> },
    /// What of a text is known beforehand not to work.
    Checked { id: u32, diagnostics: Vec<Diagnostic> },
    /// On the way to where the page asked to go, at this time of the run.
    Way { id: u32, time: Nanos },
    /// The state there.
    There { id: u32, moment: Arc<Moment> },
    /// The engine itself broke; the worker must be replaced.
    Broken { message: String },
}

impl Reply {
    pub fn encode(&self) -> Vec<u8> {
        let mut w = Writer::default();
        match self {
            Reply::Ready { protocol } => {
                w.u8(1);
                w.u32(*protocol);
            }
            Reply::Progress { id, virtual_ns, instructions, piece, trace } => {
                w.u8(2);
                w.u32(*id);
                w.u64(*virtual_ns);
                w.u64(*instructions);
                write_piece(&mut w, piece);
                w.u8(trace.is_some() as u8);
                if let Some(trace) = trace {
                    w.bytes(&trace::encode_rest(trace));
                }
            }
            Reply::Done { id, piece, trace, wall_us } => {
                w.u8(3);
                w.u32(*id);
                w.u64(*wall_us);
                write_piece(&mut w, piece);
                w.bytes(&trace::encode_rest(trace));
            }
            Reply::Failed { id, diagnostics } => {
                w.u8(4);
                w.u32(*id);
                write_diagnostics(&mut w, diagnostics);
            }
            Reply::Checked { id, diagnostics } => {
                w.u8(6);
                w.u32(*id);
                write_diagnostics(&mut w, diagnostics);
            }
            Reply::Way { id, time } => {
                w.u8(7);
                w.u32(*id);
                w.u64(*time);
            }
            Reply::There { id, moment } => {
                w.u8(8);
                w.u32(*id);
                write_moment(&mut w, moment);
            }
            Reply::Broken { message } => {
                w.u8(5);
                w.text(message);
            }
        }
        w.0
    }

    /// What travels beside the bytes, column by column, so that a million spans are copied once.
    pub fn spans(&self) -> Option<&Spans> {
        match self {
            Reply::Progress { piece, .. } | Reply::Done { piece, .. } => Some(&piece.spans),
            _ => None,
        }
    }

    /// `None` for anything that `encode` does not write; `spans` are those that came beside it.
    pub fn decode(bytes: &[u8], spans: Spans) -> Option<Reply> {
        let mut r = Reader(bytes);
        let reply = match r.u8()? {
            1 => Reply::Ready { protocol: r.u32()? },
            2 => Reply::Progress {
                id: r.u32()?,
                virtual_ns: r.u64()?,
                instructions: r.u64()?,
                piece: read_piece(&mut r, spans)?,
                trace: if r.bool()? { Some(read_trace(&mut r)?) } else { None },
            },
            3 => {
                let (id, wall_us) = (r.u32()?, r.u64()?);
                Reply::Done { id, piece: read_piece(&mut r, spans)?, trace: read_trace(&mut r)?, wall_us }
            }
            4 => Reply::Failed { id: r.u32()?, diagnostics: read_diagnostics(&mut r)? },
            6 => Reply::Checked { id: r.u32()?, diagnostics: read_diagnostics(&mut r)? },
            7 => Reply::Way { id: r.u32()?, time: r.u64()? },
            8 => Reply::There { id: r.u32()?, moment: Arc::new(read_moment(&mut r)?) },
            5 => Reply::Broken { message: r.text()? },
            _ => return None,
        };
        r.done()?;
        Some(reply)
    }
}

fn write_diagnostics(w: &mut Writer, diagnostics: &[Diagnostic]) {
    w.u32(diagnostics.len() as u32);
    for d in diagnostics {
        w.u8(matches!(d.kind, Kind::Unsupported) as u8);
        w.text(&d.message);
        w.u32(d.span.start);
        w.u32(d.span.end);
        w.text(&d.hint);
    }
}

fn read_diagnostics(r: &mut Reader) -> Option<Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    for _ in 0..r.count(17)? {
        diagnostics.push(Diagnostic {
            kind: if r.bool()? { Kind::Unsupported } else { Kind::Syntax },
            message: r.text()?,
            span: Span::new(r.u32()?, r.u32()?),
            hint: r.text()?,
        });
    }
    Some(diagnostics)
}

fn read_trace(r: &mut Reader) -> Option<Box<Trace>> {
    trace::decode(r.bytes()?).map(Box::new)
}

fn write_piece(w: &mut Writer, piece: &Piece) {
    w.u32(piece.from);
    w.u32(piece.ended);
    w.u32(piece.spans.len() as u32);
}

fn read_piece(r: &mut Reader, spans: Spans) -> Option<Piece> {
    let (from, ended, count) = (r.u32()?, r.u32()?, r.u32()?);
    (spans.len() == count as usize).then_some(Piece { from, ended, spans })
}
