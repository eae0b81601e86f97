//! Hosts of the scenario: how they answer, and how clients take it.

use interleave::scenario::{Host, Settings, Spread};
use interleave::session::{Limits, Session, World};
use interleave::trace::Stream;

/// What a program prints on a machine with these hosts.
fn printed(source: &str, hosts: Vec<Host>) -> String {
    let settings = Settings { hosts, latency_us: 50_000, ..Settings::default() };
    let session = Session::with(source, "main.py", &settings, Limits::default(), World::default());
    let mut session = session.unwrap_or_else(|d| panic!("{:?}", d));
    while !session.run(1 << 24) {}
    let trace = session.snapshot();
    let text = |stream| trace.output.iter().filter(|o| o.stream == stream).map(|o| &*o.text).collect::<String>();
    assert_eq!(trace.outcome.exit, 0, "{} {}", text(Stream::Err), trace.outcome.message);
    text(Stream::Out)
}

fn host(name: &str, latency_ms: u64) -> Host {
    Host { name: name.into(), latency_us: latency_ms * 1_000, ..Host::default() }
}

#[test]
fn latencies_of_a_log_normal_host_have_their_median_and_a_long_tail() {
    let source = r#"
import requests, time
took = []
for _ in range(400):
    start = time.perf_counter()
    requests.get("http://far.example/")
    took.append(time.perf_counter() - start)
took.sort()
print(round(took[200] * 100), sum(t > 0.2 for t in took) // 10, took[-1] > 0.4, took[0] < 0.03)
"#;
    let far = Host { jitter_us: 100_000, spread: Spread::LogNormal, ..host("far.example", 100) };
    let text = printed(source, vec![far.clone()]);
    let numbers: Vec<&str> = text.split_whitespace().collect();
    let median: f64 = numbers[0].parse().expect("a number");
    assert!((9.0..=11.0).contains(&median), "{text}");
    let tail: u32 = numbers[1].parse().expect("a number");
    assert!((4..=9).contains(&tail), "one in six is 66 of 400: {text}");
    assert_eq!(numbers[2..], ["True", "True"]);
    assert_eq!(text, printed(source, vec![far]), "the same seed, the same run");
}

#[test]
fn a_line_carries_one_answer_after_the_other() {
    let source = r#"
import requests, time
from concurrent.futures import ThreadPoolExecutor
start = time.perf_counter()
with ThreadPoolExecutor(4) as pool:
    sizes = [len(r.content) for r in pool.map(requests.get, ["http://files.example/a"] * 4)]
print(sizes, round(time.perf_counter() - start, 1))
"#;
    let files = Host { bandwidth: 1_000_000, body: "bytes 500000".into(), ..host("files.example", 10) };
    assert_eq!(printed(source, vec![files]), "[500000, 500000, 500000, 500000] 2.0\n");
}

#[test]
fn hosts_answer_with_what_their_settings_say() {
    let source = r#"
import requests
print(requests.get("http://json.example/x").json())
print(requests.post("http://echo.example/", data="said").text)
page = requests.get("http://pages.example/start")
print(page.headers["Content-Type"], len(page.text) >= 2000, page.text.count("<a href="), page.text == requests.get("http://pages.example/start").text)
print(requests.get("http://other.example/").text, requests.get("http://third.example/").status_code)
print(requests.get("https://httpbin.org/status/404").reason, len(requests.get("https://httpbin.org/bytes/12").content))
"#;
    let body = |name: &str, text: &str| Host { body: text.into(), ..host(name, 1) };
    let hosts = vec![
        body("json.example", "{\"answer\": 42}"),
        body("echo.example", "echo"),
        body("pages.example", "page 2000"),
        Host { error_permille: 1000, ..host("third.example", 1) },
        body("httpbin.org", ""),
        body("*", "the rest"),
    ];
    let text = printed(source, hosts);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "{'answer': 42}");
    assert_eq!(lines[1], "said");
    assert_eq!(lines[2], "text/html; charset=utf-8 True 5 True");
    assert!(lines[3].starts_with("the rest 50"), "{text}");
    assert_eq!(lines[4], "Not Found 12");
}

