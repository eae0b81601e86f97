import statistics as st
from decimal import Decimal
from fractions import Fraction

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(st.mean(data), st.fmean(data), st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[5, 30]), st.fmean([1, 2], weights=[3, 1]), st.mean([1, 2, 3, 4]), st.mean([Fraction(3, 7), Fraction(1, 21)]), st.mean([Decimal("0.5"), Decimal("0.75")]))
print(st.median(data), st.median([1, 3, 5, 7]), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]), st.median_grouped([52, 52, 53, 54]), st.median_grouped([1, 3, 3, 5, 7], interval=2), st.mode(["red", "blue", "red"]), st.multimode("aabbbbccddddeeffffgg"))
print(st.pstdev(data), st.pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25]), st.stdev(data), st.variance([1, 2, 3, 4]), st.variance([Decimal("27.5"), Decimal("30.25")]), st.pvariance([1, 2, 3], mu=2), st.variance([Fraction(1, 6), Fraction(1, 2)]))
print(st.quantiles([105, 129, 87, 86, 111], n=4), st.quantiles(range(1, 101), n=10, method="inclusive"), st.quantiles([1, 2], n=2))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(st.covariance(x, y), st.correlation(x, x), st.correlation(x, [9 - v for v in x]), st.linear_regression([1971, 1975, 1979], [1, 2, 3]), st.linear_regression([1, 2, 3], [2, 4, 6], proportional=True), st.correlation(x, y, method="ranked"))
n = st.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.median, n.mode, n.cdf(115), n.pdf(100), n.inv_cdf(0.95), n.zscore(130), n.quantiles(4), n.overlap(st.NormalDist(110, 10)), n + 5, n * 2, n - st.NormalDist(1, 2), -n, n == st.NormalDist(100, 15), st.NormalDist.from_samples([1, 2, 3, 4]), n / 3, st.NormalDist().samples(2, seed=3))
for bad in (lambda: st.mean([]), lambda: st.median([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.variance([]), lambda: st.harmonic_mean([-1]), lambda: st.geometric_mean([0]), lambda: st.quantiles([1]), lambda: st.quantiles([1, 2], n=0), lambda: st.correlation([1], [2]), lambda: st.correlation([1, 1], [2, 3]), lambda: st.NormalDist(0, -1), lambda: st.covariance([1, 2], [1]), lambda: n.inv_cdf(2), lambda: st.fmean([]), lambda: st.mean(["a"]), lambda: st.linear_regression([1, 1], [2, 3]), lambda: st.pvariance([])):
    try:
        print(bad())
    except (st.StatisticsError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(st.mean([1, 2.5]), st.mean([True, False]), st.median(["a", "b", "c"]), st.fmean([10**20, 1]), st.mean([1e308, 1e308]), st.pstdev([1, 1]), st.stdev([Decimal(1), Decimal(3)]), st.kde([1, 2], h=1)(1.5))
