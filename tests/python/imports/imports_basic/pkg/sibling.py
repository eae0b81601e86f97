from . import VERSION
def up():
    return VERSION, __name__