#[test]
fn requests_that_are_never_answered_end_by_the_clients_time_out() {
    let source = r#"
import asyncio, time
import requests, httpx, aiohttp, urllib.request, socket
url = "http://lost.example/x"
def attempt(f):
    start = time.perf_counter()
    try:
        print(f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e, round(time.perf_counter() - start, 2))
attempt(lambda: requests.get(url, timeout=0.5))
attempt(lambda: httpx.get(url, timeout=0.5))
attempt(lambda: urllib.request.urlopen(url, timeout=0.5))
attempt(lambda: socket.create_connection(("lost.example", 80), timeout=0.5))
async def main():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.5)) as session:
        await session.get(url)
attempt(lambda: asyncio.run(main()))
"#;
    let lost = Host { timeout_permille: 1000, ..host("lost.example", 10) };
    let text = printed(source, vec![lost]);
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("requests.exceptions ReadTimeout"), "{text}");
    assert!(lines[0].contains("Read timed out. (read timeout=0.5)"), "{text}");
    assert!(lines[1].starts_with("httpx ReadTimeout"), "{text}");
    assert_eq!(lines[2], "builtins TimeoutError timed out 0.5");
    assert_eq!(lines[3], "builtins TimeoutError timed out 0.5");
    assert!(lines[4].starts_with("builtins TimeoutError") && lines[4].ends_with("0.5"), "{text}");
}

#[test]
fn a_request_by_hand_is_answered_after_the_latency() {
    let source = r#"
import asyncio, http.client, socket, ssl, time
start = time.perf_counter()
clock = lambda: round(time.perf_counter() - start, 2)
s = socket.create_connection(("api.example", 80))
print(clock())
s.sendall(b"GET /by-hand HTTP/1.1\r\nHost: api.example\r\n\r\n")
head, _, body = s.recv(65536).partition(b"\r\n\r\n")
print(clock(), head.split(b"\r\n")[0], b'"url": "http://api.example/by-hand"' in body)
s.close()
with ssl.create_default_context().wrap_socket(socket.create_connection(("api.example", 443)), server_hostname="api.example") as t:
    t.sendall(b"GET / HTTP/1.0\r\n\r\n")
    n = 0
    while piece := t.recv(10):
        n += len(piece)
    print(clock(), n > 100, t.version())
c = http.client.HTTPConnection("api.example")
c.request("GET", "/one"); r = c.getresponse(); r.read()
c.request("HEAD", "/two"); r = c.getresponse()
print(clock(), r.status, r.read())
async def fetch():
    reader, writer = await asyncio.open_connection("api.example", 80)
    writer.write(b"GET / HTTP/1.1\r\nHost: api.example\r\nConnection: close\r\n\r\n")
    data = await reader.read()
    writer.close()
    return data.split()[1]
async def main():
    print(await asyncio.gather(*(fetch() for _ in range(5))))
asyncio.run(main())
print(clock(), socket.socket().connect_ex(("api.example", 81)))
"#;
    let text = printed(source, vec![host("api.example", 100)]);
    let expected = "0.1\n0.2 b'HTTP/1.1 200 OK' True\n0.4 True TLSv1.3\n0.7 200 b''\n[b'200', b'200', b'200', b'200', b'200']\n0.9 111\n";
    assert_eq!(text, expected);
}

