"""Assertions that several of CPython's test files share."""


class ExceptionIsLikeMixin:
    def assertExceptionIsLike(self, exc, template):
        """The same classes and first arguments, in groups of the same shape."""
        self.assertIs(type(exc), type(template))
        if isinstance(template, BaseExceptionGroup):
            self.assertEqual((exc.message, len(exc.exceptions)), (template.message, len(template.exceptions)))
            for pair in zip(exc.exceptions, template.exceptions):
                self.assertExceptionIsLike(*pair)
        elif template is not None:
            self.assertEqual(exc.args[0], template.args[0])
