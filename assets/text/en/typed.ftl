# What is wrong with a filter that was typed, and what would be right.

typed-unknown-field = there is no field { $name }; in quotes it is searched for
typed-unknown-field-nearest = there is no field { $name } (nearest: { $nearest }); in quotes it is searched for
typed-unknown-value = { $field } has no { $value }
typed-unknown-value-nearest = { $field } has no { $value } (nearest: { $nearest })
typed-unknown-value-among = { $field } has no { $value }; it has { $among }
typed-takes-moment = { $field } takes a day (2026-11-20, today), a moment (2026-11-20T10:05:00Z, now), or with < or > a time span (30m, 2h, 3d, 1w)
typed-takes-day = { $field } takes a day, as in 2026-11-20 or today
typed-takes-flag = { $field } takes one of open, closed, late, shared, unassigned, mine
typed-takes-one-value = { $field } takes one value behind <, >, <= and >=
typed-takes-names = { $field } takes names separated by commas, without < or >
typed-takes-number = { $field } takes a number
typed-takes-whole-number = { $field } takes a whole number
typed-takes-boolean = { $field } takes true or false
typed-takes-text = { $field } takes a text
typed-missing-alternative = what stands on one side of OR is missing
typed-missing-group = what stands in parentheses is missing
typed-missing-value = the value is missing
typed-missing-user-defined-field = the name of the user-defined field is missing
typed-open-quote = the quotation mark is not closed
typed-parenthesis = the parenthesis has no partner; in quotes it is searched for
typed-not-negatable = words and parts of a text can't be excluded
typed-not-compared = { $field } can't be compared so
typed-out-of-range = { $value } is more than { $field } holds
typed-too-deep = parentheses may stand 32 deep at most
typed-too-many-words = 32 words at most can be searched for
typed-too-many-alternatives = 500 conditions at most may stand beside OR
typed-too-many-conditions = a filter may have 500 conditions at most
typed-too-many-values = { $field } may have 500 values at most
typed-refused = the filter can't be used: { $reason }
