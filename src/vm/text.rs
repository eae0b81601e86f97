//! The text of a string: short ones inside the value, long ones shared and growing at their end.
//!
//! `s += part` in a loop must not copy `s` each time, and nobody counts references here. So a long text has room behind it, and
//! whoever holds all that was written so far may append there: others see a shorter piece of the same buffer, which never changes.
//!
//! # Safety
//! A buffer is one allocation: `Head`, then `room` bytes, of which the first `used` are written and stay as they are until the last
//! `Text` of it goes. Every `Text` is a valid UTF-8 prefix of what is written. Counts are not atomic: `Text` is not `Send`.

use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::cell::Cell;
use std::ops::Deref;
use std::ptr::NonNull;

const SHORT: usize = 22;

struct Head {
    holders: Cell<u32>,
    used: Cell<u32>,
    room: u32,
}

/// An immutable text of less than 4 GB.
pub struct Text(Kind);

enum Kind {
    Short(u8, [u8; SHORT]),
    Long(NonNull<Head>, u32),
}

const _: () = assert!(size_of::<Text>() == 24);

fn layout(room: u32) -> Layout {
    let size = size_of::<Head>() + room as usize;
    Layout::from_size_align(size, align_of::<Head>()).unwrap_or(Layout::new::<Head>())
}

impl Text {
    /// A text of several parts, with room behind it for as much again when it is to grow.
    #[cfg_attr(small, optimize(speed))]
    pub fn of(parts: &[&str], grows: bool) -> Text {
        let len: usize = parts.iter().map(|p| p.len()).sum();
        if len <= SHORT {
            let mut bytes = [0; SHORT];
            let mut at = 0;
            for p in parts {
                bytes[at..at + p.len()].copy_from_slice(p.as_bytes());
                at += p.len();
            }
            return Text(Kind::Short(len as u8, bytes));
        }
        assert!(len < u32::MAX as usize / 2, "the heap's limit is below");
        let room = if grows { len as u32 * 2 } else { len as u32 };
        let layout = layout(room);
        // SAFETY: the size is not zero; the head is written before anything reads it, the bytes up to `used` as well.
        unsafe {
            let Some(head) = NonNull::new(alloc(layout) as *mut Head) else { handle_alloc_error(layout) };
            head.write(Head { holders: Cell::new(1), used: Cell::new(len as u32), room });
            let mut to = head.add(1).cast::<u8>().as_ptr();
            for p in parts {
                to.copy_from_nonoverlapping(p.as_ptr(), p.len());
                to = to.add(p.len());
            }
            Text(Kind::Long(head, len as u32))
        }
    }

    /// This text and `more`, in the same buffer when nothing stands behind this text there and the room is enough.
    pub fn appended(&self, more: &str) -> Option<Text> {
        let Kind::Long(at, len) = self.0 else { return None };
        // SAFETY: the buffer lives while `self` does. What is written lies behind all that any `Text` of the buffer covers, `more`
        // included if it is one.
        unsafe {
            let head = at.as_ref();
            let all = len as usize + more.len();
            if head.used.get() != len || all > head.room as usize {
                return None;
            }
            let to = at.add(1).cast::<u8>().as_ptr().add(len as usize);
            to.copy_from_nonoverlapping(more.as_ptr(), more.len());
            head.used.set(all as u32);
            head.holders.set(head.holders.get() + 1);
            Some(Text(Kind::Long(at, all as u32)))
        }
    }
}

impl Deref for Text {
    type Target = str;

    // Also where code is made small: it is a few instructions, and in the way of all work on strings.
    #[inline(always)]
    fn deref(&self) -> &str {
        // SAFETY: both kinds hold whole texts, see above.
        unsafe {
            let bytes = match &self.0 {
                Kind::Short(len, bytes) => bytes.get_unchecked(..*len as usize),
                Kind::Long(at, len) => {
                    std::slice::from_raw_parts(at.add(1).cast::<u8>().as_ptr() as *const u8, *len as usize)
                }
            };
            std::str::from_utf8_unchecked(bytes)
        }
    }
}

impl Clone for Text {
    fn clone(&self) -> Text {
        match self.0 {
            Kind::Short(len, bytes) => Text(Kind::Short(len, bytes)),
            Kind::Long(at, len) => {
                // SAFETY: the buffer lives while `self` does.
                let holders = unsafe { &at.as_ref().holders };
                holders.set(holders.get() + 1);
                Text(Kind::Long(at, len))
            }
        }
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        if let Kind::Long(at, _) = self.0 {
            // SAFETY: the buffer lives until its last holder frees it, which is this one when the count was 1.
            unsafe {
                let head = at.as_ref();
                let left = head.holders.get() - 1;
                if left == 0 {
                    let layout = layout(head.room);
                    dealloc(at.as_ptr() as *mut u8, layout);
                } else {
                    head.holders.set(left);
                }
            }
        }
    }
}

impl Default for Text {
    fn default() -> Text {
        Text(Kind::Short(0, [0; SHORT]))
    }
}

impl From<&str> for Text {
    fn from(s: &str) -> Text {
        Text::of(&[s], false)
    }
}

impl From<&Text> for std::rc::Rc<str> {
    fn from(t: &Text) -> std::rc::Rc<str> {
        (&**t).into()
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        **self == **other
    }
}

impl Eq for Text {}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        (**self).fmt(f)
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        (**self).fmt(f)
    }
}
