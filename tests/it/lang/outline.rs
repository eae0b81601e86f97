//! Library texts whose functions are compiled when they are called give the same code as when all is compiled at once.

use interleave::lang::{Code, Const, Unit, compile, compile_outline, whole};
use interleave::stdlib::{LIBRARY, coverage::modules};
use interleave::vm::Found;
use std::path::Path;
use std::rc::Rc;

/// With every body that was left out.
fn complete(code: &Rc<Code>, left: &mut usize) -> Rc<Code> {
    *left += code.deferred.is_some() as usize;
    let mut code = (*whole(code).unwrap_or_else(|e| panic!("{}: {e:?}", code.qualname))).clone();
    for c in &mut code.consts {
        if let Const::Code(inner) = c {
            let stand_in = inner.clone();
            *inner = complete(inner, left);
            // What is asked of a function before it is called.
            let head = |c: &Code| (c.name.clone(), c.doc.clone(), c.kind, c.params.clone(), c.captures.clone());
            assert_eq!(head(&stand_in), head(inner), "{}", inner.qualname);
            let parameters = |c: &Code| c.locals[..c.params.count()].to_vec();
            assert_eq!(parameters(&stand_in), parameters(inner), "{}", inner.qualname);
        }
    }
    Rc::new(code)
}

fn same(ours: &Code, theirs: &Code) {
    let at = format!("{} of {}", ours.qualname, ours.module);
    assert_eq!(ours.instrs, theirs.instrs, "instructions of {at}");
    assert_eq!(ours.lines, theirs.lines, "lines of {at}");
    assert_eq!(ours.spans, theirs.spans, "places of {at}");
    for (a, b) in ours.consts.iter().zip(&theirs.consts) {
        if let (Const::Code(a), Const::Code(b)) = (a, b) {
            same(a, b);
        }
    }
    assert_eq!(ours, theirs, "{at}");
}

#[test]
fn bodies_compiled_late_are_the_same() {
    let (mut left, mut texts) = (0, 0);
    let hidden = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/stdlib/py")).expect("the library");
    let hidden: Vec<String> =
        hidden.flatten().map(|f| f.path().file_stem().unwrap().to_string_lossy().into()).collect();
    let hidden = hidden.iter().map(String::as_str).filter(|name| name.starts_with('_'));
    for name in modules().into_iter().chain(hidden).chain(["_prelude"]) {
        let Some(Found::Python { text, file, pace, .. }) = (LIBRARY.find)(name) else { continue };
        let unit = Unit { file, module: name, library: true, pace, gaps: false };
        let code = compile_outline(text, &unit).unwrap_or_else(|e| panic!("{name}: {e:?}"));
        same(&complete(&code, &mut left), &compile(text, &unit).expect("the library compiles"));
        texts += 1;
    }
    assert!(texts > 100 && left > 3_000, "{left} bodies in {texts} texts");
}
