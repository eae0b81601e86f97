//! Hashes of text and bytes: SipHash-1-3 with a key of zeros, which is CPython's under `PYTHONHASHSEED=0`.

#[inline(always)]
fn round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32);
    v[2] = v[2].wrapping_add(v[1]);
    v[0] = v[0].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[2] = v[2].rotate_left(32);
}

/// The hash of a bytes object; 0 for none, and never −1.
#[inline]
#[cfg_attr(small, optimize(speed))]
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut v = [0x736f_6d65_7073_6575u64, 0x646f_7261_6e64_6f6d, 0x6c79_6765_6e65_7261, 0x7465_6462_7974_6573];
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        let word = u64::from_le_bytes(*word);
        v[3] ^= word;
        round(&mut v);
        v[0] ^= word;
    }
    let last = rest.iter().rev().fold(0, |h, &b| h << 8 | u64::from(b)) | (bytes.len() as u64) << 56;
    v[3] ^= last;
    round(&mut v);
    v[0] ^= last;
    v[2] ^= 0xff;
    round(&mut v);
    round(&mut v);
    round(&mut v);
    let h = v[0] ^ v[1] ^ v[2] ^ v[3];
    if h == u64::MAX { u64::MAX - 1 } else { h }
}

/// The hash of a string: of its characters in as many bytes each as the widest needs.
pub fn full_hash(text: &str) -> u64 {
    if text.is_ascii() { hash_bytes(text.as_bytes()) } else { hash_wide(text) }
}

/// The same as dicts use it: 32 bits, which a string has room to keep.
#[inline]
pub fn hash_text(text: &str) -> u64 {
    u64::from(full_hash(text) as u32)
}

#[cold]
fn hash_wide(text: &str) -> u64 {
    let bytes: Vec<u8> = match text.chars().max() {
        Some(..='\u{ff}') => text.chars().map(|c| c as u8).collect(),
        Some(..='\u{ffff}') => text.chars().flat_map(|c| (c as u16).to_le_bytes()).collect(),
        _ => text.chars().flat_map(|c| (c as u32).to_le_bytes()).collect(),
    };
    hash_bytes(&bytes)
}
