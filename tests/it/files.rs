//! Files beside the program: what they are to a run, and how the trace names places in them.

use interleave::scenario::{File, STDIN, Settings};
use interleave::session::{Limits, Session};
use interleave::source::file_and_line;
use interleave::trace::{Ending, Stream, Trace};

fn run(source: &str, files: &[(&str, &str)]) -> Trace {
    let file = |&(name, text): &(&str, &str)| File { name: name.into(), text: text.into() };
    let settings = Settings { files: files.iter().map(file).collect(), ..Settings::default() };
    let mut session = Session::new(source, &settings, Limits::default()).expect("it compiles");
    while !session.run(1_000_000) {}
    session.snapshot()
}

#[test]
fn a_wait_in_another_module_names_its_file_and_line() {
    let helper = "import time\n\ndef nap():\n    time.sleep(1)\n";
    let trace = run("import helper\nhelper.nap()\n", &[("data.txt", ""), ("helper.py", helper)]);
    assert_eq!(trace.outcome.ending, Ending::Finished);
    let places: Vec<(u32, u32)> = trace.spans.iter().map(|s| file_and_line(s.line)).collect();
    assert!(places.contains(&(2, 4)), "{places:?}");
}

#[test]
fn an_exception_in_another_module_is_the_outcomes_place() {
    let trace = run("import helper\nhelper.fail()\n", &[("helper.py", "def fail():\n    return 1 / 0\n")]);
    assert_eq!(file_and_line(trace.outcome.line), (1, 2));
    assert!(trace.written(Stream::Err).contains("File \"helper.py\", line 2, in fail"));
}

#[test]
fn a_mistake_in_a_modules_text_is_shown_there() {
    let trace = run("import helper\n", &[("helper.py", "x = 1\ny = = 2\n")]);
    assert_eq!(file_and_line(trace.outcome.line), (1, 2));
}

#[test]
fn what_is_executed_stands_at_the_line_that_executes_it() {
    let trace = run("import time\n\nexec('\\n' * 50 + 'time.sleep(1)')\n", &[]);
    let lines: Vec<u32> = trace.spans.line.clone();
    assert!(lines.contains(&3) && !lines.contains(&51), "{lines:?}");
}

#[test]
fn standard_input_is_a_file_that_input_reads() {
    let trace = run("print(input(), input())\nprint(open('stdin'))\n", &[(STDIN, "a\nb\n")]);
    assert_eq!(trace.written(Stream::Out), "a b\n");
    assert!(trace.written(Stream::Err).contains("FileNotFoundError"));
}
