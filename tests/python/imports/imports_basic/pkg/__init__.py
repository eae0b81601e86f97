print("pkg runs")
VERSION = "1.0"
