//! The arena: objects by index, a free list, mark and sweep at counted points, interned names.
//!
//! A collection happens only where `Vm::run` asks `due()` (check points), never inside a native: natives need no guards.

use super::dict::Dict;
use super::object::{Obj, Str};
use super::shape::Shapes;
use super::siphash::hash_text;
use super::text::Text;
use super::value::{Ref, Value};
use super::watch::Watch;
use std::rc::Rc;

/// Objects of one process.
#[derive(Clone, Debug, Default)]
pub struct Heap {
    objects: Vec<Obj>,
    free: u32,
    live: usize,
    /// Estimated bytes behind objects (buffers), updated by `charge`.
    bytes: usize,
    /// Allocations since the last collection, and how many make one due.
    fresh: usize,
    threshold: usize,
    interned: Dict,
    pub shapes: Shapes,
    pub watch: Watch,
}

const FIRST_THRESHOLD: usize = 100_000;

/// Small heaps may gather twice as much garbage as they hold, large ones that much more at most.
const MUCH: usize = 200_000;

impl Heap {
    pub fn new() -> Heap {
        Heap { objects: vec![Obj::Free(0)], threshold: FIRST_THRESHOLD, ..Heap::default() }
    }

    #[inline]
    pub fn get(&self, r: Ref) -> &Obj {
        &self.objects[r.0 as usize]
    }

    #[inline]
    pub fn get_mut(&mut self, r: Ref) -> &mut Obj {
        &mut self.objects[r.0 as usize]
    }

    /// Puts an object on the heap. The new reference is safe until the next check point even when nothing refers to it.
    #[cfg_attr(small, optimize(speed))]
    pub fn alloc(&mut self, obj: Obj) -> Ref {
        let weight = match &obj {
            Obj::Instance(i) => i.room as usize * 16,
            Obj::Cell(_) | Obj::Iter(_) | Obj::Method(_) => 0,
            _ => obj.weight(),
        };
        // What is large makes a collection, and the look at the limit that comes with it, due sooner.
        self.fresh += 1 + weight / 1024;
        self.live += 1;
        self.bytes += weight;
        if self.free != 0 {
            let at = self.free;
            if let Obj::Free(next) = self.objects[at as usize] {
                self.free = next;
            }
            self.objects[at as usize] = obj;
            return Ref(at);
        }
        // A large arena grows by a quarter: doubling would hold three times as much while it is copied.
        const LARGE: usize = 1 << 17;
        if self.objects.len() == self.objects.capacity() && self.objects.len() >= LARGE {
            self.objects.reserve_exact(self.objects.len() / 4);
        }
        self.objects.push(obj);
        Ref(self.objects.len() as u32 - 1)
    }

    /// The same for what shares the buffer of another object.
    pub fn alloc_shared(&mut self, obj: Obj) -> Ref {
        let before = (self.fresh, self.bytes);
        let r = self.alloc(obj);
        (self.fresh, self.bytes) = (before.0 + 1, before.1);
        r
    }

    /// A string object.
    pub fn string(&mut self, text: &str) -> Value {
        let len = if text.is_ascii() { text.len() } else { text.chars().count() };
        self.string_of(text.into(), len as u32)
    }

    pub fn string_rc(&mut self, text: Rc<str>) -> Value {
        self.string(&text)
    }

    /// A string object whose length in characters is known.
    pub fn string_of(&mut self, text: Text, len: u32) -> Value {
        Value::Obj(self.alloc(Obj::Str(Str::new(text, len))))
    }

    /// The one string object for a name: attribute and keyword names, so that equal names are mostly identical.
    #[cfg_attr(small, optimize(speed))]
    pub fn intern(&mut self, text: &str) -> Value {
        let hash = hash_text(text);
        let same = |k| matches!(k, Value::Obj(r) if matches!(self.get(r), Obj::Str(s) if &*s.text == text));
        if let Some(at) = self.interned.find(hash, same) {
            return self.interned.entries[at].key;
        }
        let v = self.string(text);
        self.interned.push(hash, v, Value::None);
        v
    }

    pub fn list(&mut self, items: Vec<Value>) -> Value {
        Value::Obj(self.alloc(Obj::List(items)))
    }

    pub fn tuple(&mut self, items: Vec<Value>) -> Value {
        Value::Obj(self.alloc(Obj::Tuple(items.into_boxed_slice())))
    }

    /// The text of a string object.
    pub fn text(&self, v: Value) -> Option<&Text> {
        match v {
            Value::Obj(r) => match self.get(r) {
                Obj::Str(s) => Some(&s.text),
                _ => None,
            },
            _ => None,
        }
    }

