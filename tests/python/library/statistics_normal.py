import statistics as st
from fractions import Fraction as F
from decimal import Decimal as D

print(st.mean([1, 2, 3, 4, 4]), st.mean([-1.0, 2.5, 3.25, 5.75]), st.mean([F(3, 7), F(1, 21), F(5, 3), F(1, 3)]), st.mean([D("0.5"), D("0.75"), D("0.625"), D("0.375")]), st.fmean([3.5, 4.0, 5.25]), st.mean(range(10)), st.mean(x for x in (1, 2)))
print(round(st.geometric_mean([54, 24, 36]), 1), st.harmonic_mean([40, 60]), st.median([1, 3, 5]), st.median([1, 3, 5, 7]), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]), st.mode([1, 1, 2, 3, 3, 3, 3, 4]), st.multimode("aabbbbbbbbcc"), st.multimode(""), st.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]))
print(st.pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), st.pvariance([1, 2, 3, 4]), st.stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]), st.variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]), st.variance([D("27.5"), D("30.25"), D("30.25"), D("34.5"), D("41.75")]), st.variance([F(1, 6), F(1, 2), F(5, 3)]), st.stdev([1, 2, 3]), st.pvariance([5]), st.stdev([10**8, 10**8 + 1]))
print([round(q, 1) for q in st.quantiles([105, 129, 87, 86, 111, 111, 89, 81, 108, 92, 110, 100, 75, 105, 103, 109, 76, 119, 99, 91, 103, 129, 106, 101, 84, 111, 74, 87, 86, 103], n=10)], st.quantiles([1, 2, 3, 4]), st.quantiles([5, 1, 3], n=2, method="inclusive"))
sat = st.NormalDist(1060, 195)
print(round((sat.cdf(1200.5) - sat.cdf(1099.5)) * 100, 1), [round(q) for q in sat.quantiles()], [round(q) for q in sat.quantiles(n=10)], sat.inv_cdf(0.5), st.NormalDist(2.44, 0.56).overlap(st.NormalDist(2.08, 0.42)), st.NormalDist.from_samples([2, 4, 6]), hash(sat) == hash(st.NormalDist(1060, 195)), sat + sat, 2 * sat, 5 - sat)
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
slope, intercept = st.linear_regression(x, y)
print(slope, intercept, st.correlation(x, y), st.covariance(x, y), st.linear_regression(x, y, proportional=True).slope, st.correlation([1, 2, 3, 4], [1, 4, 9, 16], method="ranked"))
for bad in (lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.mean(["x"]), lambda: st.median_grouped([]), lambda: st.quantiles([], n=4), lambda: st.linear_regression([1], [1])):
    try:
        print(bad())
    except (st.StatisticsError, TypeError) as e:
        print(type(e).__name__, e)
