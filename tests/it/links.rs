//! Links: what the address carries comes back, old links stay readable, damaged ones say so.

use interleave::scenario::{
    self, File, Host, Length, LinkError, Look, MAX_LINK, Price, Python, Scenario, Schedule, Settings, Spread, Variant,
    read_measured,
};

fn sample() -> Scenario {
    Scenario {
        title: "Zwei Aufrufe – 二".into(),
        variants: vec![
            Variant { name: "sequential".into(), source: "print('α')\n".into(), cores: None, gil: None },
            Variant { name: "processes".into(), source: "\tx = 1\r\n\0".into(), cores: Some(4), gil: Some(false) },
        ],
        selected: 1,
        settings: Settings {
            cores: 64,
            gil: false,
            switch_interval_us: 1,
            speed_permille: 250,
            latency_us: 0,
            hosts: vec![Host {
                name: "api.example.com".into(),
                latency_us: 3_000_000,
                jitter_us: 7,
                error_permille: 1000,
                concurrency: 50,
                ..Host::default()
            }],
            seed: u64::MAX,
            files: Vec::new(),
            watches: Vec::new(),
            ..Settings::default()
        },
    }
}

fn program(source: &str) -> Scenario {
    Scenario { variants: vec![Variant { source: source.into(), ..Variant::default() }], ..Scenario::default() }
}

#[test]
fn a_scenario_comes_back_as_it_was() {
    for scenario in [sample(), program("print(1)\n"), program("")] {
        let link = scenario::encode(&scenario);
        assert!(link.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b)), "{link}");
        assert_eq!(scenario::decode(&link).as_ref(), Ok(&scenario));
        assert_eq!(scenario::decode(&format!("#{link}")).as_ref(), Ok(&scenario));
    }
}

#[test]
fn what_hosts_were_given_later_comes_along() {
    let mut scenario = sample();
    let link = scenario::encode(&scenario);
    scenario.settings.hosts.push(Host {
        name: "*".into(),
        latency_us: 5,
        spread: Spread::LogNormal,
        timeout_permille: 20,
        bandwidth: 1 << 40,
        body: "{\"α\": 1}".into(),
        ..Host::default()
    });
    let longer = scenario::encode(&scenario);
    assert_eq!(scenario::decode(&longer).as_ref(), Ok(&scenario));
    scenario.settings.hosts.pop();
    assert_eq!(scenario::encode(&scenario), link, "nothing is written for hosts without");
}

#[test]
fn files_beside_the_program_come_along() {
    let mut scenario = program("import helper\n");
    let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
    scenario.settings.files = vec![file("helper.py", "x = 1\n"), file("data/ä.txt", ""), file("stdin", "1\n2\n")];
    let link = scenario::encode(&scenario);
    assert_eq!(scenario::decode(&link).as_ref(), Ok(&scenario));
    scenario.settings.files.clear();
    assert!(scenario::encode(&scenario).len() < link.len());
}

#[test]
fn what_is_watched_comes_along() {
    let mut scenario = program("counter = 0\n");
    let link = scenario::encode(&scenario);
    scenario.settings.watches = vec!["counter".into(), "stats[\"ä\"]".into()];
    assert_eq!(scenario::decode(&scenario::encode(&scenario)).as_ref(), Ok(&scenario));
    scenario.settings.watches = vec!["x".into(); 40];
    assert!(scenario::decode(&scenario::encode(&scenario)).is_ok_and(|s| s.settings.watches.len() == 12));
    scenario.settings.watches.clear();
    assert_eq!(scenario::encode(&scenario), link, "nothing is written when nothing is watched");
}

#[test]
fn version_schedule_load_and_prices_come_along() {
    let mut scenario = program("print(1)\n");
    let link = scenario::encode(&scenario);
    scenario.settings = Settings {
        python: Python::V9,
        load_permille: 250,
        late_us: 150,
        prices: vec![(Price::Local, 18_500), (Price::Wake, 5_000_000)],
        ..Settings::default()
    };
    for name in Schedule::NAMES {
        scenario.settings.schedule = Schedule::named(name).expect("a schedule");
        assert_eq!(scenario::decode(&scenario::encode(&scenario)).as_ref(), Ok(&scenario));
    }
    scenario.settings.schedule = Schedule::Replay(vec![0, 7, u32::MAX, 1]);
    assert_eq!(scenario::decode(&scenario::encode(&scenario)).as_ref(), Ok(&scenario));
    // Out of range comes into it: a version that had no such build has a GIL.
    scenario.settings = Settings { gil: false, load_permille: 5_000, late_us: u32::MAX, ..scenario.settings };
    let back = scenario::decode(&scenario::encode(&scenario)).expect("a scenario").settings;
    assert_eq!((back.gil, back.load_permille, back.late_us), (true, 900, 100_000));
    scenario.settings = Settings::default();
    assert_eq!(scenario::encode(&scenario), link, "nothing is written for the usual machine");
}

