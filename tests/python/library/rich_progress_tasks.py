# rich.progress: tasks and what they know; nothing is drawn.
import io

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, track

console = Console(file=io.StringIO(), width=60)
with Progress(TextColumn("{task.description}"), BarColumn(bar_width=10), TextColumn("{task.completed}/{task.total}"), console=console) as progress:
    a = progress.add_task("first", total=4)
    b = progress.add_task("second", total=2, start=True)
    for _ in range(4):
        progress.update(a, advance=1)
    progress.advance(b)
    print([(t.description, t.completed, t.total, t.percentage, t.finished) for t in progress.tasks], progress.finished)
    progress.update(b, completed=2, description="done")
    print(progress.tasks[1].description, progress.finished, a, b)
print(list(track([1, 2, 3], console=console)))
