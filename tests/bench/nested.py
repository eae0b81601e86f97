def relax(size, rounds):
    grid = [[float(x * y % 7) for x in range(size)] for y in range(size)]
    for _ in range(rounds):
        for y in range(1, size - 1):
            row, above, below = grid[y], grid[y - 1], grid[y + 1]
            for x in range(1, size - 1):
                row[x] = 0.2 * (row[x] + row[x - 1] + row[x + 1] + above[x] + below[x])
    return sum(sum(row) for row in grid)


print(round(relax(100, 60), 6))
