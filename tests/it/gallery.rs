//! The gallery's files are whole: every header is understood and every variant has its program.

use interleave::scenario::gallery;

#[test]
fn every_example_is_read() {
    let examples = gallery::gallery();
    assert_eq!(examples.len(), gallery::count(), "a header is wrong");
    for example in &examples {
        let scenario = &example.scenario;
        assert!(!scenario.title.is_empty(), "{}: no title", example.slug);
        assert!(!example.look.is_empty(), "{}: nothing to look at", example.slug);
        let question = &example.question;
        assert!(question.ask.ends_with('?') && question.attempt.ends_with(['.', '?']), "{}: no question", example.slug);
        assert!((2..=4).contains(&question.choices.len()), "{}: {:?}", example.slug, question.choices);
        assert!((1..=4).contains(&scenario.variants.len()), "{}: {} variants", example.slug, scenario.variants.len());
        assert_eq!(scenario.settings.clone().clamped(), scenario.settings, "{}", example.slug);
        for variant in &scenario.variants {
            assert!(
                !variant.source.starts_with('#') && variant.source.ends_with('\n'),
                "{}: {}",
                example.slug,
                variant.name
            );
        }
    }
}

#[test]
fn the_first_visit_shows_the_two_calls_with_threads() {
    let examples = gallery::gallery();
    let first = &examples[0];
    assert_eq!(first.slug, "two-calls");
    assert_eq!(first.scenario.variants[first.scenario.selected].name, "threads");
}

#[test]
fn headers_set_the_machine() {
    let examples = gallery::gallery();
    let find = |slug: &str| &examples.iter().find(|e| e.slug == slug).unwrap().scenario;
    assert_eq!(find("two-loops").settings.speed_permille, 366);
    assert_eq!(find("two-pages").settings.hosts[0].latency_us, 1_500_000);
    let gil = find("gil");
    assert_eq!([0, 1, 2].map(|v| gil.settings_of(v).cores), [1, 2, 4]);
    assert_eq!(find("race").settings.watches, ["balance"]);
    assert!(gil.settings.gil && !find("nogil").settings.gil);
}

#[test]
fn each_question_has_one_right_answer() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/scenario/gallery");
    for file in std::fs::read_dir(folder).expect("the gallery's folder") {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("its text");
        let header = text.split("\n\n").next().unwrap_or_default();
        let right = header.lines().filter(|l| l.starts_with("# choice: = ")).count();
        assert_eq!(right, header.contains("# ask: ") as usize, "{header}");
    }
    let files: usize = gallery::gallery().iter().map(|e| e.scenario.variants.len()).sum();
    assert_eq!(std::fs::read_dir(folder).expect("the gallery's folder").count(), files, "a file that no example names");
}

/// A first visit knows the first example, and all programs by a number each, without reading the gallery.
#[test]
fn examples_are_known_without_their_texts() {
    let all = gallery::gallery();
    assert_eq!(gallery::first().as_ref(), all.first());
    for variant in all.iter().flat_map(|e| &e.scenario.variants) {
        assert!(gallery::is_example(&variant.source), "{}", variant.source);
        assert!(!gallery::is_example(&format!("{}\n", variant.source)));
    }
    assert!(!gallery::is_example(""));
}
