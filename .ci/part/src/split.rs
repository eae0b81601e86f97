//! Marking what runs, and parting what ran from what did not.
//!
//! A function of the rest that the first module needs has a stub there: it loads the rest unless that has happened, then calls
//! through the table, into which the rest puts its functions. The rest imports everything else from the first module.

use std::hash::{DefaultHasher, Hash, Hasher};

use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    BlockType, ConstExpr, Elements, EntityType, ExportKind, Function, GlobalType, Instruction, ValType,
};
use wasmparser::{ElementItems, ExternalKind};

use crate::draft::Draft;
use crate::module::{Module, NOWHERE, Renumber, Result, named};

/// The import that loads the rest, as wasm-bindgen names it.
const LOADER: &str = "__wbg_interleaveRest_";
/// Under this module name the rest finds the first one's exports.
const FIRST: &str = "first";
/// A function of fewer bytes than its stub would have stays.
const SHORT: usize = 24;

/// A number that says whether something has happened.
const FLAG: GlobalType = GlobalType { val_type: ValType::I32, mutable: true, shared: false };

pub struct Parts {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
    /// Of the rest's bytes; the first module exports it as `rest`.
    pub hash: u32,
}

/// A module that calls the imported `rehearsal.ran` with a function's number when one begins for the first time.
pub fn mark(m: &Module) -> Result<Vec<u8>> {
    // One import more puts every defined function one further.
    let mut renumber = Renumber((0..m.all()).map(|f| if f < m.imported() { f } else { f + 1 }).collect());
    let mut draft = Draft::of(m, &mut renumber, 0)?;
    draft.data = m.data.whole();
    let ty = m.types.count();
    draft.types.ty().function([ValType::I32], []);
    draft.imports.import("rehearsal", "ran", EntityType::Function(ty));
    for (seen, (f, body)) in (m.globals.len() as u32..).zip(m.defined()) {
        draft.globals.global(FLAG, &ConstExpr::i32_const(0));
        draft.functions.function(m.type_of(f));
        let told = [
            Instruction::GlobalGet(seen),
            Instruction::I32Eqz,
            Instruction::If(BlockType::Empty),
            Instruction::I32Const(1),
            Instruction::GlobalSet(seen),
            Instruction::I32Const(f as i32),
            Instruction::Call(m.imported()),
            Instruction::End,
        ];
        renumber.body(&mut draft.code, body, &told)?;
    }
    Ok(draft.write())
}