#[test]
fn who_waits_for_a_connection_that_cannot_come_is_named() {
    let source = r#"
import socket, threading
listener = socket.create_server(("127.0.0.1", 5000))
a, b = socket.socketpair()
threading.Thread(target=a.recv, args=(10,), name="reader").start()
listener.accept()
"#;
    let session = Session::with(source, "main.py", &Settings::default(), Limits::default(), World::default());
    let mut session = session.unwrap_or_else(|d| panic!("{:?}", d));
    while !session.run(1 << 24) {}
    let outcome = session.snapshot().outcome;
    assert_eq!(outcome.exit, 4, "{}", outcome.message);
    assert!(outcome.message.contains("MainThread waits for accept on 127.0.0.1:5000 (line 6)"), "{}", outcome.message);
    assert!(outcome.message.contains("reader recv(10) waits for recv"), "{}", outcome.message);
}

#[test]
fn clients_reach_the_programs_own_server() {
    let source = r#"
import asyncio, http.server, json, threading, time
import aiohttp, httpx, requests, urllib3
class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        n = int(self.headers.get("Content-Length") or 0)
        body = json.dumps([self.command, self.path, self.rfile.read(n).decode(), self.headers.get("X-Key")]).encode()
        self.send_response(500 if self.path == "/broken" else 200)
        self.send_header("X-Served-By", "own")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    do_GET = do_POST = answer
    def log_message(self, *args): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 8000), Handler)
threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
r = requests.get("http://localhost:8000/a", params={"q": 1}, headers={"X-Key": "k"})
print(r.status_code, r.json(), r.headers["x-served-by"])
print(httpx.post("http://127.0.0.1:8000/b", json={"x": 1}).json())
print(urllib3.PoolManager().request("GET", "http://localhost:8000/c").data)
async def main():
    async with aiohttp.ClientSession() as session:
        async with session.post("http://localhost:8000/d", data="text") as r:
            print(r.status, await r.json(), r.headers["X-Served-By"])
        async with session.get("http://localhost:8000/broken") as r:
            print(r.status)
    async with httpx.AsyncClient() as client:
        print((await client.get("http://localhost:8000/e")).json())
asyncio.run(main())
server.shutdown()
server.server_close()
try:
    requests.get("http://localhost:8000/a")
except requests.exceptions.ConnectionError as e:
    print("refused" in str(e))
"#;
    let expected = r#"200 ['GET', '/a?q=1', '', 'k'] own
['POST', '/b', '{"x": 1}', None]
b'["GET", "/c", "", null]'
200 ['POST', '/d', 'text', None] own
500
['GET', '/e', '', None]
True
"#;
    assert_eq!(printed(source, Vec::new()), expected);
}

#[test]
fn clients_stream_authenticate_and_send_files() {
    let shown = printed(
        "import asyncio, aiohttp, httpx, requests
site = 'https://httpbin.org'
with requests.Session() as s:
    s.headers['X-Mine'] = '1'
    s.cookies.set('sid', '42')
    r = s.post(site + '/post', files={'f': ('a.txt', b'hello')}, data={'n': '1'}, auth=('u', 'p'), hooks={'response': lambda r, **k: print('hook', r.status_code)})
    told = r.json()
    print(told['files'], told['form'], told['headers']['X-Mine'], told['headers']['Authorization'], told['headers']['Cookie'])
    print([len(c) for c in s.get(site + '/bytes/2500', stream=True).iter_content(1000)])
    try:
        s.get(site + '/status/404').raise_for_status()
    except requests.HTTPError as e:
        print(e, e.response.status_code)
    try:
        s.get(site + '/delay/5', timeout=0.5)
    except requests.Timeout as e:
        print(type(e).__name__, e)
    try:
        s.get(site + '/html').json()
    except requests.JSONDecodeError as e:
        print(e)
with httpx.Client(base_url=site, auth=('u', 'p'), params={'k': 1}) as c:
    print(c.get('/get', params={'p': 2}).json()['args'], c.get('/basic-auth/u/p').json(), c.get('/basic-auth/u/x').status_code)
    with c.stream('GET', '/bytes/2500') as r:
        print([len(p) for p in r.iter_bytes(1000)])
async def main():
    async def ended(session, context, params):
        print('traced', params.method, params.response.status)
    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(ended)
    form = aiohttp.FormData()
    form.add_field('f', b'data', filename='x.bin')
    async with aiohttp.ClientSession(site, trace_configs=[trace], cookies={'a': 'b'}, auth=aiohttp.BasicAuth('u', 'p')) as s:
        async with s.post('/post', data=form) as r:
            print((await r.json())['files'])
        async with s.get('/cookies') as r:
            print(await r.json())
        async with s.get('/stream/2') as r:
            print([line[:8] async for line in r.content])
    async with httpx.AsyncClient() as c:
        async with c.stream('GET', site + '/stream/2') as r:
            print(len([line async for line in r.aiter_lines()]), r.num_bytes_downloaded > 0)
asyncio.run(main())
",
        Vec::new(),
    );
    let expected = "hook 200
{'f': 'hello'} {'n': '1'} 1 Basic dTpw sid=42
[1000, 1000, 500]
404 Client Error: Not Found for url: https://httpbin.org/status/404 404
ReadTimeout HTTPSConnectionPool(host='httpbin.org', port=443): Read timed out. (read timeout=0.5)
Expecting value: line 1 column 1 (char 0)
{'k': '1', 'p': '2'} {'authenticated': True, 'user': 'u'} 401
[1000, 1000, 500]
traced POST 200
{'f': 'data'}
traced GET 200
{'cookies': {'a': 'b'}}
traced GET 200
[b'{\"args\":', b'{\"args\":']
2 True
";
    assert_eq!(shown, expected);
}