    /// Adds to (or takes from) the estimate when a buffer grows or shrinks by much outside `alloc`.
    pub fn charge(&mut self, delta: isize) {
        self.bytes = self.bytes.saturating_add_signed(delta);
        self.fresh += delta.unsigned_abs() / 64;
    }

    /// Estimated bytes in use.
    pub fn size(&self) -> usize {
        self.bytes + self.objects.len() * size_of::<Obj>()
    }

    /// The same without places that are free: what a person is shown. Platforms differ in it by less than a thousandth.
    pub fn used(&self) -> u64 {
        (self.bytes + self.live * 40) as u64
    }

    /// Places of objects, taken or free.
    pub fn places(&self) -> u32 {
        self.objects.len() as u32
    }

    /// Live objects (and garbage not yet collected).
    pub fn live(&self) -> usize {
        self.live
    }

    /// Whether a collection is due.
    #[inline]
    pub fn due(&self) -> bool {
        self.fresh >= self.threshold
    }

    /// Makes a collection due after so many allocations; tests set 1.
    pub fn set_threshold(&mut self, threshold: usize) {
        self.threshold = threshold;
    }

    /// Lets so many more allocations come before a collection is due; gives what to set again afterwards.
    pub fn put_off(&mut self, allocations: usize) -> usize {
        let before = self.threshold;
        self.threshold = self.threshold.max(self.fresh.saturating_add(allocations));
        before
    }

    /// Marks from the roots (and interned names), sweeps the rest. Watched objects that are lost stay, to be finalized: all
    /// of them (`fully`), or those that no circle holds. `kept` stay in any case; those that nothing reaches are the answer.
    pub fn collect(&mut self, fully: bool, kept: &[Ref], roots: impl FnOnce(&mut dyn FnMut(Value))) -> Vec<Ref> {
        let mut marked = vec![false; self.objects.len()];
        let mut stack: Vec<Ref> = self.interned.entries.iter().filter_map(|e| e.key.as_ref()).collect();
        roots(&mut |v| {
            if let Value::Obj(r) = v {
                stack.push(r);
            }
        });
        stack.extend((1..=super::class::COUNT).map(Ref));
        stack.extend(&self.watch.dying);
        self.mark(&mut marked, stack);
        let dying = self.find_dying(&marked, fully);
        self.mark(&mut marked, dying);
        let mut lost = Vec::new();
        for &r in kept {
            if !marked[r.0 as usize] {
                lost.push(r);
                self.mark(&mut marked, vec![r]);
            }
        }
        self.sweep(&marked);
        lost
    }

    /// Which objects the roots (and interned names) reach, by their places.
    pub fn reached(&self, roots: impl FnOnce(&mut dyn FnMut(Value))) -> Vec<bool> {
        let mut marked = vec![false; self.objects.len()];
        let mut stack: Vec<Ref> = self.interned.entries.iter().filter_map(|e| e.key.as_ref()).collect();
        roots(&mut |v| stack.extend(v.as_ref()));
        self.mark(&mut marked, stack);
        marked
    }

    #[cfg_attr(small, optimize(speed))]
    fn mark(&self, marked: &mut [bool], mut stack: Vec<Ref>) {
        while let Some(r) = stack.pop() {
            if std::mem::replace(&mut marked[r.0 as usize], true) {
                continue;
            }
            let mut mark = |v| {
                if let Value::Obj(r) = v
                    && !marked[r.0 as usize]
                {
                    stack.push(r);
                }
            };
            let obj = &self.objects[r.0 as usize];
            if let Obj::Instance(i) = obj {
                self.shapes.values(i).iter().for_each(|&v| mark(v));
            }
            obj.trace(&mut mark);
        }
    }

    #[cfg_attr(small, optimize(speed))]
    fn sweep(&mut self, marked: &[bool]) {
        self.bytes = 0;
        self.live = 0;
        self.free = 0;
        for i in (1..self.objects.len()).rev() {
            if marked[i] {
                self.live += 1;
                self.bytes += self.objects[i].weight();
                if let Obj::Loop(l) = &mut self.objects[i] {
                    l.generators.retain(|g| marked[g.0 as usize]);
                }
            } else {
                if let Obj::Instance(i) = &self.objects[i] {
                    self.shapes.free(i);
                }
                self.objects[i] = Obj::Free(self.free);
                self.free = i as u32;
            }
        }
        self.shapes.retain(|c| marked[c.0 as usize]);
        self.fresh = 0;
        if self.threshold >= FIRST_THRESHOLD {
            self.threshold = FIRST_THRESHOLD.max(self.live + self.live.min(MUCH)).max(self.bytes / 128);
        }
    }

    /// Makes a collection due at the next check point.
    pub fn want_collection(&mut self) {
        self.fresh = self.fresh.max(self.threshold);
    }
}
