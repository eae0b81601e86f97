//! The attributes of instances: values in slots of one array, names in shapes that instances share.
//!
//! A shape is the list of names that an instance has been given, in order; instances of a class that got the same names in the
//! same order share it, so one comparison of numbers tells an inline cache where the value stands. An instance falls back to a dict
//! object when a program asks for its `__dict__`, deletes an attribute, or sets very many.

use super::dict::Dict;
use super::heap::Heap;
use super::object::{Instance, Obj};
use super::value::{Ref, Value};

/// The shape of instances whose attributes stand in a dict object.
pub const IN_DICT: u32 = u32::MAX;

/// Attributes that an instance may have before it falls back to a dict.
const MOST: usize = 30;

/// Shapes that a class may have before its instances fall back to dicts.
const MOST_SHAPES: u16 = 200;

/// The names of an instance's attributes.
#[derive(Clone, Debug)]
pub struct Shape {
    class: Ref,
    names: Box<[Ref]>,
    /// The shapes with one name more.
    next: Vec<(Ref, u32)>,
    /// Shapes of the class, counted in its first one, without names.
    first: u32,
    count: u16,
}

/// Slots by size, and shapes. Number 0 of both is never given away.
#[derive(Clone, Debug)]
pub struct Shapes {
    slots: Vec<Value>,
    /// Free runs of slots by their length; each begins with the place of the next.
    free: [u32; MOST + 1],
    all: Vec<Shape>,
    unused: Vec<u32>,
}

impl Default for Shapes {
    fn default() -> Shapes {
        let none = Shape { class: Ref(0), names: Box::default(), next: Vec::new(), first: 0, count: 0 };
        Shapes { slots: vec![Value::Undef], free: [0; MOST + 1], all: vec![none], unused: Vec::new() }
    }
}

impl Shapes {
    #[inline]
    pub fn get(&self, at: usize) -> Option<&Value> {
        self.slots.get(at)
    }

    #[inline]
    pub fn get_mut(&mut self, at: usize) -> Option<&mut Value> {
        self.slots.get_mut(at)
    }

    fn take(&mut self, room: usize) -> u32 {
        let at = self.free[room];
        if at == 0 {
            let at = self.slots.len();
            self.slots.resize(at + room, Value::Undef);
            return at as u32;
        }
        if let Value::Int(next) = self.slots[at as usize] {
            self.free[room] = next as u32;
        }
        at
    }

    fn give(&mut self, at: u32, room: u8) {
        if room > 0 {
            self.slots[at as usize] = Value::Int(self.free[room as usize] as i64);
            self.free[room as usize] = at;
        }
    }

    fn add(&mut self, shape: Shape) -> u32 {
        match self.unused.pop() {
            Some(at) => {
                self.all[at as usize] = shape;
                at
            }
            None => {
                self.all.push(shape);
                self.all.len() as u32 - 1
            }
        }
    }

    fn root(&mut self, class: Ref) -> u32 {
        let at = self.add(Shape { class, names: Box::default(), next: Vec::new(), first: 0, count: 0 });
        self.all[at as usize].first = at;
        at
    }

    /// The shape with one name more; None when there are too many.
    fn grown(&mut self, shape: u32, name: Ref) -> Option<u32> {
        let from = &self.all[shape as usize];
        if let Some(&(_, at)) = from.next.iter().find(|(n, _)| *n == name) {
            return Some(at);
        }
        let first = from.first;
        if from.names.len() == MOST || self.all[first as usize].count == MOST_SHAPES {
            return None;
        }
        let names = from.names.iter().copied().chain([name]).collect();
        let at = self.add(Shape { class: from.class, names, next: Vec::new(), first, count: 0 });
        self.all[first as usize].count += 1;
        self.all[shape as usize].next.push((name, at));
        Some(at)
    }

    /// Where among the slots of an instance of this shape the name's value is.
    #[inline]
    pub fn place(&self, shape: u32, name: Value) -> Option<usize> {
        let Value::Obj(name) = name else { return None };
        self.all.get(shape as usize)?.names.iter().position(|&n| n == name)
    }