/// Parts a module into what holds the functions of these numbers and the rest. The first imports its functions under short names,
/// `i` and their number.
pub fn split(m: &Module, ran: &[u32]) -> Result<Parts> {
    let loader = m.imports.iter().position(|i| i.name.starts_with(LOADER)).ok_or("no import loads the rest")? as u32;
    let table = m.tables.iter().position(|t| t.ty.element_type.is_func_ref()).ok_or("no table of functions")? as u32;
    let base = m.tables[table as usize].ty.initial as u32;
    let (first, stubs) = divide(m, ran)?;
    let moved: Vec<u32> = m.defined().map(|(f, _)| f).filter(|&f| !first[f as usize]).collect();

    // The rest: first what it imports, then what moved.
    let mut needed = vec![false; m.all() as usize];
    for &f in &moved {
        named(m.body(f))?.into_iter().for_each(|g| needed[g as usize] = first[g as usize]);
    }
    let needed: Vec<u32> = (0..m.all()).filter(|&f| needed[f as usize]).collect();
    let mut renumber = Renumber(vec![NOWHERE; m.all() as usize]);
    for (to, &f) in needed.iter().chain(&moved).enumerate() {
        renumber.0[f as usize] = to as u32;
    }
    let mut rest = Draft::default();
    renumber.parse_type_section(&mut rest.types, m.types.clone())?;
    for (i, &f) in needed.iter().enumerate() {
        rest.imports.import(FIRST, &format!("f{i}"), EntityType::Function(m.type_of(f)));
    }
    for (i, t) in m.tables.iter().enumerate() {
        let mut ty = renumber.table_type(t.ty)?;
        ty.maximum = None;
        rest.imports.import(FIRST, &format!("t{i}"), EntityType::Table(ty));
    }
    for (i, &ty) in m.memories.iter().enumerate() {
        rest.imports.import(FIRST, &format!("m{i}"), EntityType::Memory(renumber.memory_type(ty)?));
    }
    for (i, global) in m.globals.iter().enumerate() {
        rest.imports.import(FIRST, &format!("g{i}"), EntityType::Global(renumber.global_type(global.ty)?));
    }
    for &f in &moved {
        rest.functions.function(m.type_of(f));
        renumber.body(&mut rest.code, m.body(f), &[])?;
    }
    let behind = stubs.iter().map(|&f| renumber.function_index(f)).collect::<std::result::Result<Vec<_>, _>>()?;
    rest.elements.active(Some(table), &ConstExpr::i32_const(base as i32), Elements::Functions(behind.into()));
    let bodies: Vec<_> = m.defined().filter(|&(f, _)| first[f as usize]).map(|(_, body)| body).collect();
    let (near, far) = m.data.part(&bodies)?;
    rest.data = far;
    let rest = rest.write();
    let mut hasher = DefaultHasher::new();
    rest.hash(&mut hasher);
    let hash = hasher.finish() as u32;

    // The first: functions keep their order, stubs stand where their functions stood.
    let mut renumber = Renumber(vec![NOWHERE; m.all() as usize]);
    let here = (0..m.all()).filter(|&f| first[f as usize] || stubs.binary_search(&f).is_ok());
    for (to, f) in here.enumerate() {
        renumber.0[f as usize] = to as u32;
    }
    let mut draft = Draft::of(m, &mut renumber, stubs.len() as u32)?;
    draft.import(m, |n, _| format!("i{n}"));
    draft.data = near;
    let loaded = m.globals.len() as u32;
    draft.globals.global(FLAG, &ConstExpr::i32_const(0));
    draft.globals.global(GlobalType { mutable: false, ..FLAG }, &ConstExpr::i32_const(hash as i32));
    draft.exports.export("loaded", ExportKind::Global, loaded);
    draft.exports.export("rest", ExportKind::Global, loaded + 1);
    for (i, &f) in needed.iter().enumerate() {
        draft.exports.export(&format!("f{i}"), ExportKind::Func, renumber.function_index(f)?);
    }
    let kinds = [(ExportKind::Table, 't', m.tables.len()), (ExportKind::Memory, 'm', m.memories.len())];
    for (kind, letter, count) in kinds.into_iter().chain([(ExportKind::Global, 'g', m.globals.len())]) {
        for i in 0..count {
            draft.exports.export(&format!("{letter}{i}"), kind, i as u32);
        }
    }
    for (f, body) in m.defined() {
        if renumber.0[f as usize] == NOWHERE {
            continue;
        }
        let ty = m.type_of(f);
        draft.functions.function(ty);
        match stubs.binary_search(&f) {
            Err(_) => renumber.body(&mut draft.code, body, &[])?,
            Ok(place) => {
                let mut stub = Function::new([]);
                stub.instruction(&Instruction::GlobalGet(loaded)).instruction(&Instruction::I32Eqz);
                stub.instruction(&Instruction::If(BlockType::Empty)).instruction(&Instruction::Call(loader));
                stub.instruction(&Instruction::End);
                for n in 0..m.parameters(ty)? {
                    stub.instruction(&Instruction::LocalGet(n));
                }
                stub.instruction(&Instruction::I32Const((base + place as u32) as i32));
                stub.instruction(&Instruction::CallIndirect { type_index: ty, table_index: table });
                stub.instruction(&Instruction::End);
                draft.code.function(&stub);
            }
        }
    }
    Ok(Parts { first: draft.write(), rest, hash })
}

/// Which functions the first module holds, and, in order, of which others it names.
fn divide(m: &Module, ran: &[u32]) -> Result<(Vec<bool>, Vec<u32>)> {
    let mut first = vec![false; m.all() as usize];
    (0..m.imported()).chain(ran.iter().copied()).for_each(|f| first[f as usize] = true);
    let mut outside: Vec<u32> = m.start.into_iter().collect();
    outside.extend(m.exports.iter().filter(|e| e.kind == ExternalKind::Func).map(|e| e.index));
    for element in &m.elements {
        match element.items.clone() {
            ElementItems::Functions(items) => {
                for f in items {
                    outside.push(f?);
                }
            }
            ElementItems::Expressions(..) => return Err("elements as expressions are not expected".into()),
        }
    }
    let mut open: Vec<u32> = ran.to_vec();
    let mut stubs = vec![false; m.all() as usize];
    loop {
        for f in outside.drain(..) {
            if first[f as usize] {
                continue;
            }
            let short = m.body(f).range().len() < SHORT;
            first[f as usize] = short;
            stubs[f as usize] = !short;
            open.extend(short.then_some(f));
        }
        let Some(f) = open.pop() else { break };
        if f >= m.imported() {
            outside = named(m.body(f))?;
        }
    }
    Ok((first, (0..m.all()).filter(|&f| stubs[f as usize]).collect()))
}
