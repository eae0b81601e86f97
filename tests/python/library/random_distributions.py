import random

random.seed(42)
print(random.random(), random.randint(1, 100), random.randrange(0, 100, 7), random.uniform(1, 5), random.choice("abcdef"), random.getrandbits(70), random.randbytes(4), random.triangular(0, 10, 3))
print(random.gauss(0, 1), random.gauss(), random.normalvariate(5, 2), random.expovariate(1.5), random.betavariate(2, 3), random.gammavariate(2, 1), random.gammavariate(0.5, 2), random.gammavariate(1, 2), random.lognormvariate(0, 0.25), random.vonmisesvariate(0, 4), random.vonmisesvariate(1, 0), random.paretovariate(3), random.weibullvariate(1, 1.5), random.binomialvariate(10, 0.3), random.binomialvariate(100, 0.6))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample("abc", 3), random.sample(["a", "b"], 3, counts=[2, 3]), random.choices("abc", k=5), random.choices("abc", weights=[5, 1, 1], k=5), random.choices([1, 2], cum_weights=[1, 10], k=4), random.sample(range(10**9), 3))
state = random.getstate()
a = [random.random() for _ in range(3)]
random.setstate(state)
print(a == [random.random() for _ in range(3)], len(state), state[0])
for seed in (0, -5, 10**30, "text", b"bytes", 3.7, True, bytearray(b"x")):
    r = random.Random(seed)
    print(repr(seed), r.random(), r.randint(0, 10**6), r.choice(range(50)))
random.seed("v1", version=1)
print(random.random(), random.Random(1).sample(range(20), 20))
r = random.Random(7)
print([r.randint(-5, 5) for _ in range(10)], [round(r.gauss(10, 2), 3) for _ in range(5)], r.randrange(10), r.randrange(5, 6), [r.choice([1, 2, 3]) for _ in range(8)])
for bad in (lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.choices([], k=1), lambda: random.choices("ab", weights=[1]), lambda: random.sample({1, 2}, 1), lambda: random.seed([1]), lambda: random.randrange(1.5), lambda: random.choices("ab", weights=[0, 0]), lambda: random.randrange(1, 10, 0), lambda: random.getrandbits(-1), lambda: random.binomialvariate(5, 2), lambda: random.sample("ab", -1), lambda: random.choices("ab", [1, 2], cum_weights=[1, 2]), lambda: random.randint("a", 2)):
    try:
        print(bad())
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
print(isinstance(random.SystemRandom().random(), float), random.SystemRandom().randint(3, 3), isinstance(random.Random(), random.Random))


class Fixed(random.Random):
    def random(self):
        return 0.5


print(Fixed().randint(1, 10), Fixed().choice("abcd"), Fixed().uniform(0, 2), Fixed().shuffle([1, 2]))
