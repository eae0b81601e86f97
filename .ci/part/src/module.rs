//! A module taken to pieces, and pieces written again with functions under other numbers.

use wasm_encoder::CodeSection;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{
    Data, Element, Export, FunctionBody, Global, Import, MemoryType, Parser, Payload, Table, TypeRef, TypeSectionReader,
};

use crate::data::{Notes, Store};

pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// What the number of a function becomes where it cannot be named.
pub const NOWHERE: u32 = u32::MAX;

/// The pieces of a module that is self-contained but for imported functions.
pub struct Module<'a> {
    pub types: TypeSectionReader<'a>,
    /// Imported functions come first in the numbering.
    pub imports: Vec<Import<'a>>,
    /// The type of each function that is defined here.
    pub functions: Vec<u32>,
    pub tables: Vec<Table<'a>>,
    pub memories: Vec<MemoryType>,
    pub globals: Vec<Global<'a>>,
    pub exports: Vec<Export<'a>>,
    pub elements: Vec<Element<'a>>,
    pub start: Option<u32>,
    pub bodies: Vec<FunctionBody<'a>>,
    pub data: Store<'a>,
}

impl<'a> Module<'a> {
    pub fn read(wasm: &'a [u8]) -> Result<Module<'a>> {
        let (mut types, mut start) = (None, None);
        let (mut data, mut within, mut notes) = (Vec::<Data>::new(), Vec::new(), Notes::default());
        let (mut imports, mut functions, mut tables, mut memories) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut globals, mut exports, mut elements, mut bodies) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(section) => types = Some(section),
                Payload::ImportSection(section) => {
                    imports = section.into_imports().collect::<std::result::Result<_, _>>()?
                }
                Payload::FunctionSection(section) => {
                    functions = section.into_iter().collect::<std::result::Result<_, _>>()?
                }
                Payload::TableSection(section) => {
                    tables = section.into_iter().collect::<std::result::Result<_, _>>()?
                }
                Payload::MemorySection(section) => {
                    memories = section.into_iter().collect::<std::result::Result<_, _>>()?
                }
                Payload::GlobalSection(section) => {
                    globals = section.into_iter().collect::<std::result::Result<_, _>>()?
                }
                Payload::ExportSection(section) => {
                    exports = section.into_iter().collect::<std::result::Result<_, _>>()?
                }
                Payload::ElementSection(section) => {
                    elements = section.into_iter().collect::<std::result::Result<_, _>>()?
                }
                Payload::StartSection { func, .. } => start = Some(func),
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::DataSection(section) => {
                    let from = section.range().start;
                    data = section.into_iter().collect::<std::result::Result<_, _>>()?;
                    within = data.iter().map(|d| d.range.end - d.data.len() - from..d.range.end - from).collect();
                }
                Payload::CustomSection(section) => notes.read(section.as_known())?,
                _ => {}
            }
        }
        if imports.iter().any(|i| !matches!(i.ty, TypeRef::Func(_))) {
            return Err("only functions may be imported".into());
        }
        let types = types.ok_or("a module without types")?;
        let data = Store::of(&data, &within, &notes)?;
        Ok(Module { types, imports, functions, tables, memories, globals, exports, elements, start, bodies, data })
    }

    pub fn imported(&self) -> u32 {
        self.imports.len() as u32
    }

    /// The type of any function.
    pub fn type_of(&self, function: u32) -> u32 {
        match self.imports.get(function as usize).map(|i| i.ty) {
            Some(TypeRef::Func(ty)) => ty,
            _ => self.functions[(function - self.imported()) as usize],
        }
    }

    /// Parameters of a type.
    pub fn parameters(&self, ty: u32) -> Result<u32> {
        let wanted = self.types.clone().into_iter_err_on_gc_types().nth(ty as usize);
        Ok(wanted.ok_or("a type out of range")??.params().len() as u32)
    }

    /// How many functions there are.
    pub fn all(&self) -> u32 {
        self.imported() + self.functions.len() as u32
    }

    /// Numbers and bodies of the functions that are defined here.
    pub fn defined(&self) -> impl Iterator<Item = (u32, &FunctionBody<'a>)> {
        (self.imported()..).zip(&self.bodies)
    }

    /// The body of a function that is defined here.
    pub fn body(&self, function: u32) -> &FunctionBody<'a> {
        &self.bodies[(function - self.imported()) as usize]
    }
}

/// A function is named by a piece that cannot reach it.
#[derive(Debug)]
pub struct Absent(u32);

impl std::fmt::Display for Absent {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "function {} is needed where it is not", self.0)
    }
}

impl std::error::Error for Absent {}

/// Writes pieces with functions under other numbers; all else keeps its number.
pub struct Renumber(pub Vec<u32>);

impl Reencode for Renumber {
    type Error = Absent;

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error<Absent>> {
        match self.0.get(function as usize) {
            Some(&to) if to != NOWHERE => Ok(to),
            _ => Err(Error::UserError(Absent(function))),
        }
    }
}

impl Renumber {
    /// A body with instructions put before its own.
    pub fn body(
        &mut self,
        code: &mut CodeSection,
        body: &FunctionBody,
        before: &[wasm_encoder::Instruction],
    ) -> Result<()> {
        let mut function = self.new_function_with_parsed_locals(body)?;
        for i in before {
            function.instruction(i);
        }
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            function.instruction(&self.parse_instruction(&mut reader)?);
        }
        code.function(&function);
        Ok(())
    }
}

/// The numbers of functions that a body names.
pub fn named(body: &FunctionBody) -> Result<Vec<u32>> {
    struct Seen(Vec<u32>);
    impl Reencode for Seen {
        type Error = Absent;
        fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error<Absent>> {
            self.0.push(function);
            Ok(function)
        }
    }
    let mut seen = Seen(Vec::new());
    let mut reader = body.get_operators_reader()?;
    while !reader.eof() {
        seen.parse_instruction(&mut reader)?;
    }
    Ok(seen.0)
}
