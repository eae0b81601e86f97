mine = "my own"
