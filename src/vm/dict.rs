//! Dicts and sets in insertion order: an entry list and an index of open addressing.
//!
//! A key is hashed and compared without Python here; the caller finds out first (`ops::hash`) whether that is possible.
//! `entries` is public to the inline caches: an entry's place is a good guess for the same name next time.

use super::value::Value;

/// One slot of the entry list; `key` Undef marks a deleted one.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub hash: u64,
    pub key: Value,
    pub value: Value,
}

const EMPTY: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;

/// An insertion-ordered map.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    pub entries: Vec<Entry>,
    /// Power-of-two table of places in `entries`; empty while there are at most 8 entries (then the list is searched).
    index: Vec<u32>,
    used: usize,
    /// Counts changes of the set of keys.
    shape: u32,
    /// Only of sets: what CPython's table would look like.
    table: Table,
    /// The dict of an OrderedDict, whose views and iterators have types of their own.
    pub ordered: bool,
}

/// The size and filling of CPython's table for a set, which decides the order in which it shows numbers.
#[derive(Clone, Copy, Debug, Default)]
struct Table {
    /// Size of the table minus one; 0 stands for the first size, 8.
    mask: u32,
    /// Slots in use or once used.
    fill: u32,
    /// The entries stand in the order of the table.
    arranged: bool,
}

/// A set is a dict without values.
pub type Set = Dict;

const SMALL: usize = 8;

