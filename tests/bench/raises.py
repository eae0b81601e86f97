class Refused(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


def check(n):
    if n % 3 == 0:
        raise ValueError("a third")
    if n % 5 == 0:
        raise Refused(n)
    return n


def work(rounds):
    caught = codes = passed = cleaned = 0
    for n in range(rounds):
        try:
            passed += check(n)
        except ValueError as error:
            caught += len(error.args)
        except Refused as error:
            codes += error.code
        finally:
            cleaned += 1
        try:
            {}[n]
        except KeyError:
            caught += 1
    return caught, codes, passed, cleaned


print(work(300_000))
