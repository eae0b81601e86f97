//! Which one should I use: the advice that answers lead to, and the answers that runs give.

use interleave::scenario::{Settings, gallery};
use interleave::session::{Limits, Session};
use interleave::timeline::{Advice, Answers, Count, Portrait, Work, advise};
use interleave::trace::Trace;

fn portrait(slug: &str, variant: &str) -> Portrait {
    let scenario = gallery().into_iter().find(|e| e.slug == slug).expect("the example").scenario;
    let at = scenario.variants.iter().position(|v| v.name == variant).expect("the variant");
    Portrait::of(&crate::run::variant(&scenario, at)).expect("a run that ended")
}

fn advice(work: Work, count: Count, awaits: bool, gil: bool) -> Advice {
    let answers = Answers { work: Some(work), count: Some(count), awaits: Some(awaits), gil };
    advise(&answers, None).expect("an answer to everything")
}

#[test]
fn every_answer_leads_to_advice_with_an_example_that_exists() {
    let gallery = gallery();
    let mut titles = std::collections::BTreeSet::new();
    for work in [Work::Waits, Work::Python, Work::Native, Work::Both] {
        for count in [Count::One, Count::Some, Count::Many] {
            for (awaits, gil) in [(false, false), (false, true), (true, false), (true, true)] {
                let advice = advice(work, count, awaits, gil);
                let (slug, variant) = advice.example;
                let example = gallery.iter().find(|e| e.slug == slug).expect(slug);
                assert!(example.scenario.variants.iter().any(|v| v.name == variant), "{slug}: {variant}");
                assert!(advice.reasons.len() >= 2 && advice.reasons.iter().all(|r| r.ends_with('.')), "{advice:?}");
                titles.insert(advice.title);
            }
        }
    }
    assert!(titles.len() >= 8, "{titles:?}");
}

#[test]
fn the_advice_is_that_of_the_textbooks() {
    assert_eq!(advice(Work::Waits, Count::Some, false, true).title, "Threads, in a pool");
    assert_eq!(advice(Work::Waits, Count::Many, true, true).title, "asyncio, with a limit");
    assert_eq!(advice(Work::Waits, Count::One, true, true).title, "Sequential code");
    assert!(advice(Work::Python, Count::Some, true, true).title.starts_with("Processes"));
    assert!(advice(Work::Python, Count::Some, true, false).title.starts_with("Threads"), "without a GIL");
    assert!(advice(Work::Native, Count::Some, true, true).title.starts_with("Threads"));
    assert!(advice(Work::Both, Count::Some, true, true).title.starts_with("asyncio for the waits"));
}

#[test]
fn nothing_is_advised_before_it_is_known() {
    let known = Answers { work: Some(Work::Waits), count: Some(Count::Some), awaits: None, gil: true };
    assert_eq!(advise(&known, None), None, "threads or asyncio hangs on the third question");
    let computing = Answers { work: Some(Work::Python), ..known };
    assert!(advise(&computing, None).is_some(), "for computing it makes no difference");
    assert_eq!(advise(&Answers { work: None, ..known }, None), None);
}

#[test]
fn a_run_answers_what_it_can() {
    let calls = portrait("two-calls", "sequential");
    let answers = calls.answers(true);
    assert_eq!((answers.work, answers.count, answers.awaits), (Some(Work::Waits), Some(Count::Some), None));
    let said = calls.words().join(" ");
    assert!(said.contains("took 7.00 s") && said.contains("2 waits came one after another"), "{said}");
    assert!(said.contains("the longest took 4.00 s"), "{said}");

    let threads = portrait("two-calls", "threads").words().join(" ");
    assert!(threads.contains("they overlap already, so 4.00 s were enough"), "{threads}");
    assert_eq!(portrait("two-calls", "asyncio").answers(true).awaits, Some(true));

    let loops = portrait("two-loops", "threads");
    assert_eq!((loops.answers(true).work, loops.answers(true).count), (Some(Work::Python), Some(Count::Some)));
    assert!(loops.words().join(" ").contains("for the GIL"), "{:?}", loops.words());
    assert_eq!(portrait("two-loops", "sequential").answers(true).count, None, "nobody knows whether it can be cut");

    let carts = portrait("carts", "sequential").answers(true);
    assert_eq!((carts.work, carts.count), (Some(Work::Both), Some(Count::Some)));
    assert_eq!(portrait("many-pages", "threads").answers(true).count, Some(Count::Many));
}

#[test]
fn the_figures_of_the_run_come_first() {
    let calls = portrait("two-calls", "sequential");
    let answers = Answers { awaits: Some(false), ..calls.answers(true) };
    let advice = advise(&answers, Some(&calls)).expect("all is known");
    assert_eq!(advice.title, "Threads, in a pool");
    assert!(advice.reasons[0].starts_with("Your run took 7.00 s"), "{:?}", advice.reasons);
}

#[test]
fn a_run_that_was_cut_says_nothing() {
    let mut session = Session::new("while True: pass\n", &Settings::default(), Limits::default()).expect("it compiles");
    session.run(1_000_000);
    assert_eq!(Portrait::of(&session.finish()), None);
    assert_eq!(Portrait::of(&Trace::default()), None);
}
