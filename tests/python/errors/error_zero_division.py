def ratio(a, b):
    return a / b


def main():
    print("before")
    print(ratio(1, 0))
    print("after")


main()
