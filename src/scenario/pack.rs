//! Text to the characters of a link and back: deflated, with a checksum, as base64url without padding.
//!
//! Version 1 is zlib. Version 2 is deflate that may refer back to a dictionary, a text that both sides know: programs are short
//! and much alike, so that a link becomes a third shorter. The dictionary of a version never changes.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use miniz_oxide::{MZ_ADLER32_INIT, mz_adler32_oxide};

use super::LinkError;

/// What version 2 may refer back to: what programs are made of, as JSON writes it, the commonest last.
const DICTIONARY: &str = include_str!("dictionary.txt");
/// What a link may inflate to.
const MAX_TEXT: usize = 1 << 20;
const CHECK: usize = 4;

/// The text as a link of the newest version.
pub fn pack(text: &str) -> String {
    let mut state = CompressorOxide::new(create_comp_flags_from_zip_params(9, -15, 0));
    let mut scratch = [0; 1024];
    // The dictionary goes through first and its output away; a sync ends on a whole byte and keeps the window.
    let mut rest = DICTIONARY.as_bytes();
    loop {
        let (_, read, written) = compress(&mut state, rest, &mut scratch, TDEFLFlush::Sync);
        rest = &rest[read..];
        if rest.is_empty() && written < scratch.len() {
            break;
        }
    }
    let (mut packed, mut rest) = (Vec::new(), text.as_bytes());
    loop {
        let (status, read, written) = compress(&mut state, rest, &mut scratch, TDEFLFlush::Finish);
        packed.extend_from_slice(&scratch[..written]);
        rest = &rest[read..];
        if status != TDEFLStatus::Okay {
            break;
        }
    }
    packed.extend_from_slice(&checksum(text.as_bytes()));
    format!("v2.{}", URL_SAFE_NO_PAD.encode(packed))
}

/// The text of a link of any version.
pub fn unpack(link: &str) -> Result<String, LinkError> {
    let rest = link.strip_prefix('v').ok_or(LinkError::Foreign)?;
    let (digits, body) = rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count());
    let body = body.strip_prefix('.');
    let inflated = match (digits.parse::<u32>(), body) {
        (Ok(1), Some(body)) => zlib(&decoded(body)?)?,
        (Ok(2), Some(body)) => deflated(&decoded(body)?)?,
        (Ok(1 | 2), None) => return Err(LinkError::Damaged),
        (Ok(3..), _) => return Err(LinkError::Future),
        _ => return Err(LinkError::Foreign),
    };
    String::from_utf8(inflated).map_err(|_| LinkError::Damaged)
}

fn decoded(body: &str) -> Result<Vec<u8>, LinkError> {
    // Mail programs and chats append punctuation to what they take for the end of a link.
    let body = body.trim_end_matches(['=', '.', ',', ')', '>', ' ']);
    URL_SAFE_NO_PAD.decode(body).map_err(|_| LinkError::Damaged)
}

fn zlib(packed: &[u8]) -> Result<Vec<u8>, LinkError> {
    miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, MAX_TEXT).map_err(|e| match e.status {
        TINFLStatus::HasMoreOutput => LinkError::Oversized,
        _ => LinkError::Damaged,
    })
}

fn deflated(packed: &[u8]) -> Result<Vec<u8>, LinkError> {
    let (mut rest, check) = packed.split_at_checked(packed.len().wrapping_sub(CHECK)).ok_or(LinkError::Damaged)?;
    let mut state = DecompressorOxide::new();
    let mut out = DICTIONARY.as_bytes().to_vec();
    let mut end = out.len();
    loop {
        out.resize((end + 4 * packed.len() + 256).min(DICTIONARY.len() + MAX_TEXT), 0);
        let (status, read, written) =
            decompress(&mut state, rest, &mut out, end, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF);
        rest = &rest[read..];
        end += written;
        match status {
            TINFLStatus::Done if rest.is_empty() => break,
            TINFLStatus::HasMoreOutput if end < DICTIONARY.len() + MAX_TEXT => {}
            TINFLStatus::HasMoreOutput => return Err(LinkError::Oversized),
            _ => return Err(LinkError::Damaged),
        }
    }
    out.truncate(end);
    out.drain(..DICTIONARY.len());
    if checksum(&out) == check { Ok(out) } else { Err(LinkError::Damaged) }
}

fn checksum(text: &[u8]) -> [u8; CHECK] {
    mz_adler32_oxide(MZ_ADLER32_INIT, text).to_be_bytes()
}
