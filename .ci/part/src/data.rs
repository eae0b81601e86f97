//! A module's data parted like its functions: what the first module's functions can reach, and the rest.
//!
//! Who names what comes from the linker, which leaves its notes in the module (`--emit-relocs`): where each piece of data stands, which
//! numbers in code are addresses of which pieces, and which pieces hold addresses of others. wasm-bindgen writes code anew but keeps data
//! where it was; that is checked. Without notes all data stays.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ConstExpr, DataSection};
use wasmparser::{
    Data, DataKind, FunctionBody, KnownCustom, Linking, LinkingSectionReader, MemArg, Operator, RelocSectionReader,
    RelocationEntry, RelocationType, SymbolInfo,
};

use crate::module::{Absent, Result};

/// Fewer bytes than the head of a segment are not worth a cut.
const SHORT: usize = 8;

/// The linker's notes as they are found.
#[derive(Default)]
pub struct Notes {
    /// Of each symbol: segment, offset and size, if it is data.
    symbols: Vec<Option<[u32; 3]>>,
    relocations: Vec<RelocationEntry>,
}

impl Notes {
    pub fn read(&mut self, custom: KnownCustom) -> Result<()> {
        match custom {
            KnownCustom::Linking(section) => self.symbols(section),
            KnownCustom::Reloc(section) => self.relocations(section),
            _ => Ok(()),
        }
    }

    fn symbols(&mut self, section: LinkingSectionReader) -> Result<()> {
        for part in section.subsections() {
            let Linking::SymbolTable(symbols) = part? else { continue };
            for symbol in symbols {
                self.symbols.push(match symbol? {
                    SymbolInfo::Data { symbol: Some(at), .. } => Some([at.index, at.offset, at.size]),
                    _ => None,
                });
            }
        }
        Ok(())
    }

    fn relocations(&mut self, section: RelocSectionReader) -> Result<()> {
        for entry in section.entries() {
            self.relocations.push(entry?);
        }
        Ok(())
    }
}

/// All data of a module, and who needs which of it.
pub struct Store<'a> {
    /// Address and bytes.
    segments: Vec<(u32, &'a [u8])>,
    /// The addresses of each symbol that has bytes.
    symbols: Vec<Range<u32>>,
    /// The symbols that a number in code may stand for.
    named: BTreeMap<u32, BTreeSet<usize>>,
    /// The symbols whose addresses stand in data, by where they stand.
    inside: BTreeMap<u32, usize>,
}

