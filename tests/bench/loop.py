def count_up(limit):
    count = 0
    while count < limit:
        count = count + 1
    return count


print(count_up(10_000_000))
