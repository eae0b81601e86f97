"""Logging set up from a dict."""

import logging
import logging.handlers
import sys


def _resolve(name):
    try:
        return _found(name)
    except ImportError as e:
        raise ValueError(f"Cannot resolve {name!r}: {e}") from e


def _found(name):
    parts = name.split(".")
    used = parts.pop(0)
    found = __import__(used)
    for part in parts:
        used += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(used)
            found = getattr(found, part)
    return found


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def _value(self, value):
        if isinstance(value, str) and "://" in value:
            prefix, _, rest = value.partition("://")
            if prefix == "ext":
                return _resolve(rest)
            if prefix == "cfg":
                found = self.config
                for part in rest.split("."):
                    found = found[part]
                return found
        if isinstance(value, dict):
            return {k: self._value(v) for k, v in value.items()}
        if isinstance(value, list):
            return [self._value(v) for v in value]
        return value

    def configure_formatter(self, config):
        config = dict(config)
        if "()" in config:
            factory = config.pop("()")
            factory = factory if callable(factory) else _resolve(factory)
            if "format" in config:
                config["fmt"] = config.pop("format")
            config.pop("class", None)
            return factory(**{k: self._value(v) for k, v in config.items()})
        cls = _resolve(config["class"]) if "class" in config else logging.Formatter
        kwargs = {"defaults": config["defaults"]} if "defaults" in config else {}
        return cls(config.get("format"), config.get("datefmt"), config.get("style", "%"), config.get("validate", True),
                   **kwargs)

    def configure_filter(self, config):
        config = dict(config)
        if "()" in config:
            factory = config.pop("()")
            factory = factory if callable(factory) else _resolve(factory)
            return factory(**{k: self._value(v) for k, v in config.items()})
        return logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        for f in filters:
            if callable(f) or callable(getattr(f, "filter", None)):
                filterer.addFilter(f)
            else:
                filterer.addFilter(self.filters[f])

    def configure_handler(self, config):
        config = dict(config)
        formatter = config.pop("formatter", None)
        level = config.pop("level", None)
        filters = config.pop("filters", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as e:
                raise ValueError(f"Unable to set formatter {formatter!r}") from e
        if "()" in config:
            factory = config.pop("()")
            factory = factory if callable(factory) else _resolve(factory)
        else:
            name = config.pop("class")
            factory = name if callable(name) else _resolve(name)
            if issubclass(factory, logging.handlers.MemoryHandler) and "target" in config:
                config["target"] = self.handlers[config["target"]]
            if issubclass(factory, logging.handlers.QueueHandler) and "queue" not in config:
                import queue

                config["queue"] = queue.Queue()
                listeners = config.pop("handlers", [])
                respect = config.pop("respect_handler_level", False)
                config.pop("listener", None)
                handler = factory(config["queue"])
                handler.listener = logging.handlers.QueueListener(
                    handler.queue, *[self.handlers[n] for n in listeners], respect_handler_level=respect)
                factory, config = (lambda: handler), {}
        props = config.pop(".", None)
        kwargs = {k: self._value(v) for k, v in config.items() if k.isidentifier()}
        result = factory(**kwargs)
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(result, filters)
        for name, value in (props or {}).items():
            setattr(result, name, value)
        return result

    def configure_logger(self, name, config, incremental=False):
        self._configure(logging.getLogger(name), config, incremental)

    def _configure(self, logger, config, incremental):
        level = config.get("level")
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for h in logger.handlers[:]:
            logger.removeHandler(h)
        for name in config.get("handlers") or ():
            try:
                logger.addHandler(self.handlers[name])
            except Exception as e:
                raise ValueError(f"Unable to add handler {name!r}") from e
        if config.get("filters"):
            self.add_filters(logger, config["filters"])

    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        incremental = config.get("incremental", False)
        loggers = config.get("loggers", {})
        root = config.get("root")
        if incremental:
            for name, c in config.get("handlers", {}).items():
                handler = logging._handlers.get(name)
                if handler is None:
                    raise ValueError(f"No handler found with name {name!r}")
                if c.get("level"):
                    handler.setLevel(logging._checkLevel(c["level"]))
        else:
            def each(what, make):
                made = {}
                for name, c in config.get(what, {}).items():
                    try:
                        made[name] = make(c)
                    except Exception as e:
                        raise ValueError(f"Unable to configure {what[:-1]} {name!r}") from e
                return made

            self.formatters = each("formatters", self.configure_formatter)
            self.filters = each("filters", self.configure_filter)
            self.handlers = {}
            waiting = []
            for name, c in sorted(config.get("handlers", {}).items()):
                if isinstance(c.get("target"), str) and c["target"] not in self.handlers or (
                        c.get("handlers") and any(h not in self.handlers for h in c["handlers"])):
                    waiting.append((name, c))
                    continue
                self._handler(name, c)
            for name, c in waiting:
                self._handler(name, c)
            existing = [n for n, l in logging.root.manager.loggerDict.items() if isinstance(l, logging.Logger)]
            if config.get("disable_existing_loggers", True):
                for name in existing:
                    inside = any(name == n or name.startswith(n + ".") for n in loggers)
                    if not inside:
                        logging.getLogger(name).disabled = True
        for name, c in loggers.items():
            try:
                logger = logging.getLogger(name)
                self._configure(logger, c, incremental)
                logger.disabled = False
                if c.get("propagate") is not None:
                    logger.propagate = c["propagate"]
            except Exception as e:
                raise ValueError(f"Unable to configure logger {name!r}") from e
        if root:
            try:
                self._configure(logging.getLogger(), root, incremental)
            except Exception as e:
                raise ValueError("Unable to configure root logger") from e

    def _handler(self, name, c):
        try:
            handler = self.configure_handler(c)
            handler.name = name
            self.handlers[name] = handler
        except Exception as e:
            raise ValueError(f"Unable to configure handler {name!r}") from e


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    import _machine

    _machine.unsupported("logging.config.fileConfig() is not supported: use dictConfig()")


def listen(port=9030, verify=None):
    import _machine

    _machine.unsupported("logging.config.listen() is not supported: use dictConfig()")


def stopListening():
    pass
