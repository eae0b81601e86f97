//! Positions in a run, and the state there, as bytes.

use crate::trace::bytes::{Reader, Writer};
use crate::trace::{Held, Moment, Person, Position, Standing, State, To, Turning};

fn write_position(w: &mut Writer, p: &Position) {
    w.u64(p.time);
    let (thread, spent) = p.thread.unwrap_or((u32::MAX, 0));
    w.u32(thread);
    w.u64(spent);
}

fn read_position(r: &mut Reader) -> Option<Position> {
    let (time, thread, spent) = (r.u64()?, r.u32()?, r.u64()?);
    Some(Position { time, thread: (thread != u32::MAX).then_some((thread, spent)) })
}

pub fn write_to(w: &mut Writer, to: &To) {
    let (kind, p, lane) = match to {
        To::At(p) => (0, p, 0),
        To::Line { lane, from, back } => (2 + *back as u8, from, *lane),
        To::Break { from, back } => (4 + *back as u8, from, 0),
    };
    w.u8(kind);
    write_position(w, p);
    w.u32(lane);
}

pub fn read_to(r: &mut Reader) -> Option<To> {
    let (kind, from, lane) = (r.u8()?, read_position(r)?, r.u32()?);
    let back = kind & 1 == 1;
    match (kind, lane) {
        (0, 0) => Some(To::At(from)),
        (2 | 3, lane) => Some(To::Line { lane, from, back }),
        (4 | 5, 0) => Some(To::Break { from, back }),
        _ => None,
    }
}

/// A list: how many, then each.
fn write_all<T>(w: &mut Writer, items: &[T], mut each: impl FnMut(&mut Writer, &T)) {
    w.u32(items.len() as u32);
    items.iter().for_each(|item| each(w, item));
}

/// The same back; an item takes at least `size` bytes.
fn read_all<T>(r: &mut Reader, size: usize, mut each: impl FnMut(&mut Reader) -> Option<T>) -> Option<Vec<T>> {
    (0..r.count(size)?).map(|_| each(r)).collect()
}

pub fn write_moment(w: &mut Writer, m: &Moment) {
    write_position(w, &m.position);
    w.u8(m.over as u8);
    w.u32(m.outputs);
    w.u32(m.more);
    write_all(w, &m.people, |w, p| {
        w.u32(p.lane);
        w.u8(p.state as u8);
        w.text(&p.label);
        w.u64(p.since);
        w.u32(p.ran);
        w.u32(p.next);
        write_all(w, &p.calls, |w, c| {
            w.text(&c.name);
            w.u32(c.place);
            write_all(w, &c.variables, |w, (name, value)| {
                w.text(name);
                w.text(value);
            });
        });
    });
    write_all(w, &m.waits, |w, h| {
        w.text(&h.what);
        w.u32(h.holder);
        write_all(w, &h.waiters, |w, &lane| w.u32(lane));
    });
    write_all(w, &m.loops, |w, l| {
        w.u32(l.lane);
        write_all(w, &l.ready, |w, t| w.text(t));
        write_all(w, &l.timers, |w, (when, what)| {
            w.u64(*when);
            w.text(what);
        });
    });
    write_all(w, &m.tree, |w, line| w.text(line));
}

pub fn read_moment(r: &mut Reader) -> Option<Moment> {
    Some(Moment {
        position: read_position(r)?,
        over: r.bool()?,
        outputs: r.u32()?,
        more: r.u32()?,
        people: read_all(r, 29, |r| {
            Some(Person {
                lane: r.u32()?,
                state: State::from_u8(r.u8()?)?,
                label: r.text()?,
                since: r.u64()?,
                ran: r.u32()?,
                next: r.u32()?,
                calls: read_all(r, 12, |r| {
                    Some(Standing {
                        name: r.text()?,
                        place: r.u32()?,
                        variables: read_all(r, 8, |r| Some((r.text()?, r.text()?)))?,
                    })
                })?,
            })
        })?,
        waits: read_all(r, 12, |r| {
            Some(Held { what: r.text()?, holder: r.u32()?, waiters: read_all(r, 4, |r| r.u32())? })
        })?,
        loops: read_all(r, 12, |r| {
            Some(Turning {
                lane: r.u32()?,
                ready: read_all(r, 4, |r| r.text())?,
                timers: read_all(r, 12, |r| Some((r.u64()?, r.text()?)))?,
            })
        })?,
        tree: read_all(r, 4, |r| r.text())?,
    })
}
