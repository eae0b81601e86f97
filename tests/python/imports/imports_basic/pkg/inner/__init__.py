print("inner runs")
