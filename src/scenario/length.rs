//! How long a link may be, and what to say of one that is long.

use super::{MAX_LINK, Scenario};

/// Some chats and mail programs cut longer links, many programs much longer ones.
const LONG: usize = 2_000;
const VERY_LONG: usize = 8_000;

/// What is to be said of a link with so many characters behind its `#`, of this scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Length {
    Short,
    /// A sentence of warning.
    Long(String),
    /// Not to be written; a sentence that says how much to cut.
    Refused(String),
}

pub fn length(link: usize, scenario: &Scenario) -> Length {
    match link {
        n if n > MAX_LINK => {
            let texts = scenario.variants.iter().map(|v| v.source.len());
            let texts = texts.chain(scenario.settings.files.iter().map(|f| f.text.len())).sum::<usize>();
            // Text weighs in a link by its share; a twentieth more, since the last part may be denser than the rest.
            let cut = (texts as u128 * (n - MAX_LINK) as u128 * 21 / (20 * n as u128)) as usize;
            Length::Refused(format!(
                "A link to this would have {} characters, {} more than a link may have. Cut about {} characters of the program or its files.",
                grouped(n),
                grouped(n - MAX_LINK),
                grouped(rounded(cut.max(1)))
            ))
        }
        n if n > VERY_LONG => Length::Long(format!("With {} characters it is too long for many programs.", grouped(n))),
        n if n > LONG => {
            Length::Long(format!("With {} characters it is too long for some chats and mail programs.", grouped(n)))
        }
        _ => Length::Short,
    }
}

/// Up to two digits that count.
fn rounded(n: usize) -> usize {
    let step = 10usize.pow(n.ilog10().saturating_sub(1));
    n.div_ceil(step) * step
}

/// `45,210`.
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
