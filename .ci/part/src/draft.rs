//! A module about to be written, section by section.

use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, ElementSection, EntityType, ExportSection, FunctionSection, GlobalSection, ImportSection,
    MemorySection, RawSection, StartSection, TableSection, TypeSection,
};
use wasmparser::TypeRef;

use crate::module::{Module, Renumber, Result};

#[derive(Default)]
pub struct Draft<'a> {
    pub types: TypeSection,
    pub imports: ImportSection,
    pub functions: FunctionSection,
    pub tables: TableSection,
    pub memories: MemorySection,
    pub globals: GlobalSection,
    pub exports: ExportSection,
    pub start: Option<StartSection>,
    pub elements: ElementSection,
    pub code: CodeSection,
    pub data: Option<RawSection<'a>>,
}

impl<'a> Draft<'a> {
    /// All of a module but its functions; its table of functions gets room for `more`.
    pub fn of(m: &Module<'a>, renumber: &mut Renumber, more: u32) -> Result<Draft<'a>> {
        let mut draft = Draft { data: m.data, ..Draft::default() };
        renumber.parse_type_section(&mut draft.types, m.types.clone())?;
        for i in &m.imports {
            if let TypeRef::Func(ty) = i.ty {
                draft.imports.import(i.module, i.name, EntityType::Function(ty));
            }
        }
        for table in &m.tables {
            let mut ty = renumber.table_type(table.ty)?;
            if table.ty.element_type.is_func_ref() {
                ty.minimum += more as u64;
                ty.maximum = ty.maximum.map(|n| n + more as u64);
            }
            draft.tables.table(ty);
        }
        for &memory in &m.memories {
            draft.memories.memory(renumber.memory_type(memory)?);
        }
        for global in &m.globals {
            renumber.parse_global(&mut draft.globals, global.clone())?;
        }
        for &export in &m.exports {
            renumber.parse_export(&mut draft.exports, export)?;
        }
        if let Some(start) = m.start {
            draft.start = Some(StartSection { function_index: renumber.function_index(start)? });
        }
        for element in &m.elements {
            renumber.parse_element(&mut draft.elements, element.clone())?;
        }
        Ok(draft)
    }

    pub fn write(&self) -> Vec<u8> {
        let mut out = wasm_encoder::Module::new();
        out.section(&self.types).section(&self.imports).section(&self.functions).section(&self.tables);
        out.section(&self.memories).section(&self.globals).section(&self.exports);
        if let Some(start) = &self.start {
            out.section(start);
        }
        out.section(&self.elements).section(&self.code);
        if let Some(data) = &self.data {
            out.section(data);
        }
        out.finish()
    }
}
