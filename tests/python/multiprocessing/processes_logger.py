"""The logger of multiprocessing: what it says about a child and about the end, in order."""

import logging
import multiprocessing
import sys


def worker():
    multiprocessing.get_logger().warning("at work")


if __name__ == "__main__":
    logger = multiprocessing.log_to_stderr()
    print(logger is multiprocessing.get_logger(), logger.name, logger.propagate, logger.level)
    sys.stdout.flush()
    logger.handlers[0].setStream(sys.stdout)
    logger.setLevel(logging.DEBUG)
    p = multiprocessing.get_context("fork").Process(target=worker)
    p.start()
    p.join()
