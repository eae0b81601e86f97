def total(*numbers):
    return sum(numbers)


result = total(
    1,
    2,
    "three",
)
