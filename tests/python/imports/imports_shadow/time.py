mine = "never found: sys and time are built in"
