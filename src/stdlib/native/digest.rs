//! Message digests: MD5, SHA-1, SHA-256, SHA-512, and CRC-32 and Adler-32.

use std::sync::LazyLock;

use super::builtins::define;
use super::sponge::{blake, sponge};
use crate::vm::types::args::{bytes, take, text};
use crate::vm::types::bytes::make;
use crate::vm::{Args, Ref, Signal, Value, Vm};

pub fn fill(vm: &mut Vm, names: Ref) {
    define(vm, names, &[("digest", digest, 300), ("crc32", crc32, 100), ("adler32", adler32, 100)]);
}

/// `digest(name, data, size, key, marks)`: bytes; the size counts for SHAKE and BLAKE2, key and marks for BLAKE2.
fn digest(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [name, data, size, key, marks] = take(vm, args, "digest", 0, 2)?;
    let size = crate::vm::types::args::index_or(vm, size, 32)?.clamp(0, 1 << 24) as usize;
    let (key, marks) = (bytes(vm, key).unwrap_or_default(), bytes(vm, marks).unwrap_or_default());
    let (name, data) = (text(vm, name).unwrap_or_default(), bytes(vm, data).unwrap_or_default());
    vm.charge(data.len() as u64 * 500);
    vm.toil += 2_000_000;
    let out = match &*name {
        "md5" => md5(&data),
        "sha1" => sha1(&data),
        "sha224" => sha256(&data, true)[..28].to_vec(),
        "sha256" => sha256(&data, false),
        "sha384" => sha512_of(&data, true)[..48].to_vec(),
        "sha512" => sha512(&data),
        "sha3_224" => sponge(&data, 144, 6, 28),
        "sha3_256" => sponge(&data, 136, 6, 32),
        "sha3_384" => sponge(&data, 104, 6, 48),
        "sha3_512" => sponge(&data, 72, 6, 64),
        "shake_128" => sponge(&data, 168, 0x1f, size),
        "shake_256" => sponge(&data, 136, 0x1f, size),
        "blake2b" | "blake2s" => {
            let wide = &*name == "blake2b";
            let start = std::array::from_fn(|i| SQUARE_ROOTS[i] >> if wide { 0 } else { 32 });
            blake(&data, &key, &marks, size, wide, &start)
        }
        other => return Err(vm.value_error(&format!("unsupported hash type {other}"))),
    };
    Ok(make(vm, out))
}

/// The message with its padding: 0x80, zeros, the length in bits in `tail` bytes.
fn padded(data: &[u8], block: usize, tail: usize, big: bool) -> Vec<u8> {
    let mut out = data.to_vec();
    out.push(0x80);
    while out.len() % block != block - tail {
        out.push(0);
    }
    let bits = (data.len() as u128) * 8;
    if big {
        out.extend(&bits.to_be_bytes()[16 - tail..]);
    } else {
        out.extend(&bits.to_le_bytes()[..tail]);
    }
    out
}

/// 64 bits of the fractions of the roots of the first primes: the constants of SHA-2.
static SQUARE_ROOTS: LazyLock<Vec<u64>> = LazyLock::new(|| primes(16).into_iter().map(|p| root_bits(p, 2)).collect());
static CUBE_ROOTS: LazyLock<Vec<u64>> = LazyLock::new(|| primes(80).into_iter().map(|p| root_bits(p, 3)).collect());
/// The same of sines: those of MD5.
static SINES: LazyLock<Vec<u32>> =
    LazyLock::new(|| (1..=64).map(|i| (libm::sin(f64::from(i)).abs() * 4_294_967_296.0) as u32).collect());

fn primes(n: usize) -> Vec<u64> {
    let mut out: Vec<u64> = Vec::new();
    let mut candidate = 2;
    while out.len() < n {
        if out.iter().all(|p| candidate % p != 0) {
            out.push(candidate);
        }
        candidate += 1;
    }
    out
}

/// 64 bits of the fraction of the `degree`-th root of a prime.
fn root_bits(p: u64, degree: u32) -> u64 {
    use num_bigint::BigUint;
    let root = (BigUint::from(p) << (64 * degree)).nth_root(degree);
    (&root % (BigUint::from(1u8) << 64u32)).iter_u64_digits().next().unwrap_or(0)
}

pub fn sha512(data: &[u8]) -> Vec<u8> {
    sha512_of(data, false)
}

fn sha512_of(data: &[u8], short: bool) -> Vec<u8> {
    let k = &*CUBE_ROOTS;
    let mut h = SQUARE_ROOTS[if short { 8..16 } else { 0..8 }].to_vec();
    for block in padded(data, 128, 16, true).chunks_exact(128) {
        let mut w: Vec<u64> = block.chunks_exact(8).map(|c| c.iter().fold(0, |n, &b| n << 8 | u64::from(b))).collect();
        for i in 16..80 {
            let s0 = w[i - 15].rotate_right(1) ^ w[i - 15].rotate_right(8) ^ (w[i - 15] >> 7);
            let s1 = w[i - 2].rotate_right(19) ^ w[i - 2].rotate_right(61) ^ (w[i - 2] >> 6);
            w.push(w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1));
        }
        let mut v = h.clone();
        for i in 0..80 {
            let s1 = v[4].rotate_right(14) ^ v[4].rotate_right(18) ^ v[4].rotate_right(41);
            let ch = (v[4] & v[5]) ^ (!v[4] & v[6]);
            let t1 = v[7].wrapping_add(s1).wrapping_add(ch).wrapping_add(k[i]).wrapping_add(w[i]);
            let s0 = v[0].rotate_right(28) ^ v[0].rotate_right(34) ^ v[0].rotate_right(39);
            let maj = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
            v.rotate_right(1);
            v[4] = v[4].wrapping_add(t1);
            v[0] = t1.wrapping_add(s0).wrapping_add(maj);
        }
        h.iter_mut().zip(&v).for_each(|(a, b)| *a = a.wrapping_add(*b));
    }
    h.iter().flat_map(|x| x.to_be_bytes()).collect()
}

