import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(threadName)s:%(message)s", stream=sys.stdout)
logging.debug("hidden")
logging.info("shown %s %d", "text", 5)
logging.warning("warned")
log = logging.getLogger("app.part")
log.error("error %r", {"a": 1})
log.setLevel(logging.DEBUG)
log.debug("debug now")
print(log.name, log.level, logging.getLevelName(30), log.isEnabledFor(logging.DEBUG), logging.getLogger("app.part") is log)
