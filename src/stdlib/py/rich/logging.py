"""A logging handler with plain lines."""

import logging
import time
from rich.console import Console


class RichHandler(logging.Handler):
    def __init__(self, level=logging.NOTSET, console=None, *, show_time=True, show_level=True, show_path=True, **kwargs):
        super().__init__(level)
        self.console = console or Console()
        self.show_time = show_time
        self.show_level = show_level

    def emit(self, record):
        parts = []
        if self.show_time:
            parts.append(time.strftime("[%X]", time.localtime(record.created)))
        if self.show_level:
            parts.append(f"{record.levelname:<8}")
        self.console.print(*parts, self.format(record), markup=False)
