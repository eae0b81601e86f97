//! SHA-3 and SHAKE, BLAKE2b and BLAKE2s.

/// Keccak's permutation.
fn keccak(a: &mut [u64; 25]) {
    let mut lfsr = 1u8;
    for _ in 0..24 {
        let c: [u64; 5] = std::array::from_fn(|x| (0..5).fold(0, |n, y| n ^ a[x + 5 * y]));
        for x in 0..5 {
            let d = c[(x + 4) % 5] ^ c[(x + 1) % 5].rotate_left(1);
            for y in 0..5 {
                a[x + 5 * y] ^= d;
            }
        }
        let (mut x, mut y, mut last) = (1, 0, a[1]);
        for t in 0..24u32 {
            (x, y) = (y, (2 * x + 3 * y) % 5);
            let turned = last.rotate_left((t + 1) * (t + 2) / 2 % 64);
            last = std::mem::replace(&mut a[x + 5 * y], turned);
        }
        for row in a.chunks_exact_mut(5) {
            let old = [row[0], row[1], row[2], row[3], row[4]];
            for x in 0..5 {
                row[x] = old[x] ^ (!old[(x + 1) % 5] & old[(x + 2) % 5]);
            }
        }
        for j in 0..7 {
            if lfsr & 1 == 1 {
                a[0] ^= 1 << ((1u32 << j) - 1);
            }
            lfsr = lfsr << 1 ^ if lfsr & 0x80 != 0 { 0x71 } else { 0 };
        }
    }
}

/// `rate` bytes are taken in at a time; `suffix` tells SHA-3 (6) from SHAKE (0x1f).
pub fn sponge(data: &[u8], rate: usize, suffix: u8, size: usize) -> Vec<u8> {
    let mut padded = data.to_vec();
    padded.push(suffix);
    padded.resize(padded.len().div_ceil(rate) * rate, 0);
    if let Some(last) = padded.last_mut() {
        *last |= 0x80;
    }
    let mut state = [0u64; 25];
    for block in padded.chunks_exact(rate) {
        for (word, c) in state.iter_mut().zip(block.chunks_exact(8)) {
            *word ^= c.iter().rev().fold(0, |n, &b| n << 8 | u64::from(b));
        }
        keccak(&mut state);
    }
    let mut out = Vec::with_capacity(size + rate);
    while out.len() < size {
        out.extend(state.iter().flat_map(|w| w.to_le_bytes()).take(rate));
        keccak(&mut state);
    }
    out.truncate(size);
    out
}

const ORDER: [[usize; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/// `wide`: BLAKE2b (64-bit words, 12 rounds), else BLAKE2s (32-bit words, 10 rounds), computed in the low halves.
/// `marks` are the salt and the person, of two words each. `start` are SHA-512's (or SHA-256's) first words.
pub fn blake(data: &[u8], key: &[u8], marks: &[u8], size: usize, wide: bool, start: &[u64; 8]) -> Vec<u8> {
    let (word, rounds) = if wide { (8, 12) } else { (4, 10) };
    let turns = if wide { [32, 24, 16, 63] } else { [16, 12, 8, 7] };
    let block = word * 16;
    let cut = |x: u64| if wide { x } else { x & 0xffff_ffff };
    let turn = |x: u64, n: u32| if wide { x.rotate_right(n) } else { u64::from((x as u32).rotate_right(n)) };
    let mut h = *start;
    h[0] ^= 0x0101_0000 ^ (key.len() as u64) << 8 ^ size as u64;
    let number = |c: &[u8]| c.iter().rev().fold(0, |n, &b| n << 8 | u64::from(b));
    for (h, c) in h[4..].iter_mut().zip(marks.chunks_exact(word)) {
        *h ^= number(c);
    }
    let mut input = Vec::new();
    if !key.is_empty() {
        input.extend(key);
        input.resize(block, 0);
    }
    input.extend(data);
    let length = input.len();
    input.resize(length.div_ceil(block).max(1) * block, 0);
    let blocks = input.len() / block;
    for (i, part) in input.chunks_exact(block).enumerate() {
        let m: Vec<u64> = part.chunks_exact(word).map(number).collect();
        let count = if i + 1 == blocks { length } else { (i + 1) * block } as u64;
        let mut v = [0u64; 16];
        v[..8].copy_from_slice(&h);
        v[8..].copy_from_slice(start);
        v[12] ^= count;
        if i + 1 == blocks {
            v[14] = cut(!v[14]);
        }
        for r in 0..rounds {
            let s = &ORDER[r % 10];
            for (k, [a, b, c, d]) in [
                [0, 4, 8, 12],
                [1, 5, 9, 13],
                [2, 6, 10, 14],
                [3, 7, 11, 15],
                [0, 5, 10, 15],
                [1, 6, 11, 12],
                [2, 7, 8, 13],
                [3, 4, 9, 14],
            ]
            .into_iter()
            .enumerate()
            {
                v[a] = cut(v[a].wrapping_add(v[b]).wrapping_add(m[s[2 * k]]));
                v[d] = turn(v[d] ^ v[a], turns[0]);
                v[c] = cut(v[c].wrapping_add(v[d]));
                v[b] = turn(v[b] ^ v[c], turns[1]);
                v[a] = cut(v[a].wrapping_add(v[b]).wrapping_add(m[s[2 * k + 1]]));
                v[d] = turn(v[d] ^ v[a], turns[2]);
                v[c] = cut(v[c].wrapping_add(v[d]));
                v[b] = turn(v[b] ^ v[c], turns[3]);
            }
        }
        for k in 0..8 {
            h[k] ^= v[k] ^ v[k + 8];
        }
    }
    let mut out: Vec<u8> = h.iter().flat_map(|x| x.to_le_bytes().into_iter().take(word)).collect();
    out.truncate(size);
    out
}
