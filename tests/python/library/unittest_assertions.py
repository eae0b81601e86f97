import unittest
class T(unittest.TestCase):
    def check(self, f, *a, **k):
        try: f(*a, **k)
        except self.failureException as e: print(f.__name__, "|", e)
        else: print(f.__name__, "fine")
    def test_messages(self):
        c = self.check
        c(self.assertEqual, 1, 2); c(self.assertEqual, {1, 2}, {2, 3}); c(self.assertEqual, 1, 1.5, "msg")
        c(self.assertNotEqual, 1, 1); c(self.assertTrue, 0); c(self.assertFalse, [1]); c(self.assertIs, 1, 2); c(self.assertIsNot, None, None); c(self.assertIsNone, 3); c(self.assertIsNotNone, None)
        c(self.assertIn, 1, [2]); c(self.assertNotIn, 1, [1]); c(self.assertIsInstance, 1, str); c(self.assertNotIsInstance, 1, int); c(self.assertAlmostEqual, 1, 1.1); c(self.assertAlmostEqual, 1, 1.2, delta=0.1); c(self.assertNotAlmostEqual, 1, 1.00000001)
        c(self.assertLess, 2, 1); c(self.assertLessEqual, 2, 1); c(self.assertGreater, 1, 2); c(self.assertGreaterEqual, 1, 2); c(self.assertRegex, "abc", "z"); c(self.assertNotRegex, "abc", "b"); c(self.assertCountEqual, [1, 2, 2], [2, 1, 3])
        c(self.assertListEqual, [1], (1,)); c(self.assertDictEqual, {}, []); c(self.fail); c(self.fail, "why")
        c(self.assertSetEqual, {1}, {1, 2}); c(self.assertEqual, b"a" * 90, b"a" * 89 + b"b")
        def logs():
            import logging
            with self.assertLogs("a", "INFO") as cm: logging.getLogger("a").info("hello")
            print(cm.output, cm.records[0].levelname)
            with self.assertLogs(): pass
        c(logs)
        def warns():
            import warnings
            with self.assertWarns(UserWarning) as cm: warnings.warn("w")
            print(cm.warning, cm.lineno > 0)
            with self.assertWarns(DeprecationWarning): pass
        c(warns)
        print(self, repr(self), self.id(), self.shortDescription(), self.countTestCases())
s = unittest.TestSuite([T("test_messages")])
r = unittest.TestResult()
s.run(r)
print(r, r.wasSuccessful(), s)
print(unittest.defaultTestLoader.getTestCaseNames(T))