/// Where the search for a hash begins. Hashes of ints are the ints: strides of them must not meet.
#[inline]
fn slot(hash: u64, mask: usize) -> usize {
    (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask
}

/// What lookups in something that is no dict find: nothing.
pub static EMPTY_DICT: Dict = Dict {
    entries: Vec::new(),
    index: Vec::new(),
    used: 0,
    shape: 0,
    table: Table { mask: 0, fill: 0, arranged: false },
    ordered: false,
};

impl Dict {
    pub fn len(&self) -> usize {
        self.used
    }

    /// Changes whenever a key comes or goes: a name that was absent is still absent while it is the same.
    #[inline]
    pub fn shape(&self) -> u32 {
        self.shape
    }

    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// The place in `entries` of the key with this hash that `same` accepts.
    #[inline]
    pub fn find(&self, hash: u64, mut same: impl FnMut(Value) -> bool) -> Option<usize> {
        if self.index.is_empty() {
            return self.entries.iter().position(|e| e.hash == hash && !e.key.is_undef() && same(e.key));
        }
        let mask = self.index.len() - 1;
        let mut i = slot(hash, mask);
        loop {
            match self.index[i] {
                EMPTY => return None,
                DELETED => {}
                at => {
                    let e = &self.entries[at as usize];
                    if e.hash == hash && same(e.key) {
                        return Some(at as usize);
                    }
                }
            }
            i = (i + 1) & mask;
        }
    }

    /// Adds a key that is known to be absent.
    pub fn push(&mut self, hash: u64, key: Value, value: Value) {
        self.shape = self.shape.wrapping_add(1);
        if self.entries.len() == self.entries.capacity() && self.entries.len() > self.used * 2 {
            self.compact();
        }
        let at = self.entries.len();
        self.entries.push(Entry { hash, key, value });
        self.used += 1;
        if self.index.is_empty() {
            if self.entries.len() > SMALL {
                self.reindex();
            }
        } else if self.entries.len() * 3 > self.index.len() * 2 {
            self.reindex();
        } else {
            self.link(hash, at as u32);
        }
    }

    fn link(&mut self, hash: u64, at: u32) {
        let mask = self.index.len() - 1;
        let mut i = slot(hash, mask);
        while self.index[i] < DELETED {
            i = (i + 1) & mask;
        }
        self.index[i] = at;
    }

    /// Drops deleted entries and rebuilds the index.
    fn compact(&mut self) {
        self.drop_deleted();
        if !self.index.is_empty() {
            self.reindex();
        }
    }

    /// Drops deleted entries; a set keeps them, since they stand in CPython's table, until that is resized.
    fn drop_deleted(&mut self) {
        if self.table.fill == 0 {
            self.entries.retain(|e| !e.key.is_undef());
        }
    }

    fn reindex(&mut self) {
        self.drop_deleted();
        let size = (self.entries.len() * 2 + 2).next_power_of_two().max(16);
        self.index.clear();
        self.index.resize(size, EMPTY);
        for at in 0..self.entries.len() {
            if self.entries[at].key.is_undef() {
                continue;
            }
            self.link(self.entries[at].hash, at as u32);
        }
    }

    /// Removes the entry at a place that `find` gave.
    pub fn remove(&mut self, at: usize) -> Entry {
        self.shape = self.shape.wrapping_add(1);
        let gone = self.entries[at];
        // Whether no search has to go on past its slot.
        let mut open = true;
        if !self.index.is_empty() {
            let mask = self.index.len() - 1;
            let mut i = slot(gone.hash, mask);
            while self.index[i] != at as u32 {
                i = (i + 1) & mask;
            }
            open = self.index[(i + 1) & mask] == EMPTY;
            self.index[i] = if open { EMPTY } else { DELETED };
        }
        self.used -= 1;
        // A deleted slot needs its entry: they are counted by the list's length, which keeps empty slots in the index.
        if at + 1 == self.entries.len() && self.table.fill == 0 && open {
            self.entries.pop();
        } else {
            self.entries[at].key = Value::Undef;
            // Of what has a slot in a set's table, how many entries there were: those after them may take the slot.
            // What has none yet needs its hash to find one, and keeps that number as its value.
            let entries = self.entries.len();
            match gone.value {
                _ if self.table.fill == 0 => self.entries[at].value = Value::Undef,
                Value::Int(_) => self.entries[at].hash = entries as u64,
                _ => self.entries[at].value = Value::Float(entries as f64),
            }
        }
        gone
    }

    pub fn clear(&mut self) {
        *self = Dict { shape: self.shape.wrapping_add(1), ordered: self.ordered, ..Dict::default() };
    }

    /// Slots of a set's table that are or were in use; 0 of a dict.
    pub fn fill(&self) -> usize {
        self.table.fill as usize
    }

    /// Adds an absent key to a set, growing CPython's table as it would grow.
    pub fn push_key(&mut self, hash: u64, key: Value) {
        self.push(hash, key, Value::Undef);
        self.table.arranged = false;
        self.table.fill += 1;
        let mask = self.table.mask.max(7);
        if self.table.fill as usize > self.used && self.table.fill as u64 * 5 >= u64::from(mask) * 3 {
            // Slots of removed keys may have been used again.
            self.arrange();
        }
        if self.table.fill as u64 * 5 >= u64::from(mask) * 3 {
            self.resize_table(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    /// A set's copy, in a table of the size that CPython gives it: slot by slot when that is the same and nothing was removed.
    pub fn copy_of_set(&self) -> Dict {
        let mut out = Dict::default();
        out.expect_keys(self.used);
        if out.table.mask.max(7) == self.table.mask.max(7) && self.table.fill as usize == self.used {
            return self.clone();
        }
        for e in self.iter() {
            out.push_key(e.hash, e.key);
        }
        out
    }

    /// Told before the keys of another set of `n` are added: CPython makes room for all at once.
    pub fn expect_keys(&mut self, n: usize) {
        let mask = self.table.mask.max(7) as usize;
        if n > 0 && (self.table.fill as usize + n) * 5 >= mask * 3 {
            self.resize_table((self.used + n) * 2);
        }
    }

    /// Told after a difference was taken away: CPython makes a new table when more than a quarter of it are removed keys.
    pub fn shed(&mut self) {
        if self.table.fill as usize - self.used > self.table.mask.max(7) as usize / 4 {
            self.resize_table(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    fn resize_table(&mut self, wanted: usize) {
        // The new table is filled in the order of the old one.
        self.arrange();
        self.table.fill = 0;
        self.compact();
        self.entries.iter_mut().for_each(|e| e.value = Value::Undef);
        let mut size = 8usize;
        while size <= wanted {
            size <<= 1;
        }
        self.table.mask = (size - 1).min(u32::MAX as usize) as u32;
        self.table.fill = self.used as u32;
        self.table.arranged = false;
    }

    /// Puts a set's entries into the order in which CPython would show them: that of its table, unless hashes are addresses; then
    /// that of insertion.
    pub fn arrange(&mut self) {
        if std::mem::replace(&mut self.table.arranged, true) {
            return;
        }
        // Hashes of places begin alike, see `types::hash`.
        if self.entries.iter().all(|e| e.hash >> 36 != 0x7f) {
            let mask = self.table.mask.max(7) as usize;
            let mut table = vec![EMPTY; mask + 1];
            // What stood there when the order was last asked for keeps its slot, which is what a set's entry has for a value.
            let placed = |e: &Entry| matches!(e.value, Value::Int(_));
            for (at, e) in self.entries.iter().enumerate() {
                if let Value::Int(slot) = e.value {
                    table[slot as usize & mask] = at as u32;
                }
            }
            // Whether an entry's slot was given up before another entry came: see `remove`.
            let free = |gone: usize, at: usize| {
                let gone = &self.entries[gone];
                let since = if let Value::Float(n) = gone.value { n as u64 } else { gone.hash };
                gone.key.is_undef() && since <= at as u64
            };
            for (at, e) in self.entries.iter().enumerate().filter(|(_, e)| !placed(e)) {
                let mut perturb = e.hash;
                let mut i = perturb as usize & mask;
                // The first slot on the way of a key that was removed, else the first that never held one.
                let mut deleted = None;
                let slot = 'search: loop {
                    let last = if i + 9 <= mask { i + 9 } else { i };
                    for (slot, there) in table.iter().enumerate().take(last + 1).skip(i) {
                        match *there {
                            EMPTY => break 'search slot,
                            there if deleted.is_none() && free(there as usize, at) => deleted = Some(slot),
                            _ => {}
                        }
                    }
                    perturb >>= 5;
                    i = (i.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize)) & mask;
                };
                table[deleted.unwrap_or(slot)] = at as u32;
            }
            let order = table.iter().enumerate().filter(|(_, at)| **at != EMPTY);
            self.entries =
                order.map(|(i, at)| Entry { value: Value::Int(i as i64), ..self.entries[*at as usize] }).collect();
            self.entries.iter_mut().filter(|e| e.key.is_undef()).for_each(|e| e.hash = 0);
            self.table.fill = self.entries.len() as u32;
        }
        if !self.index.is_empty() || self.entries.len() > SMALL {
            self.reindex();
        }
    }

    /// Live entries in insertion order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(|e| !e.key.is_undef())
    }

    /// The value under an interned name, by identity: for namespaces and attribute dicts, whose keys are all interned.
    #[inline]
    pub fn by_name(&self, hash: u64, name: Value) -> Option<usize> {
        self.find(hash, |k| k.is(name))
    }
}
