import second
value = 10
def late():
    return second.base + value
