"""Tables of plain text."""

from rich.console import plain


class Table:
    def __init__(self, *headers, title=None, caption=None, show_header=True, show_lines=False, **kwargs):
        self.title = title
        self.caption = caption
        self.show_header = show_header
        self.columns = []
        self.rows = []
        for h in headers:
            self.add_column(h)

    def add_column(self, header="", *args, justify="left", **kwargs):
        self.columns.append((plain(str(header)), justify))

    def add_row(self, *cells, **kwargs):
        self.rows.append([plain(str(c)) if c is not None else "" for c in cells])

    def add_section(self):
        pass

    @property
    def row_count(self):
        return len(self.rows)

    def _plain_lines(self, width):
        n = max([len(self.columns)] + [len(r) for r in self.rows])
        columns = self.columns + [("", "left")] * (n - len(self.columns))
        rows = [r + [""] * (n - len(r)) for r in self.rows]
        widths = [max([len(columns[i][0])] + [len(r[i]) for r in rows]) for i in range(n)]

        def line(left, fill, mid, right):
            return left + mid.join([fill * (w + 2) for w in widths]) + right

        def row(cells, bar):
            out = []
            for (_, justify), cell, w in zip(columns, cells, widths):
                out.append({"right": cell.rjust, "center": cell.center}.get(justify, cell.ljust)(w))
            return f"{bar} " + f" {bar} ".join(out) + f" {bar}"

        lines = []
        total = sum(widths) + 3 * n + 1
        if self.title:
            lines.append(plain(str(self.title)).center(total).rstrip())
        if self.show_header:
            lines += [line("┏", "━", "┳", "┓"), row([c[0] for c in columns], "┃"), line("┡", "━", "╇", "┩")]
        else:
            lines.append(line("┌", "─", "┬", "┐"))
        lines += [row(r, "│") for r in rows]
        lines.append(line("└", "─", "┴", "┘"))
        return lines
