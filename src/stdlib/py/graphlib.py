"""Orders of a graph in which everything comes behind what it depends on."""

_OUT, _DONE = -1, -2


class CycleError(ValueError):
    pass


class _Node:
    __slots__ = ("node", "before", "after")

    def __init__(self, node):
        self.node = node
        self.before = 0
        self.after = []


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._passed = self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, node):
        found = self._nodes.get(node)
        if found is None:
            self._nodes[node] = found = _Node(node)
        return found

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        info = self._node(node)
        info.before += len(predecessors)
        for p in predecessors:
            self._node(p).after.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [i.node for i in self._nodes.values() if i.before == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        out = tuple(self._ready)
        for n in out:
            self._nodes[n].before = _OUT
        self._ready.clear()
        self._passed += len(out)
        return out

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._finished < self._passed or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if info.before != _OUT:
                if info.before >= 0:
                    raise ValueError(f"node {node!r} was not passed out (still not ready)")
                raise ValueError(f"node {node!r} was already marked done")
            info.before = _DONE
            for after in info.after:
                other = self._nodes[after]
                other.before -= 1
                if other.before == 0:
                    self._ready.append(after)
            self._finished += 1

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    def _cycle(self):
        stack, iterators, places, seen = [], [], {}, set()
        for node in self._nodes:
            if node in seen:
                continue
            while True:
                if node in seen:
                    if node in places:
                        return stack[places[node]:] + [node]
                else:
                    seen.add(node)
                    iterators.append(iter(self._nodes[node].after))
                    places[node] = len(stack)
                    stack.append(node)
                while stack:
                    following = next(iterators[-1], _OUT)
                    if following is not _OUT:
                        node = following
                        break
                    del places[stack.pop()]
                    iterators.pop()
                else:
                    break
        return None
