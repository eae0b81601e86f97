//! Parts a WebAssembly module in two: the functions that a rehearsal ran, and a rest that loads when one of its functions is called.
//!
//! `part mark IN OUT` writes a module that tells the host which functions run. `part split IN RAN OUT` reads their numbers,
//! one on each line (or `all`), and writes two modules: OUT, and beside it `<stem>_<hash>.wasm`, whose name it prints, and behind that the
//! names of OUT's imports as they were: they are now called `i0`, `i1` and so on.

mod data;
mod draft;
mod module;
mod split;

use std::path::Path;
use std::{env, error, fs};

use module::Module;

fn main() -> Result<(), Box<dyn error::Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["mark", from, to] => fs::write(to, split::mark(&Module::read(&fs::read(from)?)?)?)?,
        ["split", from, ran, to] => {
            let wasm = fs::read(from)?;
            let module = Module::read(&wasm)?;
            let ran: Vec<u32> = match fs::read_to_string(ran)?.trim() {
                "all" => module.defined().map(|(f, _)| f).collect(),
                lines => lines.lines().map(str::parse).collect::<Result<_, _>>()?,
            };
            let parts = split::split(&module, &ran)?;
            fs::write(to, parts.first)?;
            let to = Path::new(to);
            let stem = to.file_stem().unwrap_or_default().to_string_lossy();
            let name = format!("{}_{:08x}.wasm", stem.trim_end_matches("_bg"), parts.hash);
            fs::write(to.with_file_name(&name), parts.rest)?;
            println!("{name}");
            module.imports.iter().for_each(|i| println!("{}", i.name));
        }
        _ => return Err("usage: part mark IN OUT | part split IN RAN OUT".into()),
    }
    Ok(())
}