    fn names(&self, shape: u32) -> &[Ref] {
        self.all.get(shape as usize).map_or(&[], |s| &s.names)
    }

    /// The values of an instance, unless they stand in a dict.
    pub fn values(&self, i: &Instance) -> &[Value] {
        let n = self.names(i.shape).len();
        self.slots.get(i.at as usize..i.at as usize + n).unwrap_or(&[])
    }

    /// Frees the slots of a dead instance.
    pub fn free(&mut self, i: &Instance) {
        if i.shape != IN_DICT {
            self.give(i.at, i.room);
        }
    }

    /// Forgets the shapes of classes that are no more.
    pub fn retain(&mut self, lives: impl Fn(Ref) -> bool) {
        for (at, s) in self.all.iter_mut().enumerate().skip(1) {
            if s.class != Ref(0) && !lives(s.class) {
                *s = Shape { class: Ref(0), names: Box::default(), next: Vec::new(), first: 0, count: 0 };
                self.unused.push(at as u32);
            }
        }
    }
}

impl Heap {
    /// A new instance of a class that the program made; `payload` is Undef unless its layout has one.
    pub fn instance(&mut self, class: Ref, payload: Value) -> Ref {
        let Some((shape, room)) = self.layout(class) else { return class };
        let at = if room > 0 { self.shapes.take(room as usize) } else { 0 };
        let r = self.alloc(Obj::Instance(Instance { class, shape, at, room, payload }));
        if let Obj::Type(t) = self.get(class)
            && t.flags.finalizer
        {
            self.watch.add(r);
        }
        r
    }

    /// The first shape of a class, and how many attributes its instances had so far.
    fn layout(&mut self, class: Ref) -> Option<(u32, u8)> {
        let Obj::Type(t) = self.get(class) else { return None };
        if t.shape != 0 {
            return Some((t.shape, t.room));
        }
        let shape = self.shapes.root(class);
        if let Obj::Type(t) = self.get_mut(class) {
            t.shape = shape;
        }
        Some((shape, 0))
    }

    fn held(&self, r: Ref) -> Option<Instance> {
        match self.get(r) {
            Obj::Instance(i) => Some(*i),
            _ => None,
        }
    }

    /// The dict of an instance whose attributes stand in one.
    pub fn dict_of(&self, i: &Instance) -> Option<&Dict> {
        match self.get(Ref(if i.shape == IN_DICT { i.at } else { 0 })) {
            Obj::Dict(d) => Some(d),
            _ => None,
        }
    }

    /// What an instance itself holds under an interned name.
    pub fn own_attr(&self, i: &Instance, name: Value) -> Option<Value> {
        if i.shape != IN_DICT {
            let at = i.at as usize + self.shapes.place(i.shape, name)?;
            return self.shapes.get(at).copied();
        }
        let d = self.dict_of(i)?;
        self.named(d, name).map(|at| d.entries[at].value)
    }

    /// Where a name is in a dict in which the program may have put strings that are not interned.
    fn named(&self, d: &Dict, name: Value) -> Option<usize> {
        let Obj::Str(s) = self.get(name.as_ref()?) else { return None };
        d.find(s.hash(), |k| k.is(name) || self.text(k).is_some_and(|t| *t == s.text))
    }

    /// Names and values of what an instance itself holds, in order.
    pub fn own_attrs(&self, i: &Instance) -> Vec<(Value, Value)> {
        match self.dict_of(i) {
            Some(d) => d.iter().map(|e| (e.key, e.value)).collect(),
            None => {
                let names = self.shapes.names(i.shape).iter().map(|&n| n.into());
                names.zip(self.shapes.values(i).iter().copied()).collect()
            }
        }
    }

