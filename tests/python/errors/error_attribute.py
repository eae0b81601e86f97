text = "abc"
print(text.lenght())