#[test]
fn requests_of_an_event_loop_end_in_every_phase() {
    let source = r#"
import asyncio, time
import aiohttp
from aiohttp_retry import ExponentialRetry, RetryClient
URL = "https://api.example/items"
def clock(): return round(time.perf_counter(), 1)
async def phase(session, when):
    log = []
    async def one():
        try:
            async with session.get(URL) as r:
                log.append("body")
                await asyncio.sleep(1)
        except asyncio.CancelledError:
            log.append("cancelled")
            raise
    task = asyncio.create_task(one())
    await asyncio.sleep(when)
    task.cancel("why")
    try:
        await task
    except asyncio.CancelledError as e:
        print(when, log, e.args, session.connector._acquired)
async def limited(**limits):
    order = []
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(**limits)) as s:
        start = time.perf_counter()
        async def one(n, host):
            async with s.get(f"https://{host}/{n}") as r:
                order.append((n, round(time.perf_counter() - start, 1)))
        await asyncio.gather(*(one(n, "b.example" if n % 3 == 0 else "a.example") for n in range(6)))
        tasks = [asyncio.create_task(one(n, "a.example")) for n in (6, 7, 8)]
        await asyncio.sleep(0.05)
        tasks[1].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        print(limits, order, s.connector._acquired)
async def main():
    async with aiohttp.ClientSession() as s:
        for when in (0, 0.05, 0.5):
            await phase(s, when)
        try:
            await s.get(URL, timeout=aiohttp.ClientTimeout(total=0.05))
        except asyncio.TimeoutError as e:
            print(type(e).__name__, asyncio.current_task().cancelling(), s.connector._acquired)
        for bad in ("none", "http://"):
            try:
                await s.get(bad)
            except aiohttp.InvalidURL as e:
                print(type(e).__name__, e)
        r = await s.get(URL, params={"page": 2})
        print(r.status, r.reason, r.method, r.host, r.url, r.closed, (await r.json())["method"], r.closed)
        s.get(URL)
    for get in (lambda: s.get(URL).__aenter__(), lambda: s.get(URL, params={"a": 1})):
        try:
            await get()
        except RuntimeError as e:
            print(e)
    await limited(limit=2)
    await limited(limit_per_host=1)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.01)) as s:
        client = RetryClient(client_session=s, retry_options=ExponentialRetry(attempts=3, start_timeout=0.1))
        start = time.perf_counter()
        try:
            async with client.get(URL):
                pass
        except asyncio.TimeoutError:
            print("three times", round(time.perf_counter() - start, 2))
        async with s.get(URL, timeout=5) as r:
            print(r.status)
