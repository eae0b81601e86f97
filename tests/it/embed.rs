//! What embeds are made of outside the browser: summaries of runs, snippets, and the frame that the command line writes.

use crate::run::run;
use interleave::export::{Snippet, poster};
use interleave::scenario::{self, Settings, gallery};
use interleave::trace::Trace;

/// How many columns a row's letters last, and which letters there are.
fn columns(runs: &str) -> (u32, String) {
    let letters: String = runs.chars().filter(|c| !c.is_ascii_digit()).collect();
    let counts = runs.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
    (counts.map(|n| n.parse::<u32>().expect("a count")).sum(), letters)
}

#[test]
fn summaries_tell_what_each_lane_does_and_when() {
    let program = "import threading, time\nt = threading.Thread(target=time.sleep, args=[1], name='t')\nt.start()\nt.join()\ntime.sleep(1)\n";
    let trace = run(program, &Settings::default());
    let told = jzon::parse(&poster(&[None, Some(&trace)])).expect("JSON");
    assert!(told[0].is_null());
    assert_eq!(told[1][0], "2.00 s");
    let rows: Vec<_> =
        told[1][2].members().map(|r| (r[1].as_str().unwrap_or(""), r[2].as_str().unwrap_or(""))).collect();
    for (name, runs) in &rows {
        let (count, letters) = columns(runs);
        assert!(count <= 240 && letters.chars().all(|c| "rqgbw-".contains(c)), "{name}: {runs}");
    }
    let of = |name: &str| columns(rows.iter().find(|(n, _)| n.starts_with(name)).expect(name).1);
    let mut waits: Vec<char> = of("MainThread").1.chars().filter(|&c| c != 'r').collect();
    waits.dedup();
    assert_eq!(waits, ['b', 'w'], "it joins, then sleeps: {rows:?}");
    let sleeper = rows.iter().find(|(name, _)| name.starts_with("t ")).expect("the thread").1;
    let waits: u32 =
        sleeper.split('w').skip(1).filter_map(|part| part.split(['r', '-']).next()?.parse::<u32>().ok()).sum();
    assert!(waits.abs_diff(120) < 4, "it sleeps for half of the time: {sleeper}");
}

#[test]
fn nothing_that_ran_is_no_summary() {
    assert_eq!(poster(&[None, None]), "");
    assert_eq!(poster(&[]), "");
}

#[test]
fn summaries_of_the_gallery_are_short() {
    let mut sizes: Vec<usize> = Vec::new();
    for example in gallery() {
        let s = &example.scenario;
        let traces: Vec<Trace> = (0..s.variants.len()).map(|v| run(&s.variants[v].source, &s.settings_of(v))).collect();
        let told = poster(&traces.iter().map(Some).collect::<Vec<_>>());
        let packed = scenario::pack(&told);
        assert_eq!(scenario::unpack(&packed).as_ref(), Ok(&told));
        sizes.push(packed.len());
    }
    sizes.sort_unstable();
    let [median, most] = [sizes[sizes.len() / 2], sizes[sizes.len() - 1]];
    println!("summaries: median {median}, longest {most} characters");
    assert!(median < 600 && most < 4_000, "{sizes:?}");
}

#[test]
fn snippets_are_html_in_which_nothing_of_the_scenario_is_markup() {
    let params = [("view", "timeline".to_string()), ("height", "300".to_string())];
    let link = scenario::encode(&gallery()[0].scenario);
    let title = "\"><script>alert(1)</script>";
    let snippet = Snippet { site: "https://example.org/x/", link: &link, summary: "v2.abc", title, params: &params };
    assert_eq!(snippet.address(), format!("https://example.org/x/embed/#{link}&view=timeline&height=300&m=v2.abc"));
    let frame = snippet.frame();
    assert!(frame.contains("height=\"300\"") && frame.contains("&amp;m=v2.abc"), "{frame}");
    for text in [frame, snippet.element()] {
        assert!(!text.contains("<script>alert"), "{text}");
    }
    // What follows the scenario does not make it unreadable.
    let fragment = snippet.address().split_once('#').map(|(_, f)| f.to_string()).unwrap_or_default();
    assert_eq!(scenario::decode(&fragment).map(|s| s.title), Ok(gallery()[0].scenario.title.clone()));
}
