//! The colours of states, as the style sheet has them: contrast to the ground and distance from each other, for every kind of eye.

use std::fs;

const STATES: [&str; 5] = ["running", "ready", "gil", "blocked", "wait"];

/// Machado, Oliveira and Fernandes 2009, severity 1, on linear light: what a protanope, deuteranope and tritanope see.
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    ("normal", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
];

type Colour = [f64; 3];

/// Both values of a custom property that is written with `light-dark()`, in linear light.
fn token(css: &str, name: &str) -> [Colour; 2] {
    let rest = css.split_once(&format!("--{name}: light-dark(")).unwrap_or_else(|| panic!("--{name} is not there")).1;
    let (light, dark) = rest.split_once(')').and_then(|(both, _)| both.split_once(',')).expect("two colours");
    [light, dark].map(|hex| {
        let hex = hex.trim().strip_prefix('#').expect("a hexadecimal colour");
        std::array::from_fn(|i| {
            let part = u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).expect("two digits") as f64 / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    })
}

fn seen(by: &[[f64; 3]; 3], c: Colour) -> Colour {
    by.map(|row| (row[0] * c[0] + row[1] * c[1] + row[2] * c[2]).clamp(0.0, 1.0))
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let light = |c: Colour| 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] + 0.05;
    let (a, b) = (light(a), light(b));
    a.max(b) / a.min(b)
}

/// Linear light as OKLab × 100.
fn oklab(c: Colour) -> Colour {
    let sum = |m: [f64; 3], v: Colour| m[0] * v[0] + m[1] * v[1] + m[2] * v[2];
    let cones = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
    .map(|m| sum(m, c).cbrt());
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
    .map(|m| 100.0 * sum(m, cones))
}

fn distance(a: Colour, b: Colour) -> f64 {
    let (a, b) = (oklab(a), oklab(b));
    (0..3).map(|i| (a[i] - b[i]).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn states_are_told_apart_by_every_eye_in_both_themes() {
    let css = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css")).expect("the tokens");
    let ground = token(&css, "ground");
    let states = STATES.map(|s| token(&css, &format!("state-{s}")));
    for (theme, least) in [(0, 14.7), (1, 16.5)] {
        for (name, state) in STATES.iter().zip(&states) {
            let contrast = contrast(state[theme], ground[theme]);
            assert!(contrast >= 3.0, "{name} has a contrast of {contrast:.2} in theme {theme}");
        }
        for (eye, matrix) in &EYES {
            for a in 0..STATES.len() {
                for b in a + 1..STATES.len() {
                    let apart = distance(seen(matrix, states[a][theme]), seen(matrix, states[b][theme]));
                    let pair = format!("{} and {} with {eye} in theme {theme}", STATES[a], STATES[b]);
                    // The figures of the search are rounded to a tenth.
                    assert!(apart >= least - 0.05, "{pair}: {apart:.2}");
                }
            }
        }
    }
    let ink = token(&css, "state-running-ink");
    for theme in 0..2 {
        assert!(contrast(ink[theme], states[0][theme]) >= 4.5, "words on a running bar in theme {theme}");
    }
}
