# The parameters of generic functions are looked at.
def first[T](items: list[T]) -> T:
    return items[0]


print(first.__type_params__, first([3]))
