from datetime import date, datetime, timedelta

moment = datetime(2024, 2, 28, 23, 30, 5)
print(moment, moment.isoformat(), moment + timedelta(hours=1), moment.strftime("%Y-%m-%d %H:%M:%S"), moment.date(), moment.year)
print(datetime(2024, 3, 1) - moment, (datetime(2024, 3, 1) - moment).total_seconds(), timedelta(seconds=3725), timedelta(days=1, milliseconds=5))
print(date(2024, 2, 29).weekday(), date(2024, 1, 1) < date(2024, 1, 2), datetime.fromisoformat("2024-05-06T07:08:09"), repr(timedelta(minutes=1)))
started = datetime.now()
print((datetime.now() - started).total_seconds() < 5)
