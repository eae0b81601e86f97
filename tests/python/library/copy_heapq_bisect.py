import bisect
import copy
import heapq

original = {"a": [1, [2, 3]], "b": (4, [5])}
shallow, deep = copy.copy(original), copy.deepcopy(original)
original["a"][1].append(99)
original["b"][1].append(98)
print(original, shallow, deep)


class Node:
    def __init__(self, value):
        self.value, self.next = value, None


node = Node([1])
node.next = node
clone = copy.deepcopy(node)
node.value.append(2)
print(clone.value, clone.next is clone, copy.copy(node).value is node.value)
heap = [5, 1, 8, 3]
heapq.heapify(heap)
heapq.heappush(heap, 2)
print(heap, [heapq.heappop(heap) for _ in range(5)], heapq.nlargest(2, [4, 9, 1]), heapq.nsmallest(2, [4, 9, 1]), list(heapq.merge([1, 4], [2, 3])))
tasks = []
for entry in [(2, "b"), (1, "z"), (1, "a")]:
    heapq.heappush(tasks, entry)
print([heapq.heappop(tasks) for _ in range(3)], heapq.heappushpop([2, 3], 1), heapq.heapreplace([1, 5], 9))
scores = [10, 20, 20, 30]
print(bisect.bisect(scores, 20), bisect.bisect_left(scores, 20), bisect.bisect_right(scores, 5))
bisect.insort(scores, 25)
print(scores)
