"""Reports of profiles that were not taken: they say so."""

import enum
from dataclasses import dataclass
import sys

__all__ = ["Stats", "SortKey", "FunctionProfile", "StatsProfile"]


class SortKey(enum.StrEnum):
    CALLS = "calls"
    CUMULATIVE = "cumulative"
    FILENAME = "filename"
    LINE = "line"
    NAME = "name"
    NFL = "nfl"
    PCALLS = "pcalls"
    STDNAME = "stdname"
    TIME = "time"


class Stats:
    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        self.total_calls = self.prim_calls = 0
        self.total_tt = 0
        self.stats = {}

    def _self(self, *args):
        return self

    strip_dirs = sort_stats = reverse_order = add = _self

    def print_stats(self, *amount):
        self.stream.write("(Interleave takes no profiles: see the timeline for where the time goes)\n")
        return self

    print_callers = print_callees = print_stats

    def dump_stats(self, filename):
        pass

    def get_stats_profile(self):
        return StatsProfile(0.0, {})


@dataclass(unsafe_hash=True)
class FunctionProfile:
    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
    total_tt: float
    func_profiles: dict