    /// Sets an instance's own attribute; the name is interned.
    pub fn set_own(&mut self, r: Ref, name: Value, v: Value) {
        let (Some(i), Value::Obj(key)) = (self.held(r), name) else { return };
        if i.shape != IN_DICT {
            if let Some(at) = self.shapes.place(i.shape, name) {
                self.shapes.slots[i.at as usize + at] = v;
                return;
            }
            if let Some(shape) = self.shapes.grown(i.shape, key) {
                self.append(r, i, shape, v);
                return;
            }
        }
        let d = self.own_dict(r);
        let hash = match self.get(key) {
            Obj::Str(s) => s.hash(),
            _ => 0,
        };
        let at = match self.get(d) {
            Obj::Dict(d) => self.named(d, name),
            _ => None,
        };
        if let Obj::Dict(d) = self.get_mut(d) {
            match at {
                Some(at) => d.entries[at].value = v,
                None => d.push(hash, name, v),
            }
        }
        self.charge(56);
    }

    fn append(&mut self, r: Ref, mut i: Instance, shape: u32, v: Value) {
        let n = self.shapes.names(i.shape).len();
        if n == i.room as usize {
            let at = self.shapes.take(n + 1);
            self.shapes.slots.copy_within(i.at as usize..i.at as usize + n, at as usize);
            self.shapes.give(i.at, i.room);
            (i.at, i.room) = (at, n as u8 + 1);
            self.charge(16);
            if let Obj::Type(t) = self.get_mut(i.class) {
                t.room = t.room.max(i.room);
            }
        }
        self.shapes.slots[i.at as usize + n] = v;
        i.shape = shape;
        *self.get_mut(r) = Obj::Instance(i);
    }

    /// Removes an instance's own attribute; false when it has none of this name.
    pub fn delete_own(&mut self, r: Ref, name: Value) -> bool {
        if self.held(r).is_none_or(|i| self.own_attr(&i, name).is_none()) {
            return false;
        }
        let d = self.own_dict(r);
        let at = match self.get(d) {
            Obj::Dict(d) => self.named(d, name),
            _ => None,
        };
        if let (Some(at), Obj::Dict(d)) = (at, self.get_mut(d)) {
            d.remove(at);
        }
        true
    }

    /// The dict object that holds the attributes of an instance, from now on.
    pub fn own_dict(&mut self, r: Ref) -> Ref {
        let Some(i) = self.held(r) else { return r };
        if i.shape == IN_DICT {
            return Ref(i.at);
        }
        let mut d = Dict::default();
        for (name, v) in self.own_attrs(&i) {
            let hash = match name.as_ref().map(|n| self.get(n)) {
                Some(Obj::Str(s)) => s.hash(),
                _ => 0,
            };
            d.push(hash, name, v);
        }
        let d = self.alloc(Obj::Dict(Box::new(d)));
        self.replace_own(r, d);
        d
    }

    /// `obj.__dict__ = d`
    pub fn replace_own(&mut self, r: Ref, d: Ref) {
        let Some(i) = self.held(r) else { return };
        self.shapes.free(&i);
        *self.get_mut(r) = Obj::Instance(Instance { shape: IN_DICT, at: d.0, room: 0, ..i });
    }

    /// `obj.__class__ = class`
    pub fn reclass(&mut self, r: Ref, class: Ref) {
        let (Some(i), Some((shape, _))) = (self.held(r), self.layout(class)) else { return };
        if i.shape == IN_DICT {
            *self.get_mut(r) = Obj::Instance(Instance { class, ..i });
            return;
        }
        let attrs = self.own_attrs(&i);
        self.shapes.free(&i);
        *self.get_mut(r) = Obj::Instance(Instance { class, shape, at: 0, room: 0, ..i });
        attrs.into_iter().for_each(|(name, v)| self.set_own(r, name, v));
    }

    /// The shape that follows when an instance of `shape` gets this name, and where its value goes; for inline caches.
    pub fn step(&mut self, shape: u32, name: Value) -> Option<(u32, usize)> {
        let at = self.shapes.names(shape).len();
        Some((self.shapes.grown(shape, name.as_ref()?)?, at))
    }
}