#[test]
fn what_was_measured_elsewhere_becomes_a_machine() {
    let mut settings = Settings::default();
    let line = "noise\ninterleave 3.12 local=9.2 global=22.6 attribute=14.5 call=13.9 raise=52.7 wake=5000 later=1\n";
    assert_eq!(read_measured(line, &mut settings), Ok("Python 3.12: CPU speed 2.00 ×, and 1 cost of its own.".into()));
    assert_eq!((settings.python, settings.gil, settings.speed_permille), (Python::V12, true, 2_000));
    assert_eq!(settings.prices, [(Price::Wake, 5_000_000)]);
    let line = "interleave 3.14t local=13 global=36 attribute=70 call=21";
    assert!(read_measured(line, &mut settings).is_ok());
    assert!(!settings.gil && settings.prices.iter().map(|p| p.0).eq([Price::Attribute]), "{settings:?}");
    for wrong in [
        "",
        "3.13",
        "interleave",
        "interleave 3.8 local=1 call=1 item=1",
        "interleave 3.13 local=x",
        "interleave 3.13 local=1",
    ] {
        assert!(read_measured(wrong, &mut settings).is_err(), "{wrong}");
    }
}

#[test]
fn only_what_differs_from_the_defaults_is_carried() {
    assert!(scenario::encode(&program("print(1)\n")).len() < 50);
}

/// Links written by earlier versions and, the second, by another deflate with a key we do not know. Entries are only ever added.
#[test]
fn old_links_open() {
    let mut watched = program("counter = 0\n");
    watched.settings.watches = vec!["counter".into(), "stats[\"a\"]".into()];
    let mut machine = program("print(1)\n");
    machine.settings = Settings {
        python: Python::V14,
        schedule: Schedule::RoundRobin,
        load_permille: 250,
        late_us: 150,
        patience: 4,
        ..Settings::default()
    };
    machine.settings.set_price(Price::Wake, 12_000_000);
    machine.settings.set_price(Price::Local, 40_000);
    let golden = [
        (
            "v2.NZcxCsAgDEXv4l4ohS69TQtdFBF0EBHv7ssXpxCSfMgjkGRXFPVr42sTLsWGIpASkWxL6ciJvxCxD1Y3zDwJZqNgBvd0p7MDd0Gtb_jJucT4HGMCkw0dlg",
            machine,
        ),
        ("v1.eNqrVipTsoquVipWslIqKMrMK9Ew1IzJU6qNrQUAbD4ISw", program("print(1)\n")),
        (
            "v1.eNpNjkFOwzAQRa9i_U1Bsiqb2glYYsE1qLuwoglEuK6xHVqoInEAdpyELYfgEIiDYAIL_mJGevOk-UcUGFzvaWBXY5_Gntjn8yv7en8BxwPM-ohQhUz3I4UyOF9xriCmIZSTxcfb4tQGTPxXi2nXUc6U_yxbDuySSZtssKOoqbyDURw3ML3zmaYNxwAjZ978O3DsZxxhzrTg8DB1psrOlWpapUS7asWF1rKRmuO2Vl3DxWFJB7eNnpbdbgu-EnN4y-XP0mJT_z3VZo55VyixO3rE9A0fKkt4",
            sample(),
        ),
        ("v2.g3i5QK-gEqgKorkY7HVQSgYldqDhtQDLYgs0", Scenario { title: "p.py".into(), ..program("print(1)\n") }),
        ("v1.eNqrVipTsoquVipWslJKzi_NK0ktUrBVMIjJU6qN1VGqAMrBhJV0lIpLEkuKo2OUEmOUYpViawE9IBMb", watched),
    ];
    for (link, scenario) in golden {
        assert_eq!(scenario::decode(link).as_ref(), Ok(&scenario), "{link}");
    }
}

#[test]
fn what_is_not_a_link_says_why() {
    let good = scenario::encode(&sample());
    let cases = [
        ("", LinkError::Foreign),
        ("section-2", LinkError::Foreign),
        ("v1", LinkError::Damaged),
        ("v1.", LinkError::Damaged),
        ("v1.%%%", LinkError::Damaged),
        ("v2.abc", LinkError::Damaged),
        ("v3.abc", LinkError::Future),
        ("v9AAAA", LinkError::Future),
        ("v99999999999", LinkError::Foreign),
        ("v1é", LinkError::Damaged),
        ("é", LinkError::Foreign),
        ("v2.", LinkError::Damaged),
        ("version", LinkError::Foreign),
        (&good[..good.len() / 2], LinkError::Damaged),
    ];
    for (link, error) in cases {
        assert_eq!(scenario::decode(link), Err(error), "{link:?}");
        assert!(error.to_string().ends_with('.'));
    }
}

