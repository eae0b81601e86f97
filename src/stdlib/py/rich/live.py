"""What changes in place is shown once, when it is done."""

from rich.console import Console


class Live:
    def __init__(self, renderable=None, *, console=None, transient=False, **kwargs):
        self.renderable = renderable
        self.console = console or Console()
        self.transient = transient

    def __enter__(self):
        return self

    def __exit__(self, *info):
        if self.renderable is not None and not self.transient:
            self.console.print(self.renderable)

    def update(self, renderable, *, refresh=False):
        self.renderable = renderable

    def start(self, refresh=False):
        pass

    def stop(self):
        pass

    def refresh(self):
        pass
