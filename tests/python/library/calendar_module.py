import calendar

print(calendar.isleap(2024), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.monthrange(2024, 2), calendar.weekday(2024, 5, 6), calendar.timegm((2024, 1, 1, 0, 0, 0)))
print(calendar.month(2024, 2), end="")
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 9, w=3), end="")
print(calendar.monthcalendar(2024, 9), list(calendar.day_name), list(calendar.month_abbr), calendar.day_abbr[0], calendar.month_name[12])
c = calendar.Calendar(firstweekday=6)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2))[:10], list(c.itermonthdays2(2024, 2))[:3], [str(d) for d in list(c.itermonthdates(2024, 2))[:2]], c.monthdays2calendar(2024, 2)[0], c.getfirstweekday())
print(calendar.calendar(2024)[:200])
print(calendar.MONDAY, repr(calendar.MONDAY), calendar.FEBRUARY, calendar.Day.SUNDAY.value, calendar.firstweekday(), len(c.yeardayscalendar(2024)), calendar.week(0, 3) if False else "")
for bad in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.month(2024, 0)):
    try:
        bad()
    except ValueError as e:
        print(type(e).__name__, e)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.month(2024, 12), calendar.HTMLCalendar().formatmonth(2024, 2)[:120])
