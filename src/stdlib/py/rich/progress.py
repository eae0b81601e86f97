"""Progress as plain lines: one when a task begins, one when it is done."""

import sys
import time
from rich.console import Console, plain


class _Column:
    def __init__(self, *args, **kwargs):
        pass


BarColumn = TextColumn = SpinnerColumn = TimeElapsedColumn = TimeRemainingColumn = MofNCompleteColumn = _Column
TaskProgressColumn = DownloadColumn = TransferSpeedColumn = FileSizeColumn = TotalFileSizeColumn = ProgressColumn = _Column


class Task:
    def __init__(self, id, description, total, completed, visible, fields):
        self.id = id
        self.description = description
        self.total = total
        self.completed = completed
        self.visible = visible
        self.fields = fields
        self.start_time = time.monotonic()
        self.finished_time = None

    finished = property(lambda self: self.finished_time is not None)
    percentage = property(lambda self: 0.0 if not self.total else min(100.0, 100.0 * self.completed / self.total))
    remaining = property(lambda self: None if self.total is None else self.total - self.completed)
    elapsed = property(lambda self: (self.finished_time or time.monotonic()) - self.start_time)


class Progress:
    def __init__(self, *columns, console=None, transient=False, auto_refresh=True, disable=False, **kwargs):
        self.console = console or Console()
        self.transient = transient
        self.disable = disable
        self._tasks = {}
        self._next = 0

    tasks = property(lambda self: list(self._tasks.values()))
    task_ids = property(lambda self: list(self._tasks))
    finished = property(lambda self: all(t.finished for t in self._tasks.values()))

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.stop()

    def start(self):
        pass

    def stop(self):
        if not self.transient and not self.disable:
            for task in self._tasks.values():
                if task.visible:
                    self.console.print(self._line(task), markup=False)

    def refresh(self):
        pass

    def _line(self, task):
        width = 40
        part = task.percentage / 100
        bar = "━" * int(part * width)
        m, s = divmod(int(task.elapsed), 60)
        return f"{plain(task.description)} {bar:<{width}} {task.percentage:3.0f}% {m // 60}:{m % 60:02d}:{s:02d}"

    def add_task(self, description, start=True, total=100.0, completed=0, visible=True, **fields):
        self._next += 1
        self._tasks[self._next - 1] = Task(self._next - 1, description, total, completed, visible, fields)
        return self._next - 1

    def update(self, task_id, *, total=None, completed=None, advance=None, description=None, visible=None,
               refresh=False, **fields):
        task = self._tasks[task_id]
        if total is not None:
            task.total = total
        if completed is not None:
            task.completed = completed
        if advance is not None:
            task.completed += advance
        if description is not None:
            task.description = description
        if visible is not None:
            task.visible = visible
        task.fields.update(fields)
        if task.total is not None and task.completed >= task.total and task.finished_time is None:
            task.finished_time = time.monotonic()

    def advance(self, task_id, advance=1):
        self.update(task_id, advance=advance)

    def reset(self, task_id, **kwargs):
        self._tasks[task_id].completed = 0
        self._tasks[task_id].finished_time = None

    def remove_task(self, task_id):
        del self._tasks[task_id]

    def start_task(self, task_id):
        pass

    def stop_task(self, task_id):
        pass

    def print(self, *objects, **kwargs):
        self.console.print(*objects, **kwargs)

    log = print

    def track(self, sequence, total=None, task_id=None, description="Working...", update_period=0.1):
        if total is None:
            total = len(sequence) if hasattr(sequence, "__len__") else None
        task = self.add_task(description, total=total) if task_id is None else task_id
        for item in sequence:
            yield item
            self.advance(task)


def track(sequence, description="Working...", total=None, **kwargs):
    with Progress(console=kwargs.get("console"), transient=kwargs.get("transient", False)) as progress:
        yield from progress.track(sequence, total, description=description)
