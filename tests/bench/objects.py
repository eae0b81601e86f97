class Vector:
    def __init__(self, x, y, z=0.0):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def scaled(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z


def work(rounds):
    at, step, far = Vector(0.0, 0.0), Vector(1.0, 2.0, 3.0), 0
    kept = []
    for n in range(rounds):
        at = at + step.scaled(0.5)
        if at.dot(step) > 1000.0:
            kept.append(at)
            at = Vector(x=0.0, y=float(n % 3))
            far += 1
    return far, len(kept), sum(v.x for v in kept)


print(work(150_000))
