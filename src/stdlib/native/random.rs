//! `_random`: the Mersenne Twister with CPython's seeding, so that a seed gives CPython's numbers.

use super::builtins::define;
use super::digest::sha512;
use crate::vm::types::args::{as_int, bytes, index, take, text};
use crate::vm::types::number::int;
use crate::vm::{Args, Effect, Obj, Ref, Signal, Value, Vm, class};
use num_bigint::{BigInt, Sign};
use num_traits::Signed;

const N: usize = 624;
const M: usize = 397;
/// 624 words of 4 bytes, then the place of the next one.
const STATE: usize = N * 4 + 4;

pub fn fill(vm: &mut Vm, names: Ref) {
    define(
        vm,
        names,
        &[
            ("seed", seed, 5000),
            ("random", random, 5),
            ("getrandbits", getrandbits, 30),
            ("entropy", |vm, _| Err(vm.effect(Effect::Entropy)), 0),
        ],
    );
}

struct Twister {
    words: [u32; N],
    at: usize,
}

impl Twister {
    fn from_number(seed: u32) -> Twister {
        let mut words = [0u32; N];
        words[0] = seed;
        for i in 1..N {
            let last = words[i - 1];
            words[i] = 1_812_433_253u32.wrapping_mul(last ^ (last >> 30)).wrapping_add(i as u32);
        }
        Twister { words, at: N }
    }

    fn from_key(key: &[u32]) -> Twister {
        let mut t = Twister::from_number(19_650_218);
        let w = &mut t.words;
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let mix = w[i - 1] ^ (w[i - 1] >> 30);
            w[i] = (w[i] ^ mix.wrapping_mul(1_664_525)).wrapping_add(key[j]).wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= N {
                w[0] = w[N - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 0..N - 1 {
            let mix = w[i - 1] ^ (w[i - 1] >> 30);
            w[i] = (w[i] ^ mix.wrapping_mul(1_566_083_941)).wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                w[0] = w[N - 1];
                i = 1;
            }
        }
        w[0] = 0x8000_0000;
        t
    }

    fn next(&mut self) -> u32 {
        if self.at >= N {
            for i in 0..N {
                let y = (self.words[i] & 0x8000_0000) | (self.words[(i + 1) % N] & 0x7fff_ffff);
                let twist = if y & 1 == 1 { 0x9908_b0df } else { 0 };
                self.words[i] = self.words[(i + M) % N] ^ (y >> 1) ^ twist;
            }
            self.at = 0;
        }
        let mut y = self.words[self.at];
        self.at += 1;
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        y ^ (y >> 18)
    }

    fn bytes(&self) -> Vec<u8> {
        self.words.iter().copied().chain([self.at as u32]).flat_map(u32::to_le_bytes).collect()
    }
}

/// Runs `f` on the state kept in a bytearray, in place.
fn with<T>(vm: &mut Vm, state: Value, f: impl FnOnce(&mut Twister) -> T) -> Result<T, Signal> {
    if let Value::Obj(r) = state
        && let Obj::ByteArray(b) = vm.heap.get_mut(r)
        && b.len() == STATE
    {
        let word = |b: &[u8], i: usize| u32::from_le_bytes([b[i * 4], b[i * 4 + 1], b[i * 4 + 2], b[i * 4 + 3]]);
        let at = word(b, N) as usize;
        let mut t = Twister { words: std::array::from_fn(|i| word(b, i)), at };
        let out = f(&mut t);
        if t.at > at {
            b[N * 4..].copy_from_slice(&(t.at as u32).to_le_bytes());
        } else {
            *b = t.bytes();
        }
        return Ok(out);
    }
    Err(vm.type_error("expected the state of a generator"))
}

/// `seed(value)`: a new state. Ints seed by their magnitude; str and bytes by themselves and their SHA-512, as version 2 does.
fn seed(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [v] = take(vm, args, "seed", 0, 1)?;
    let n = if let Some(n) = as_int(vm, v) {
        n.abs()
    } else if let Value::Float(x) = v {
        let h = crate::vm::types::hash::of_float(x) as i64;
        BigInt::from(h as u64)
    } else {
        let mut data = match (text(vm, v), bytes(vm, v)) {
            (Some(s), _) => s.as_bytes().to_vec(),
            (_, Some(b)) => b,
            _ => {
                return Err(
                    vm.type_error("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
                );
            }
        };
        let digest = sha512(&data);
        data.extend(digest);
        BigInt::from_bytes_be(Sign::Plus, &data)
    };
    let (_, mut key) = n.to_u32_digits();
    if key.is_empty() {
        key.push(0);
    }
    let state = Twister::from_key(&key).bytes();
    Ok(Value::Obj(vm.heap.alloc(Obj::ByteArray(state))))
}

fn random(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [state] = take(vm, args, "random", 0, 1)?;
    let x = with(vm, state, |t| {
        let (a, b) = (t.next() >> 5, t.next() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) * (1.0 / 9_007_199_254_740_992.0)
    })?;
    Ok(Value::Float(x))
}

fn getrandbits(vm: &mut Vm, args: Args) -> Result<Value, Signal> {
    let [state, k] = take(vm, args, "getrandbits", 0, 2)?;
    let k = index(vm, k)?;
    if k < 0 {
        return Err(vm.value_error("number of bits must be non-negative"));
    }
    if k == 0 {
        return Ok(Value::Int(0));
    }
    if k > 1 << 26 {
        return Err(vm.raise(class::OVERFLOW_ERROR, "number of bits is too large"));
    }
    let k = k as usize;
    if k <= 32 {
        let x = with(vm, state, |t| t.next() >> (32 - k))?;
        return Ok(Value::Int(x.into()));
    }
    let words = k.div_ceil(32);
    let mut out = Vec::with_capacity(words * 4);
    for i in 0..words {
        let left = k - i * 32;
        let x = with(vm, state, |t| t.next())?;
        let x = if left < 32 { x >> (32 - left) } else { x };
        out.extend(x.to_le_bytes());
    }
    let n = BigInt::from_bytes_le(Sign::Plus, &out);
    Ok(int(vm, n))
}