fn sha256(data: &[u8], short: bool) -> Vec<u8> {
    let k = &*CUBE_ROOTS;
    // SHA-224 begins with the second halves of SHA-384's words.
    let mut h: Vec<u32> = match short {
        true => SQUARE_ROOTS[8..].iter().map(|&root| root as u32).collect(),
        false => SQUARE_ROOTS[..8].iter().map(|&root| (root >> 32) as u32).collect(),
    };
    for block in padded(data, 64, 8, true).chunks_exact(64) {
        let mut w: Vec<u32> = block.chunks_exact(4).map(|c| u32::from_be_bytes([c[0], c[1], c[2], c[3]])).collect();
        for i in 16..64 {
            let s0 = w[i - 15].rotate_right(7) ^ w[i - 15].rotate_right(18) ^ (w[i - 15] >> 3);
            let s1 = w[i - 2].rotate_right(17) ^ w[i - 2].rotate_right(19) ^ (w[i - 2] >> 10);
            w.push(w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1));
        }
        let mut v = h.clone();
        for i in 0..64 {
            let s1 = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let ch = (v[4] & v[5]) ^ (!v[4] & v[6]);
            let t1 = v[7].wrapping_add(s1).wrapping_add(ch).wrapping_add((k[i] >> 32) as u32).wrapping_add(w[i]);
            let s0 = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let maj = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
            v.rotate_right(1);
            v[4] = v[4].wrapping_add(t1);
            v[0] = t1.wrapping_add(s0).wrapping_add(maj);
        }
        h.iter_mut().zip(&v).for_each(|(a, b)| *a = a.wrapping_add(*b));
    }
    h.iter().flat_map(|x| x.to_be_bytes()).collect()
}

fn sha1(data: &[u8]) -> Vec<u8> {
    let mut h = [0x6745_2301u32, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    for block in padded(data, 64, 8, true).chunks_exact(64) {
        let mut w: Vec<u32> = block.chunks_exact(4).map(|c| u32::from_be_bytes([c[0], c[1], c[2], c[3]])).collect();
        for i in 16..80 {
            w.push((w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]).rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = h;
        for (i, &word) in w.iter().enumerate() {
            let (f, k) = match i / 20 {
                0 => ((b & c) | (!b & d), 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6u32),
            };
            let t = a.rotate_left(5).wrapping_add(f).wrapping_add(e).wrapping_add(k).wrapping_add(word);
            (a, b, c, d, e) = (t, a, b.rotate_left(30), c, d);
        }
        for (x, y) in h.iter_mut().zip([a, b, c, d, e]) {
            *x = x.wrapping_add(y);
        }
    }
    h.iter().flat_map(|x| x.to_be_bytes()).collect()
}

fn md5(data: &[u8]) -> Vec<u8> {
    const TURNS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let k = &*SINES;
    let mut h = [0x6745_2301u32, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
    for block in padded(data, 64, 8, false).chunks_exact(64) {
        let w: Vec<u32> = block.chunks_exact(4).map(|c| u32::from_le_bytes([c[0], c[1], c[2], c[3]])).collect();
        let [mut a, mut b, mut c, mut d] = h;
        for i in 0..64 {
            let (f, g) = match i / 16 {
                0 => ((b & c) | (!b & d), i),
                1 => ((d & b) | (!d & c), (5 * i + 1) % 16),
                2 => (b ^ c ^ d, (3 * i + 5) % 16),
                _ => (c ^ (b | !d), (7 * i) % 16),
            };
            let t = a.wrapping_add(f).wrapping_add(k[i]).wrapping_add(w[g]);
            (a, d, c, b) = (d, c, b, b.wrapping_add(t.rotate_left(TURNS[i / 16][i % 4])));
        }
        for (x, y) in h.iter_mut().zip([a, b, c, d]) {
            *x = x.wrapping_add(y);
        }
    }
    h.iter().flat_map(|x| x.to_le_bytes()).collect()
}

fn data_of(vm: &mut Vm, v: Value) -> Result<Vec<u8>, Signal> {
    match bytes(vm, v) {
        Some(b) => {
            vm.charge(b.len() as u64 * 300);
            Ok(b)
        }
        None => {
            let kind = vm.class_name(v);
            Err(vm.type_error(&format!("a bytes-like object is required, not '{kind}'")))
        }
    }
}

fn crc32(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [data, start] = take(vm, args, "crc32", 0, 1)?;
    let start = crate::vm::types::args::index_or(vm, start, 0)? as u32;
    let data = data_of(vm, data)?;
    let crc = data.iter().fold(!start, |crc, &b| {
        (0..8).fold(crc ^ u32::from(b), |c, _| if c & 1 == 1 { (c >> 1) ^ 0xedb8_8320 } else { c >> 1 })
    });
    Ok(Value::Int((!crc).into()))
}

fn adler32(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [data, start] = take(vm, args, "adler32", 0, 1)?;
    let start = crate::vm::types::args::index_or(vm, start, 1)? as u32;
    let data = data_of(vm, data)?;
    let (a, b) = data.iter().fold((start & 0xffff, start >> 16), |(a, b), &x| {
        let a = (a + u32::from(x)) % 65_521;
        (a, (b + a) % 65_521)
    });
    Ok(Value::Int((b << 16 | a).into()))
}
