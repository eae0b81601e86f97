def total(limit):
    result = 0
    for n in range(limit):
        result += n if n % 3 else 1
    return result


print(total(5_000_000))