#[test]
fn punctuation_that_a_chat_appended_is_forgiven() {
    let good = scenario::encode(&sample());
    for tail in [".", ")", ",", "=="] {
        assert_eq!(scenario::decode(&format!("{good}{tail}")).as_ref(), Ok(&sample()));
    }
}

#[test]
fn a_bomb_is_refused() {
    let link = scenario::encode(&program(&"a".repeat(50_000_000)));
    assert!(link.len() < 400_000);
    assert_eq!(scenario::decode(&link), Err(LinkError::Oversized));
    assert_eq!(scenario::decode(&"v1.".repeat(200_000)), Err(LinkError::Oversized));
}

#[test]
fn no_damage_panics() {
    let good = scenario::encode(&sample());
    let mut seed = 1u64;
    let mut next = move || {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (seed >> 33) as usize
    };
    let mut survived = 0;
    for _ in 0..5_000 {
        let mut bytes = good.clone().into_bytes();
        for _ in 0..1 + next() % 3 {
            let at = next() % bytes.len();
            bytes[at] = b" ABCdef019-_.#%="[next() % 16];
        }
        bytes.truncate(bytes.len() - next() % 2 * (next() % bytes.len()));
        survived += scenario::decode(std::str::from_utf8(&bytes).expect("ascii")).is_ok() as usize;
    }
    assert!(survived < 50, "damage goes unnoticed {survived} times");
}

#[test]
fn hostile_numbers_are_brought_into_range() {
    let mut wild = sample();
    wild.settings.cores = u32::MAX;
    wild.settings.latency_us = u64::MAX;
    wild.selected = 99;
    wild.variants[1].cores = Some(0);
    wild.variants.extend((0..9).map(|_| Variant::default()));
    let tame = scenario::decode(&scenario::encode(&wild)).expect("readable");
    assert_eq!(tame.settings.cores, 64);
    assert_eq!(tame.settings.latency_us, 3_600_000_000);
    assert_eq!(tame.variants.len(), 4);
    assert_eq!(tame.selected, 3);
    assert_eq!(tame.variants[1].cores, Some(1));
}

/// Lengths of the links of the gallery's examples, which have up to four variants, and of the programs of the tests, which are dense.
#[test]
fn links_are_short() {
    let examples: Vec<usize> = scenario::gallery().iter().map(|e| scenario::encode(&e.scenario).len()).collect();
    let mut programs = Vec::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python");
    for area in std::fs::read_dir(folder).expect("areas").flatten().filter(|a| a.path().is_dir()) {
        for file in std::fs::read_dir(area.path()).expect("programs").flatten() {
            if file.path().extension().is_some_and(|e| e == "py") {
                let scenario = program(&std::fs::read_to_string(file.path()).expect("a program"));
                let link = scenario::encode(&scenario);
                assert_eq!(scenario::decode(&link).as_ref(), Ok(&scenario), "{:?}", file.path());
                programs.push(link.len());
            }
        }
    }
    for (name, mut lengths, most) in [("examples", examples, 300), ("tests' programs", programs, 600)] {
        lengths.sort_unstable();
        let at = |percent: usize| lengths[(lengths.len() - 1) * percent / 100];
        println!("{} {name}: median {}, 90 % {}, longest {}", lengths.len(), at(50), at(90), at(100));
        assert!(at(50) < most, "{name}: median {}", at(50));
    }
}

#[test]
fn what_a_link_shows_comes_along_and_harms_nothing() {
    let scenario = sample();
    let link = scenario::encode(&scenario);
    let look = Look {
        time: Some(1_500_000),
        zoom: Some((0, u64::MAX)),
        selection: Some((3, 70)),
        panel: "totals".into(),
        held: true,
    };
    let whole = link.clone() + &look.encode();
    assert_eq!(scenario::decode(&whole).as_ref(), Ok(&scenario));
    assert_eq!(Look::decode(&whole), look);
    assert_eq!(Look::decode(&link), Look::default());
    assert_eq!(Look::default().encode(), "");
    let written = Look::decode("v2.x&view=timeline&t=1.5s&range=20ms-2s&sel=3-0.25s");
    let times = (written.time, written.zoom, written.selection);
    assert_eq!(times, (Some(1_500_000_000), Some((20_000_000, 2_000_000_000)), Some((3, 250_000_000))));
    for odd in [
        "&t=",
        "&t=-1",
        "&z=5-5",
        "&z=9-1",
        "&z=1",
        "&s=99999999999-1",
        "&h=",
        "&h=yes",
        "&p=<b>",
        "&p=averyveryverylongname",
        "&",
        "&&=",
        "&x=1",
    ] {
        assert_eq!(Look::decode(&format!("{link}{odd}")), Look::default(), "{odd}");
    }
}

