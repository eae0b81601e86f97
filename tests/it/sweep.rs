//! What-if: what varying a setting changes, and who is fastest where.

use crate::run::run;
use interleave::scenario::{Knob, Scenario, Settings, Variant, gallery, leaders, leaders_text};
use interleave::timeline::shares;
use interleave::trace::{State, Trace, makespan};

fn scenario(source: &str) -> Scenario {
    Scenario { variants: vec![Variant { source: source.into(), ..Variant::default() }], ..Scenario::default() }
}

#[test]
fn every_value_of_every_setting_is_one_that_the_machine_takes() {
    let scenario = scenario("pool = ThreadPoolExecutor(max_workers=5)\n");
    for knob in Knob::ALL {
        assert!(knob.values().is_sorted() && knob.of(&scenario).is_some());
        let mut before = None;
        for &value in knob.values() {
            let (source, settings) = knob.applied(&scenario, 0, value);
            assert_eq!(settings.clone().clamped(), settings, "{knob:?} {value}");
            assert_ne!(before.as_ref(), Some(&(source.clone(), settings.clone())), "{knob:?} {value} changes nothing");
            before = Some((source, settings));
        }
    }
}

#[test]
fn the_workers_of_all_pools_are_varied_and_nothing_else() {
    let text = "n = 3\nwith ThreadPoolExecutor(max_workers=4) as a, Pool(4) as b, ProcessPoolExecutor() as c:\n    f(max_workers=n)\n";
    let (varied, _) = Knob::Workers.applied(&scenario(text), 0, 12);
    assert_eq!(varied, text.replace("max_workers=4", "max_workers=12").replace("Pool(4)", "Pool(12)"));
    assert_eq!(Knob::Workers.of(&scenario(text)), Some(4));
    assert_eq!(Knob::Workers.of(&scenario("print(1)\n")), None);
}

#[test]
fn a_sweep_over_the_cores_shows_where_processes_pay() {
    let example = gallery().into_iter().find(|e| e.slug == "two-loops").expect("the example").scenario;
    let time = |variant: usize, cores: u64| {
        let (source, settings) = Knob::Cores.applied(&example, variant, cores);
        makespan(&run(&source, &settings))
    };
    let processes = example.variants.iter().position(|v| v.name == "processes").expect("the variant");
    assert!(time(processes, 1) > time(0, 1) && time(processes, 2) < time(0, 2));
}

#[test]
fn the_fastest_is_named_over_stretches() {
    let times = [vec![Some(5), Some(5), Some(5), Some(5)], vec![Some(9), Some(5), Some(3), None]];
    assert_eq!(leaders(&times), [(vec![0], 0, 0), (vec![0, 1], 1, 1), (vec![1], 2, 2), (vec![0], 3, 3)]);
    assert_eq!(leaders(&[vec![None, None]]), []);
    assert_eq!(leaders(&[]), []);
}

#[test]
fn a_lead_of_less_than_a_hundredth_is_none() {
    let ms = |all: &[u64]| all.iter().map(|&n| Some(n * 1_000_000)).collect::<Vec<_>>();
    let names = ["sequential", "threads", "asyncio"].map(String::from);
    let times = [ms(&[7_000; 8]), ms(&[4_001; 8]), ms(&[4_000; 8])];
    assert_eq!(leaders(&times), [(vec![1, 2], 0, 7)]);
    assert_eq!(
        leaders_text(Knob::Cores, &names, &times),
        "threads and asyncio are equally fast and fastest at every value."
    );
    let times = [ms(&[7_000; 8]), ms(&[4_100; 8]), ms(&[4_000; 8])];
    assert_eq!(leaders_text(Knob::Cores, &names, &times), "asyncio is fastest at every value.");
    let times = [ms(&[7; 8]), ms(&[9, 7, 7, 6, 6, 6, 5, 5]), ms(&[9, 9, 9, 9, 9, 9, 5, 5])];
    assert_eq!(
        leaders_text(Knob::Cores, &names, &times),
        "sequential is fastest at 1, sequential and threads from 2 to 3, threads from 4 to 8, threads and asyncio from 12 on."
    );
    assert_eq!(
        leaders_text(Knob::Cores, &names[..2], &[ms(&[7; 8]), ms(&[7; 8])]),
        "sequential and threads take equally long at every value."
    );
    assert_eq!(leaders_text(Knob::Cores, &names[..1], &[ms(&[7; 8])]), "", "nothing to compare");
}

#[test]
fn shares_are_those_of_threads_and_tasks() {
    let trace = run("import time\ntime.sleep(3)\n", &Settings::default());
    let parts = shares(&trace);
    assert!(parts[State::Sleeping as usize] > 0.99, "{parts:?}");
    assert!((parts.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    assert_eq!(shares(&Trace::default()), [0.0; 7]);
}
