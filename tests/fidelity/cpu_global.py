count = 0
while count < 4_000_000:
    count = count + 1
