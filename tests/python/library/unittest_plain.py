import unittest
class Fails(unittest.TestCase):
    def test_one(self):
        self.assertTrue(False, "no")
    def test_two(self):
        for i in range(3):
            with self.subTest("part", i=i):
                self.assertLess(i, 1)
    def test_three(self):
        raise KeyError("k")
    @unittest.skipIf(True, "skipped here")
    def test_four(self): pass
class Setup(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError("class set-up")
    def test_never(self): print("never")
@unittest.skip("whole class")
class Skipped(unittest.TestCase):
    def test_a(self): pass
    def test_b(self): pass
class Cleanups(unittest.TestCase):
    def setUp(self): self.addCleanup(print, "cleanup"); self.fail("in setUp")
    def test_x(self): print("never")
class Order(unittest.TestCase):
    def test_b(self): print("b")
    def test_a(self): print("a")
    def test_C(self): print("C")
suite = unittest.TestLoader().loadTestsFromTestCase(Order)
print(suite.countTestCases(), [str(t) for t in suite], [t.id() for t in suite])
r = unittest.TestResult(); unittest.defaultTestLoader.loadTestsFromModule(__import__("__main__")).run(r)
print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), r.wasSuccessful())
for kind in (r.failures, r.errors):
    for test, text in kind: print(test, "|", text.splitlines()[-1])
print(r.skipped)
f = unittest.FunctionTestCase(lambda: 1 / 0, description="a function"); res = f.run(); print(res.errors[0][1].splitlines()[-1], f.shortDescription(), f.id())