/// A text packed as links are, whatever it holds.
fn forged(json: &[u8]) -> String {
    use base64::Engine;
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(json, 9);
    format!("v1.{}", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(packed))
}

#[test]
fn links_that_mean_harm_are_refused_at_once() {
    // The hashes by which the reader's trees are ordered, FNV-1a: keys in the order of their hashes make a tree without branches.
    let hash =
        |key: &str| key.bytes().fold(0xcbf29ce484222325u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100000001b3));
    let mut keys: Vec<String> = (0..60_000).map(|n| format!("k{n}")).collect();
    keys.sort_by_key(|k| hash(k));
    let many: Vec<String> = keys.iter().map(|k| format!("\"{k}\":1")).collect();
    let texts: [(&str, Vec<u8>, LinkError); 9] = [
        ("many keys", format!("{{{}}}", many.join(",")).into_bytes(), LinkError::Strange),
        (
            "keys behind a string",
            format!("{{\"t\":\"\\\\\\\"{{\",{}}}", many.join(",")).into_bytes(),
            LinkError::Strange,
        ),
        ("deep lists", [b"{\"v\":".to_vec(), vec![b'['; 900_000]].concat(), LinkError::Damaged),
        ("a bomb", vec![b' '; 200_000_000], LinkError::Oversized),
        ("broken UTF-8", b"{\"v\":[{\"s\":\"\xff\xfe\"}]}".to_vec(), LinkError::Damaged),
        ("half a surrogate", b"{\"v\":[{\"s\":\"\\ud800\"}]}".to_vec(), LinkError::Damaged),
        ("no JSON", b"import os".to_vec(), LinkError::Damaged),
        ("another kind", b"[1,2,3]".to_vec(), LinkError::Empty),
        ("numbers for texts", b"{\"v\":[{\"s\":5}]}".to_vec(), LinkError::Damaged),
    ];
    for (what, json, error) in texts {
        let link = forged(&json);
        let begun = std::time::Instant::now();
        assert_eq!(scenario::decode(&link), Err(error), "{what}");
        let took = begun.elapsed();
        assert!(took.as_millis() < 500, "{what}: {took:?}, though tests are compiled to be quick to compile");
    }
}

#[test]
fn names_are_one_line_of_letters_in_reading_order() {
    let json =
        "{\"t\":\"<img src=x onerror=alert(1)>\\u202Egnp.exe\\u0007\\n\",\"v\":[{\"n\":\"a\\u2066b\",\"s\":\"1\"}]}";
    let scenario = scenario::decode(&forged(json.as_bytes())).expect("readable");
    assert_eq!(scenario.title, "<img src=x onerror=alert(1)>gnp.exe", "shown as text, so markup is letters");
    assert_eq!(scenario.variants[0].name, "ab");
}

#[test]
fn long_links_warn_and_too_long_ones_say_how_much_to_cut() {
    let mut seed = 1u64;
    let mut noise = |count: usize| -> String {
        let letter = |_| {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            char::from(b'!' + (seed >> 33) as u8 % 90)
        };
        (0..count).map(letter).collect()
    };
    let mut told = |characters: usize| {
        let scenario = program(&noise(characters));
        let link = scenario::encode(&scenario).len();
        (link, scenario::length(link, &scenario), scenario)
    };
    assert_eq!(told(800).1, Length::Short);
    assert!(matches!(told(2_500).1, Length::Long(words) if words.contains("some chats and mail programs")));
    assert!(matches!(told(9_000).1, Length::Long(words) if words.contains("many programs")));
    let (link, length, mut scenario) = told(45_000);
    let Length::Refused(words) = length else { panic!("{length:?}") };
    assert!(link > MAX_LINK && words.contains("more than a link may have"), "{words}");
    let cut: usize = words
        .split("Cut about ")
        .nth(1)
        .and_then(|w| w.split(' ').next())
        .map(|n| n.replace(',', "").parse().expect("a number"))
        .expect("how much");
    let source = &mut scenario.variants[0].source;
    source.truncate(source.len() - cut);
    let link = scenario::encode(&scenario).len();
    assert!((28_000..=MAX_LINK).contains(&link), "{link} after the cut of {cut}");
}
