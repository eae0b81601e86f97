//! The names that `\N{...}` finds: the parser's dependency `unicode_names2`, reduced to the characters that programs name.
//! A name that is not here is an error of the program's text at its place, never another character.

/// The character of a Unicode name, in any letter case.
pub fn character(name: &str) -> Option<char> {
    let name = name.trim().to_ascii_uppercase();
    NAMES.iter().find(|(known, _)| *known == name).map(|&(_, character)| character).or_else(|| letter(&name))
}

/// `LATIN SMALL LETTER A`, `GREEK CAPITAL LETTER OMEGA`, `DIGIT SEVEN`.
fn letter(name: &str) -> Option<char> {
    if let Some(digit) = name.strip_prefix("DIGIT ") {
        let digits = ["ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"];
        let value = digits.iter().position(|d| *d == digit)?;
        return char::from_digit(value as u32, 10);
    }
    let (script, rest) = name.split_once(' ')?;
    let (case, letter) = rest.split_once(" LETTER ")?;
    let small = match case {
        "SMALL" => true,
        "CAPITAL" => false,
        _ => return None,
    };
    match script {
        "LATIN" => {
            let mut letters = letter.chars();
            let only = letters.next().filter(|c| c.is_ascii_uppercase() && letters.as_str().is_empty())?;
            Some(if small { only.to_ascii_lowercase() } else { only })
        }
        "GREEK" => {
            let place = GREEK.iter().position(|g| *g == letter)? as u32;
            // The place after RHO is the final sigma, which has no capital.
            let place = if place > 16 { place + 1 } else { place };
            char::from_u32(if small { 0x3b1 } else { 0x391 } + place)
        }
        _ => None,
    }
}

const GREEK: [&str; 24] = [
    "ALPHA", "BETA", "GAMMA", "DELTA", "EPSILON", "ZETA", "ETA", "THETA", "IOTA", "KAPPA", "LAMDA", "MU", "NU", "XI",
    "OMICRON", "PI", "RHO", "SIGMA", "TAU", "UPSILON", "PHI", "CHI", "PSI", "OMEGA",
];

const NAMES: &[(&str, char)] = &[
    ("SPACE", ' '),
    ("NUMBER SIGN", '#'),
    ("DOLLAR SIGN", '$'),
    ("PERCENT SIGN", '%'),
    ("AMPERSAND", '&'),
    ("ASTERISK", '*'),
    ("SOLIDUS", '/'),
    ("COMMERCIAL AT", '@'),
    ("LEFT SQUARE BRACKET", '['),
    ("RIGHT SQUARE BRACKET", ']'),
    ("LEFT CURLY BRACKET", '{'),
    ("RIGHT CURLY BRACKET", '}'),
    ("NO-BREAK SPACE", '\u{a0}'),
    ("COPYRIGHT SIGN", '©'),
    ("REGISTERED SIGN", '®'),
    ("DEGREE SIGN", '°'),
    ("PLUS-MINUS SIGN", '±'),
    ("MICRO SIGN", 'µ'),
    ("MULTIPLICATION SIGN", '×'),
    ("DIVISION SIGN", '÷'),
    ("POUND SIGN", '£'),
    ("YEN SIGN", '¥'),
    ("EURO SIGN", '€'),
    ("SECTION SIGN", '§'),
    ("MIDDLE DOT", '·'),
    ("BULLET", '•'),
    ("HORIZONTAL ELLIPSIS", '…'),
    ("EN DASH", '–'),
    ("EM DASH", '—'),
    ("LEFT SINGLE QUOTATION MARK", '‘'),
    ("RIGHT SINGLE QUOTATION MARK", '’'),
    ("LEFT DOUBLE QUOTATION MARK", '“'),
    ("RIGHT DOUBLE QUOTATION MARK", '”'),
    ("LEFTWARDS ARROW", '←'),
    ("UPWARDS ARROW", '↑'),
    ("RIGHTWARDS ARROW", '→'),
    ("DOWNWARDS ARROW", '↓'),
    ("LEFT RIGHT ARROW", '↔'),
    ("RIGHTWARDS DOUBLE ARROW", '⇒'),
    ("INFINITY", '∞'),
    ("SQUARE ROOT", '√'),
    ("N-ARY SUMMATION", '∑'),
    ("ALMOST EQUAL TO", '≈'),
    ("NOT EQUAL TO", '≠'),
    ("LESS-THAN OR EQUAL TO", '≤'),
    ("GREATER-THAN OR EQUAL TO", '≥'),
    ("ELEMENT OF", '∈'),
    ("BLACK STAR", '★'),
    ("WHITE STAR", '☆'),
    ("BLACK HEART SUIT", '♥'),
    ("CHECK MARK", '✓'),
    ("HEAVY CHECK MARK", '✔'),
    ("BALLOT X", '✗'),
    ("MULTIPLICATION X", '✕'),
    ("CROSS MARK", '❌'),
    ("WHITE HEAVY CHECK MARK", '✅'),
    ("WARNING SIGN", '⚠'),
    ("HOURGLASS", '⌛'),
    ("ALARM CLOCK", '⏰'),
    ("ROCKET", '🚀'),
    ("SNAKE", '🐍'),
    ("SPARKLES", '✨'),
    ("FIRE", '🔥'),
    ("PARTY POPPER", '🎉'),
    ("GRINNING FACE", '😀'),
    ("THUMBS UP SIGN", '👍'),
    ("BLACK SQUARE", '■'),
    ("WHITE SQUARE", '□'),
    ("BLACK CIRCLE", '●'),
    ("WHITE CIRCLE", '○'),
    ("FULL BLOCK", '█'),
    ("LIGHT SHADE", '░'),
    ("MEDIUM SHADE", '▒'),
    ("DARK SHADE", '▓'),
    ("LATIN SMALL LETTER E WITH ACUTE", 'é'),
    ("LATIN SMALL LETTER O WITH DIAERESIS", 'ö'),
    ("LATIN SMALL LETTER U WITH DIAERESIS", 'ü'),
    ("LATIN SMALL LETTER A WITH DIAERESIS", 'ä'),
    ("LATIN SMALL LETTER SHARP S", 'ß'),
    ("COMBINING ACUTE ACCENT", '\u{301}'),
    ("ZERO WIDTH JOINER", '\u{200d}'),
    ("ZERO WIDTH SPACE", '\u{200b}'),
];
