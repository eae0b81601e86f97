//! The normal form KC in which Python compares names: the parser's dependency `unicode-normalization`, reduced to the
//! characters that names of programs hold: Latin letters with combining marks, wide and mathematical letters, ligatures.
//! Every other character stays as it is.

/// Texts that have a normal form.
pub trait UnicodeNormalization {
    /// The characters of the normal form KC.
    fn nfkc(self) -> std::vec::IntoIter<char>;
}

impl UnicodeNormalization for &str {
    fn nfkc(self) -> std::vec::IntoIter<char> {
        let mut out: Vec<char> = Vec::with_capacity(self.len());
        for character in self.chars() {
            if let Some((_, letters)) = LIGATURES.iter().find(|(ligature, _)| *ligature == character) {
                out.extend(letters.chars());
                continue;
            }
            match out.last().and_then(|&letter| composed(letter, character)) {
                Some(whole) => *out.last_mut().expect("a letter before the mark") = whole,
                None => out.push(plain(character)),
            }
        }
        out.into_iter()
    }
}

/// The letter that a compatibility character stands for.
fn plain(character: char) -> char {
    let code = character as u32;
    let ascii = match code {
        0xff01..=0xff5e => code - 0xff01 + 0x21,
        // Alphabets of 26 capitals and 26 small letters in a row: bold, italic, script ...
        0x1d400..=0x1d6a3 => match (code - 0x1d400) % 52 {
            place @ 0..26 => 'A' as u32 + place,
            place => 'a' as u32 + place - 26,
        },
        0x1d7ce..=0x1d7ff => '0' as u32 + (code - 0x1d7ce) % 10,
        0xaa => 'a' as u32,
        0xba => 'o' as u32,
        0xb5 => return 'μ',
        0x17f => 's' as u32,
        _ => return character,
    };
    char::from_u32(ascii).unwrap_or(character)
}

fn composed(letter: char, mark: char) -> Option<char> {
    let (_, pairs) = MARKS.iter().find(|(known, _)| *known == mark)?;
    let mut pairs = pairs.chars();
    while let (Some(base), Some(whole)) = (pairs.next(), pairs.next()) {
        if base == letter {
            return Some(whole);
        }
    }
    None
}

const LIGATURES: [(char, &str); 7] =
    [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];

/// For each combining mark, letters and what they become with it.
const MARKS: &[(char, &str)] = &[
    ('\u{300}', "AÀEÈIÌNǸOÒUÙaàeèiìnǹoòuù"),
    ('\u{301}', "AÁCĆEÉGǴIÍLĹNŃOÓRŔSŚUÚYÝZŹaácćeégǵiílĺnńoórŕsśuúyýzź"),
    ('\u{302}', "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ"),
    ('\u{303}', "AÃIĨNÑOÕUŨaãiĩnñoõuũ"),
    ('\u{304}', "AĀEĒIĪOŌUŪYȲaāeēiīoōuūyȳ"),
    ('\u{306}', "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"),
    ('\u{307}', "AȦCĊEĖGĠIİOȮZŻaȧcċeėgġoȯzż"),
    ('\u{308}', "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
    ('\u{30a}', "AÅUŮaåuů"),
    ('\u{30b}', "OŐUŰoőuű"),
    ('\u{30c}', "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž"),
    ('\u{30f}', "AȀEȄIȈOȌRȐUȔaȁeȅiȉoȍrȑuȕ"),
    ('\u{311}', "AȂEȆIȊOȎRȒUȖaȃeȇiȋoȏrȓuȗ"),
    ('\u{31b}', "OƠUƯoơuư"),
    ('\u{326}', "SȘTȚsștț"),
    ('\u{327}', "CÇEȨGĢKĶLĻNŅRŖSŞTŢcçeȩgģkķlļnņrŗsştţ"),
    ('\u{328}', "AĄEĘIĮOǪUŲaąeęiįoǫuų"),
];
