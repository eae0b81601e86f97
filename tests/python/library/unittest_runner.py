import unittest, sys
def setUpModule(): print("module up")
def tearDownModule(): print("module down")
class A(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("class up")
    @classmethod
    def tearDownClass(cls): print("class down")
    def setUp(self): print("up", self._testMethodName); self.addCleanup(print, "cleanup")
    def tearDown(self): print("down")
    def test_ok(self): self.assertEqual(1, 1)
    def test_fail(self):
        """A described test.

        More."""
        self.assertEqual(3, 4, "numbers")
    def test_err(self): 1 / 0
    @unittest.skip("not now")
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.fail("x")
    @unittest.expectedFailure
    def test_xpass(self): pass
    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)
    def test_raises(self):
        with self.assertRaises(ValueError) as cm: int("x")
        print(cm.exception)
        with self.assertRaisesRegex(KeyError, "k"): {}["k"]
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)
        with self.assertRaises(TypeError): pass
    def test_skip2(self): self.skipTest("inside")
class B(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): print("async up")
    async def asyncTearDown(self): print("async down")
    async def test_a(self):
        import asyncio
        await asyncio.sleep(0)
        self.assertTrue(True)
    async def test_b(self): self.skipTest("async")
if __name__ == "__main__":
    import io, re; s = io.StringIO()
    r = unittest.main(exit=False, testRunner=unittest.TextTestRunner(stream=s, verbosity=2)).result
    print(re.sub(r"\d\.\d+s", "T", s.getvalue()), r)