impl<'a> Store<'a> {
    /// `within` are the places of the segments' bytes in their section, where relocations count from.
    pub fn of(data: &[Data<'a>], within: &[Range<usize>], notes: &Notes) -> Result<Store<'a>> {
        let mut segments = Vec::new();
        for d in data {
            segments.push((base(d)?, d.data));
        }
        let mut symbols = Vec::new();
        let mut numbers = vec![None; notes.symbols.len()];
        for (number, symbol) in notes.symbols.iter().enumerate() {
            let Some([segment, offset, size]) = *symbol else { continue };
            let Some((base, bytes)) = segments.get(segment as usize) else { continue };
            if offset as usize + size as usize > bytes.len() {
                return Err("a symbol is outside of its segment".into());
            }
            numbers[number] = Some(symbols.len());
            symbols.push(base + offset..base + offset + size);
        }
        let mut store = Store { segments, symbols, named: BTreeMap::new(), inside: BTreeMap::new() };
        for entry in &notes.relocations {
            let Some(&Some(symbol)) = numbers.get(entry.index as usize) else { continue };
            let value = (store.symbols[symbol].start as i64 + entry.addend) as u32;
            match entry.ty {
                RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb => {
                    store.named.entry(value).or_default().insert(symbol);
                }
                RelocationType::MemoryAddrI32 => {
                    let at = entry.offset as usize;
                    let segment = within.iter().position(|range| range.contains(&at));
                    let segment = segment.ok_or("an address stands outside of all data")?;
                    let (base, bytes) = store.segments[segment];
                    let at = at - within[segment].start;
                    if bytes.get(at..at + 4) != Some(&value.to_le_bytes()) {
                        return Err("an address in data is another than the linker has noted".into());
                    }
                    store.inside.insert(base + at as u32, symbol);
                }
                RelocationType::TypeIndexLeb
                | RelocationType::FunctionIndexLeb
                | RelocationType::TableIndexSleb
                | RelocationType::TableIndexI32
                | RelocationType::GlobalIndexLeb
                | RelocationType::TableNumberLeb => {}
                other => return Err(format!("relocations of the kind {other:?} are not expected").into()),
            }
        }
        Ok(store)
    }

    /// All of it, where it was.
    pub fn whole(&self) -> DataSection {
        let mut all = DataSection::new();
        for &(base, bytes) in &self.segments {
            all.active(0, &ConstExpr::i32_const(base as i32), bytes.iter().copied());
        }
        all
    }

    /// The data that these functions reach, and all other.
    pub fn part(&self, bodies: &[&FunctionBody]) -> Result<(DataSection, DataSection)> {
        let mut reached = vec![false; self.symbols.len()];
        let mut open = Vec::new();
        for body in bodies {
            for number in numbers(body)? {
                open.extend(self.named.get(&number).into_iter().flatten().copied());
            }
        }
        while let Some(symbol) = open.pop() {
            if !std::mem::replace(&mut reached[symbol], true) {
                open.extend(self.inside.range(self.symbols[symbol].clone()).map(|(_, &other)| other));
            }
        }
        let (mut first, mut rest) = (DataSection::new(), DataSection::new());
        for &(base, bytes) in &self.segments {
            // What no symbol covers stays. Memory is zero from the start.
            let mut moved = vec![false; bytes.len()];
            for wanted in [false, true] {
                for (range, _) in self.symbols.iter().zip(&reached).filter(|(_, reached)| **reached == wanted) {
                    let range = range.start.saturating_sub(base) as usize..range.end.saturating_sub(base) as usize;
                    if let Some(bytes) = moved.get_mut(range) {
                        bytes.fill(!wanted);
                    }
                }
            }
            // The rest comes when the first module's data may have changed, so it keeps off them.
            let stays = |i: usize| !moved[i] && bytes[i] != 0;
            let goes = |i: usize| moved[i] && bytes[i] != 0;
            let near = runs(bytes.len(), stays, |_| true);
            let far = runs(bytes.len(), goes, |gap| moved[gap].iter().all(|&moved| moved));
            for (section, runs) in [(&mut first, near), (&mut rest, far)] {
                for run in runs {
                    let at = ConstExpr::i32_const((base as usize + run.start) as i32);
                    section.active(0, &at, bytes[run].iter().copied());
                }
            }
        }
        Ok((first, rest))
    }
}

/// Where a segment begins.
fn base(data: &Data) -> Result<u32> {
    if let DataKind::Active { memory_index: 0, offset_expr } = &data.kind
        && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
    {
        return Ok(value as u32);
    }
    Err("data without a fixed place is not expected".into())
}

/// The runs of wanted places, with small gaps between them where these are free to be written.
fn runs(length: usize, wanted: impl Fn(usize) -> bool, free: impl Fn(Range<usize>) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for i in (0..length).filter(|&i| wanted(i)) {
        match runs.last_mut() {
            Some(run) if i - run.end < SHORT && free(run.end..i) => run.end = i + 1,
            _ => runs.push(i..i + 1),
        }
    }
    runs
}

/// The numbers in a body that may be addresses.
fn numbers(body: &FunctionBody) -> Result<Vec<u32>> {
    struct Seen(Vec<u32>);
    impl Reencode for Seen {
        type Error = Absent;
        fn mem_arg(&mut self, arg: MemArg) -> std::result::Result<wasm_encoder::MemArg, Error<Absent>> {
            self.0.push(arg.offset as u32);
            Ok(wasm_encoder::MemArg { offset: arg.offset, align: arg.align.into(), memory_index: arg.memory })
        }
    }
    let mut seen = Seen(Vec::new());
    let mut reader = body.get_operators_reader()?;
    while !reader.eof() {
        if let wasm_encoder::Instruction::I32Const(value) = seen.parse_instruction(&mut reader)? {
            seen.0.push(value as u32);
        }
    }
    Ok(seen.0)
}
