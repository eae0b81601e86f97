//! Resolves every name of every scope, and finds which variables need cells and which frames capture them.

use super::{Bind, ScopeKind, Scopes};
use std::rc::Rc;

pub(super) fn resolve(scopes: &mut Scopes) {
    for id in 0..scopes.list.len() {
        let names: Vec<Rc<str>> = scopes.list[id].names.keys().cloned().collect();
        for name in names {
            let bind = find(scopes, id, &name);
            if let Some(symbol) = scopes.list[id].names.get_mut(&name) {
                symbol.bind = Some(bind);
            }
        }
    }
}

fn find(scopes: &mut Scopes, id: usize, name: &Rc<str>) -> Bind {
    let scope = &scopes.list[id];
    let symbol = scope.names[name].clone();
    if symbol.global {
        return Bind::Global;
    }
    if scope.kind == ScopeKind::Module {
        return scopes.outermost(id);
    }
    let own = symbol.bound && !symbol.nonlocal;
    if own && scope.is_function() {
        return Bind::Own(id);
    }
    if own {
        return Bind::Name;
    }
    let in_class = scope.kind == ScopeKind::Class;
    match owner(scopes, id, name) {
        Some(owner) if scopes.list[owner].frame == scope.frame && scopes.list[owner].kind != ScopeKind::Class => {
            Bind::Own(owner)
        }
        Some(owner) => {
            capture(scopes, id, owner, name);
            if in_class && !symbol.nonlocal { Bind::NameOrFree } else { Bind::Free }
        }
        None if in_class => Bind::Name,
        None => scopes.outermost(id),
    }
}

/// The scope around `id` in which `name` is a variable of a frame.
fn owner(scopes: &Scopes, id: usize, name: &str) -> Option<usize> {
    let mut at = id;
    while at != 0 {
        at = scopes.list[at].parent;
        let scope = &scopes.list[at];
        if scope.kind == ScopeKind::Class && name == "__class__" {
            return Some(at);
        }
        if !scope.is_function() {
            continue;
        }
        if let Some(symbol) = scope.names.get(name) {
            if symbol.global {
                return None;
            }
            if symbol.bound && !symbol.nonlocal {
                return Some(at);
            }
        }
    }
    None
}

/// Makes the owner's variable a cell, and every frame between capture it.
fn capture(scopes: &mut Scopes, id: usize, owner: usize, name: &Rc<str>) {
    scopes.list[owner].symbol(name).cell = true;
    let owner_frame = scopes.list[owner].frame;
    let mut at = scopes.list[id].frame;
    while at != owner_frame {
        let frame = &mut scopes.list[at];
        if !frame.captures.contains(name) {
            frame.captures.push(name.clone());
        }
        let parent = frame.parent;
        at = scopes.list[parent].frame;
    }
}