asyncio.run(main())
"#;
    let expected = r#"0 ['cancelled'] ('why',) 0
0.05 ['cancelled'] ('why',) 0
0.5 ['body', 'cancelled'] ('why',) 0
TimeoutError 0 0
InvalidURL none
InvalidURL http://
200 OK GET api.example https://api.example/items?page=2 False GET True
Session is closed
Session is closed
{'limit': 2} [(0, 0.1), (1, 0.1), (2, 0.2), (3, 0.2), (4, 0.3), (5, 0.3), (6, 0.4), (8, 0.5)] 0
{'limit_per_host': 1} [(0, 0.1), (1, 0.1), (3, 0.2), (2, 0.2), (4, 0.3), (5, 0.4), (6, 0.5), (8, 0.6)] 0
three times 0.33
200
"#;
    let hosts = ["api.example", "a.example", "b.example"].map(|name| host(name, 100));
    assert_eq!(printed(source, hosts.into()), expected);
}

#[test]
fn aiohttp_tells_what_nobody_closed() {
    // The words and their order are those of aiohttp 3.14 with a server on the same machine.
    let source = r#"
import asyncio, aiohttp, logging, re, sys
URL = "http://here.example/"

def told(loop, context):
    free = [re.findall(r"<[\w.]+", c) for c in context.get("connections", ())]
    print(sorted(context), context["message"], [type(v).__name__ for v in context.values()], free)

async def main():
    asyncio.get_running_loop().set_exception_handler(told)
    s = aiohttp.ClientSession()
    del s
    print("one request")
    s = aiohttp.ClientSession()
    async with s.get(URL) as r: await r.text()
    del s, r
    print("a response that nobody released")
    s = aiohttp.ClientSession()
    r = await s.get(URL)
    del s, r
    print("closed")
    s = aiohttp.ClientSession()
    r = await s.get(URL)
    await s.close()
    del s, r
    async with aiohttp.ClientSession() as s:
        async with s.get(URL) as r: pass
    del s, r
    print("two at once")
    s = aiohttp.ClientSession()
    async def one():
        async with s.get(URL) as r: await r.text()
    await asyncio.gather(one(), one())
    del s, one
    print("a connector")
    c = aiohttp.TCPConnector()
    del c

class Plain(logging.Formatter):
    def format(self, record):
        return re.sub(r"0x[0-9a-f]+|\d+\.\d+", "N", super().format(record))

async def forgets():
    s = aiohttp.ClientSession()
    print((await s.get(URL)).status)

asyncio.run(main())
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Plain())
logging.getLogger("asyncio").addHandler(handler)
asyncio.run(forgets())
"#;
    let session = "['client_session', 'message'] Unclosed client session ['ClientSession', 'str'] []\n";
    let connector = |n: usize| {
        let free = vec!["'<aiohttp.client_proto.ResponseHandler'"; n].join(", ");
        let kinds = "['TCPConnector', 'list', 'str']";
        format!("['connections', 'connector', 'message'] Unclosed connector {kinds} [[{free}]]\n")
    };
    let (one, two) = (connector(1), connector(2));
    let expected = format!(
        "{session}one request\n{session}{one}a response that nobody released\n{session}{one}closed\ntwo at once\n{session}{two}a connector\n200\n\
         Unclosed client session\nclient_session: <aiohttp.client.ClientSession object at N>\n\
         Unclosed connector\nconnections: ['deque([(<aiohttp.client_proto.ResponseHandler object at N>, N)])']\n\
         connector: <aiohttp.connector.TCPConnector object at N>\n"
    );
    assert_eq!(printed(source, vec![host("here.example", 10)]), expected);
}
