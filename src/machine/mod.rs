//! Who runs when: the virtual clock, cores, GIL, waits, processes, network, policies and the cost model.
