def tidy(path):
    for name in path:
        try:
            if name:
                continue
            return open(name)
        except (OSError, ValueError) as e:
            print(e)
        else:
            break
        finally:
            print("done")


def locked(lock, work):
    with lock as held, work:
        return held


async def fetch(session, urls):
    async with session.get(urls[0]) as reply:
        text = await reply.text()
    async for line in reply:
        yield line, text


def group():
    try:
        work()
    except* ValueError as e:
        print(e)
