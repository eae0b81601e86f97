def mix(rounds):
    total = 0
    for n in range(rounds):
        squares = [x * x for x in range(200)]
        odd = [x for x in squares if x % 2]
        by_value = {x: i for i, x in enumerate(squares)}
        pairs = [(a, b) for a in range(10) for b in range(10) if a != b]
        tails = {x % 17 for x in odd}
        total += len(odd) + by_value[n % 200 * (n % 200)] + len(pairs) + sum(tails) + sum(x for x in odd if x > 100)
        names = {f"k{x}": x for x in range(20)}
        total += sum(names[key] for key in sorted(names, reverse=True))
    return total


print(mix(3_000))
