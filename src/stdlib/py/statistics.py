"""Simple statistics."""

from math import fsum as _fsum, sqrt as _sqrt


class StatisticsError(ValueError):
    pass


def _ratio_sum(data):
    # The exact sum as a fraction.
    n, d = 0, 1
    for x in data:
        a, b = x.as_integer_ratio()
        n, d = n * b + a * d, d * b
        if d.bit_length() > 4000:
            g = _gcd(n, d)
            n, d = n // g, d // g
    return n, d


def _gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


def _value(n, d, like):
    if n % d == 0 and like is int:
        return n // d
    return n / d


def _kind(data):
    for x in data:
        if isinstance(x, float):
            return float
    return int


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError("mean requires at least one data point")
    n, d = _ratio_sum(data)
    return _value(n, d * len(data), _kind(data))


def fmean(data, weights=None):
    data = [float(x) for x in data]
    if not data:
        raise StatisticsError("fmean requires at least one data point")
    if weights is None:
        return _fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = _fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return _fsum([x * w for x, w in zip(data, weights)]) / total


def geometric_mean(data):
    from math import exp, log

    data = list(data)
    if not data:
        raise StatisticsError("Must have a non-empty dataset")
    if any([x <= 0 for x in data]):
        raise StatisticsError("No negative inputs allowed")
    return exp(_fsum([log(x) for x in data]) / len(data))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any([x == 0 for x in data]):
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    return sum(weights) / _fsum([w / x for w, x in zip(weights, data)])


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2 == 1:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, n in counts.items() if n == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError("must have at least one data point")
    out = []
    if method == "inclusive":
        m = size - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            out.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return out
    if method != "exclusive":
        raise ValueError(f"Unknown method: {method!r}")
    m = size + 1
    for i in range(1, n):
        j = i * m // n
        j = 1 if j < 1 else size - 1 if j > size - 1 else j
        delta = i * m - j * n
        out.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return out


def _squares(data, center):
    # The exact sum of squared deviations, as a fraction.
    n, d = _ratio_sum(data)
    count = len(data)
    sn, sd = 0, 1
    for x in data:
        a, b = x.as_integer_ratio()
        sn, sd = sn * b * b + a * a * sd, sd * b * b
        if sd.bit_length() > 4000:
            g = _gcd(sn, sd)
            sn, sd = sn // g, sd // g
    if center is None:
        # sum(x²) - sum(x)²/count
        return sn * d * d * count - n * n * sd, sd * d * d * count
    cn, cd = center.as_integer_ratio()
    # sum(x²) - 2c·sum(x) + count·c²
    num = sn * d * cd * cd - 2 * cn * n * sd * cd + count * cn * cn * sd * d
    return num, sd * d * cd * cd


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("variance requires at least two data points")
    n, d = _squares(data, xbar)
    return _value(n, d * (len(data) - 1), _kind(data))


def pvariance(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pvariance requires at least one data point")
    n, d = _squares(data, mu)
    return _value(n, d * len(data), _kind(data))


def _root(n, d):
    # The square root of a fraction, rounded once.
    from math import isqrt

    if n == 0:
        return 0.0
    shift = max(0, 120 - (n.bit_length() - d.bit_length()))
    shift += shift % 2
    q, r = divmod(n << shift, d)
    root = isqrt(q)
    if r or root * root != q:
        root = 2 * root + 1
        return root / (1 << (shift // 2 + 1))
    return root / (1 << (shift // 2))


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError("stdev requires at least two data points")
    n, d = _squares(data, xbar)
    return _root(n, d * (len(data) - 1))


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError("pstdev requires at least one data point")
    n, d = _squares(data, mu)
    return _root(n, d * len(data))


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    a, b = _fsum(x) / n, _fsum(y) / n
    return _fsum([(p - a) * (q - b) for p, q in zip(x, y)]) / (n - 1)


def correlation(x, y, /, *, method="linear"):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    a, b = _fsum(x) / n, _fsum(y) / n
    xy = _fsum([(p - a) * (q - b) for p, q in zip(x, y)])
    xx = _fsum([(p - a) ** 2 for p in x])
    yy = _fsum([(q - b) ** 2 for q in y])
    try:
        return xy / _sqrt(xx * yy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None
