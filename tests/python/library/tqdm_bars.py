# tqdm's bars as text, and what a bar knows.
import io

from tqdm import tqdm, trange

FORM = "{desc}|{bar:10}| {n_fmt}/{total_fmt}{postfix}"
out = io.StringIO()
options = dict(file=out, ascii=True, bar_format=FORM, mininterval=0)
for i in tqdm(range(3), **options):
    pass
with tqdm(total=10, desc="bytes", unit="B", **options) as bar:
    bar.update(4)
    bar.update(6)
    print("\n", bar.n, bar.total, bar.desc)
bar = tqdm([1, 2], disable=True)
print(list(bar), bar.disable)
bar = tqdm(total=2, **options)
bar.set_description("step")
bar.update()
bar.set_postfix(loss=0.5, ok="yes")
bar.update()
bar.close()
tqdm.write("a line", file=out)
print(tqdm.format_sizeof(123456), tqdm.format_interval(3725), tqdm.format_num(1234567))
for _ in trange(2, leave=False, **options):
    pass
print(repr(out.getvalue()))
