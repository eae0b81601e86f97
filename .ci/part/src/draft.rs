//! A module about to be written, section by section.

use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, DataSection, ElementSection, EntityType, ExportSection, FunctionSection, GlobalSection, ImportSection,
    MemorySection, StartSection, TableSection, TypeSection,
};
use wasmparser::TypeRef;

use crate::module::{Module, Renumber, Result};

#[derive(Default)]
pub struct Draft {
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
    pub data: DataSection,
}

impl Draft {
    /// All of a module but its functions and data; its table of functions gets room for `more`.
    pub fn of(m: &Module, renumber: &mut Renumber, more: u32) -> Result<Draft> {
        let mut draft = Draft::default();
        renumber.parse_type_section(&mut draft.types, m.types.clone())?;
        draft.import(m, |_, name| name.into());
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

    /// Imports the module's functions anew under names made of their numbers and the names that they had.
    pub fn import(&mut self, m: &Module, rename: impl Fn(usize, &str) -> String) {
        self.imports = ImportSection::new();
        for (n, i) in m.imports.iter().enumerate() {
            if let TypeRef::Func(ty) = i.ty {
                self.imports.import(i.module, &rename(n, i.name), EntityType::Function(ty));
            }
        }
    }

    pub fn write(&self) -> Vec<u8> {
        let mut out = wasm_encoder::Module::new();
        out.section(&self.types).section(&self.imports).section(&self.functions).section(&self.tables);
        out.section(&self.memories).section(&self.globals).section(&self.exports);
        if let Some(start) = &self.start {
            out.section(start);
        }
        out.section(&self.elements).section(&self.code);
        if !self.data.is_empty() {
            out.section(&self.data);
        }
        out.finish()
    }
}
