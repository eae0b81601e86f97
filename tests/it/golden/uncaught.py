from threading import Thread


def fail():
    return 1 / 0


Thread(target=fail).start()
