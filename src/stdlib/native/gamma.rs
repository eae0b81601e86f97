//! The gamma function and cube roots as CPython rounds them.

use std::f64::consts::PI;

const G: f64 = 6.024_680_040_776_729_583_740_234_375;
const G_LESS_HALF: f64 = 5.524_680_040_776_729_583_740_234_375;

/// Coefficients of Lanczos' sum, for N = 13 and this g.
const ABOVE: [f64; 13] = [
    23531376880.410_759_688_572_007_674_451_636_754_734_846_8,
    42919803642.649_098_768_957_899_047_001_988_850_926_355_8,
    35711959237.355_668_049_440_185_451_547_166_705_960_488_6,
    17921034426.037_209_699_919_755_754_458_931_112_671_403_3,
    6039542586.352_028_005_064_291_644_307_297_921_069_938_84,
    1439720407.311_721_673_663_223_072_794_912_393_971_548_58,
    248874557.862_054_156_511_460_386_413_229_423_216_321_251,
    31426415.585_400_194_380_614_231_628_318_205_362_874_685,
    2876370.628_935_372_441_225_409_051_620_849_613_599_114_5,
    186056.265_395_223_495_040_294_989_716_045_699_282_207_842,
    8071.672_002_365_816_210_638_002_902_272_250_613_821_851_6,
    210.824_277_751_579_345_872_509_733_920_713_362_711_669_696,
    2.506_628_274_631_000_270_164_908_177_133_837_338_626_431,
];
const BELOW: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn sum(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for i in (0..13).rev() {
            above = above * x + ABOVE[i];
            below = below * x + BELOW[i];
        }
    } else {
        for i in 0..13 {
            above = above / x + ABOVE[i];
            below = below / x + BELOW[i];
        }
    }
    above / below
}

/// sin(pi x), without what multiplying by pi loses.
fn sine(x: f64) -> f64 {
    let y = libm::fmod(x.abs(), 2.0);
    let r = match libm::round(2.0 * y) as i32 {
        0 => libm::sin(PI * y),
        1 => libm::cos(PI * (y - 0.5)),
        2 => libm::sin(PI * (1.0 - y)),
        3 => -libm::cos(PI * (y - 1.5)),
        _ => libm::sin(PI * (y - 2.0)),
    };
    libm::copysign(1.0, x) * r
}

/// x is no pole.
pub fn gamma(x: f64) -> f64 {
    if !x.is_finite() || x == 0.0 {
        return if x == 0.0 { 1.0 / x } else { x };
    }
    if x == libm::floor(x) && x > 0.0 && x <= 23.0 {
        return (2..x as u64).map(|n| n as f64).product();
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sine(x) } else { f64::INFINITY };
    }
    let y = size + G_LESS_HALF;
    let z = if size > G_LESS_HALF { (y - size) - G_LESS_HALF } else { (y - G_LESS_HALF) - size } * G / y;
    let half = || libm::pow(y, size / 2.0 - 0.25);
    if x < 0.0 {
        let mut r = -PI / sine(size) / size * libm::exp(y) / sum(size);
        r -= z * r;
        if size < 140.0 { r / libm::pow(y, size - 0.5) } else { r / half() / half() }
    } else {
        let mut r = sum(size) / libm::exp(y);
        r += z * r;
        if size < 140.0 { r * libm::pow(y, size - 0.5) } else { r * half() * half() }
    }
}

/// The logarithm of its size; x is no pole.
pub fn log_gamma(x: f64) -> f64 {
    if !x.is_finite() {
        return if x.is_nan() { x } else { f64::INFINITY };
    }
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let size = x.abs();
    if size < 1e-20 {
        return -libm::log(size);
    }
    let r = libm::log(sum(size)) - G + (size - 0.5) * (libm::log(size + G - 0.5) - 1.0);
    if x < 0.0 { libm::log(PI) - libm::log(sine(size).abs()) - libm::log(size) - r } else { r }
}

/// Rounded correctly: libm's result after one more step of Newton's with the rest in full.
pub fn cube_root(x: f64) -> f64 {
    let y = libm::cbrt(x);
    if y == 0.0 || !y.is_finite() {
        return y;
    }
    let square = y * y;
    let rest = libm::fma(square, y, -x) + libm::fma(y, y, -square) * y;
    y - rest / (3.0 * square)
}
