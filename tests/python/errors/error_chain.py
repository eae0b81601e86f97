class ConfigError(Exception):
    pass


def load(settings):
    try:
        return settings["path"]
    except KeyError as error:
        raise ConfigError("no path") from error


print("loading")
load({})
