# What the console says. Keys begin with the part of the screen that they belong to.

## Times
age-minutes = { $minutes } m
age-hours = { $hours } h { $minutes }
age-late = -{ $age }
age-now = now
day-mon = Mon
day-tue = Tue
day-wed = Wed
day-thu = Thu
day-fri = Fri
day-sat = Sat
day-sun = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

## A ticket's two sides
sides-autotask = AUTOTASK
sides-taskfire = TASKFIRE
sides-has-the-ticket = has the ticket

## Lists
list-arrived = { $count } new, { $key } to show
list-empty = Nothing here.
list-more = { $count } more

## The screen itself
screen-too-small = Tandem needs 60 columns and 20 rows; this terminal has { $columns } and { $rows }.

## Editor and clipboard
editor-missing = No editor is set. Set EDITOR (for example: export EDITOR=nano), or write here.
clipboard-sent = Sent to your terminal: { $text }
clipboard-too-long = { $size } bytes are more than a terminal takes; nothing was copied.
paste-ignored = Nothing was pasted: no text box is open here.
