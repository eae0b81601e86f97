//! The compiler: dumps of the main constructs, messages about wrong programs, and the invariants of everything it makes.

mod outline;

use interleave::lang::{Code, Pace, Unit, compile, verify};
use interleave::source::LineIndex;
use std::path::{Path, PathBuf};
use std::rc::Rc;

fn unit() -> Unit<'static> {
    Unit { file: "prog.py", module: "__main__", library: false, pace: Pace::Python, gaps: false }
}

fn compiled(source: &str) -> Rc<Code> {
    match compile(source, &unit()) {
        Ok(code) => code,
        Err(errors) => panic!("{}", errors.iter().map(|e| e.render("prog.py", source)).collect::<String>()),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/lang")
}

/// Compares with a stored text; `UPDATE=1` stores.
fn golden(name: &str, text: &str) {
    let path = folder().join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).expect("golden file is written");
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, stored, "{name} differs; UPDATE=1 stores it anew");
}

fn python_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "py") {
            found.push(path);
        }
    }
}

#[test]
fn dumps() {
    let mut programs = Vec::new();
    python_files(&folder(), &mut programs);
    assert!(programs.len() > 5, "programs to dump");
    for path in programs {
        let source = std::fs::read_to_string(&path).expect("program is read");
        let code = compiled(&source);
        assert_eq!(verify(&code), Ok(()), "{}", path.display());
        let name = path.with_extension("dump");
        golden(name.file_name().and_then(|n| n.to_str()).expect("a name"), &code.dump());
    }
}

#[test]
fn every_python_file_of_the_repository_compiles_and_verifies() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for part in ["src/stdlib/py", "src/scenario/gallery", "tests/python"] {
        python_files(&root.join(part), &mut files);
    }
    assert!(files.len() > 20, "files to compile");
    for path in files {
        let source = std::fs::read_to_string(&path).expect("file is read");
        match compile(&source, &Unit { library: true, ..unit() }) {
            Ok(code) => assert_eq!(verify(&code), Ok(()), "{}", path.display()),
            Err(e) => panic!("{}", e[0].render(&path.display().to_string(), &source)),
        }
    }
}

/// `mistakes.txt` holds texts that are not Python with line, column and words of CPython 3.13 (`record.py --mistakes`).
#[test]
fn mistakes_are_named_as_by_cpython() {
    let text = std::fs::read_to_string(folder().join("mistakes.txt")).expect("mistakes");
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in text.split("-----\n") {
        let (source, answer) = case.split_once("=>\n").expect("an answer");
        let ours = match compile(source, &unit()) {
            Ok(_) => "fine".to_string(),
            Err(found) => {
                let (d, index) = (&found[0], LineIndex::new(source));
                let (line, column) = (index.line(d.span.start), index.column(source, d.span.start));
                format!("{line}:{column}: {}: {}", d.class(), d.message)
            }
        };
        count += 1;
        if ours != answer.trim_end() {
            wrong.push(format!("{source}ours    {ours}\nCPython {answer}"));
        }
    }
    assert!(count > 200, "mistakes to name");
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn messages() {
    let source = std::fs::read_to_string(folder().join("wrong.txt")).expect("wrong programs");
    let mut out = String::new();
    for program in source.split("-----\n") {
        match compile(program, &unit()) {
            Ok(_) => out.push_str(&format!("{program}=> compiles\n\n")),
            Err(errors) => {
                let said: Vec<String> = errors.iter().map(|e| e.render("prog.py", program)).collect();
                out.push_str(&format!("{program}=>\n{}\n", said.join("")));
            }
        }
    }
    golden("wrong.out", &out);
}

#[test]
fn deep_nesting_ends_in_a_message_within_a_small_stack() {
    let run = || {
        let n = 100_000;
        let deep = [
            format!("x = {}1{}", "(".repeat(n), ")".repeat(n)),
            format!("x = {}1{}", "f(".repeat(150), ")".repeat(150)),
            format!("x = {}1{}", "[".repeat(199), "]".repeat(199)),
            format!("x = {}1", "-".repeat(n)),
            format!("x = {}1", "not ".repeat(n)),
            format!("x = {}1", "lambda: ".repeat(n)),
            format!("x = {}1", "1 if a else ".repeat(n)),
            format!("x = 1{}", " ** 1".repeat(n)),
            format!("x = a{}", " + a".repeat(n)),
            format!("x = a{}", ".b".repeat(n)),
            format!("x = a{}", "()".repeat(n)),
            format!("x = a{}", "[0]".repeat(n)),
            (0..300).map(|i| format!("{}if a:\n", " ".repeat(i))).collect::<String>() + &" ".repeat(300) + "pass\n",
            (0..90).map(|i| format!("{}if a:\n", " ".repeat(i))).collect::<String>() + &" ".repeat(90) + "pass\n",
            format!("x = f'{}1{}'", "{".repeat(n), "}".repeat(n)),
        ];
        for source in deep {
            if let Err(errors) = compile(&source, &unit()) {
                assert!(!errors.is_empty());
            }
        }
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(run).expect("a thread");
    assert!(thread.join().is_ok());
}

#[test]
fn markers_are_where_cpython_puts_them() {
    use interleave::lang::{anchors, is_plain};
    let cases = [
        ("f(1)", Some("(1)")),
        ("o.f(1)", Some("(1)")),
        ("1 / 0", Some("/")),
        ("(1 +  'a')", Some("+")),
        ("1 +  'a'", Some("+")),
        ("(a) // b", Some("//")),
        ("a **\n  b", Some("**")),
        ("d['k']", Some("['k']")),
        ("l[1:2][5]", Some("[5]")),
        ("o.nope", None),
        ("-'a'", None),
        ("a # [\n  [0]", Some("[0]")),
        ("f # (\n", None),
        ("1 < 'a'", None),
        ("x += 1", None),
        ("f((\n  1))", Some("((\n  1))")),
    ];
    for (segment, marked) in cases {
        assert_eq!(anchors(segment).map(|(a, b)| &segment[a..b]), marked, "{segment}");
    }
    assert!(is_plain("return f(1)", 7, 11));
    assert!(is_plain("x = o.f(1)", 4, 10));
    assert!(!is_plain("return o.f(1)", 7, 13));
    assert!(!is_plain("x = f(1) + 1", 4, 8));
    assert!(!is_plain("f(1)", 0, 4));
}
