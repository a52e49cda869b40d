# Was an einem getippten Filter falsch ist, und was richtig wäre.

typed-unknown-field = ein Feld { $name } gibt es nicht; setzen Sie es in Anführungszeichen, um danach zu suchen
typed-unknown-field-nearest = ein Feld { $name } gibt es nicht (am nächsten: { $nearest }); setzen Sie es in Anführungszeichen, um danach zu suchen
typed-unknown-value = { $field } kennt { $value } nicht
typed-unknown-value-nearest = { $field } kennt { $value } nicht (am nächsten: { $nearest })
typed-unknown-value-among = { $field } kennt { $value } nicht; es gibt { $among }
typed-takes-moment = { $field } nimmt einen Tag (2026-11-20, today), einen Zeitpunkt (2026-11-20T10:05:00Z, now) oder mit < oder > eine Zeitspanne (30m, 2h, 3d, 1w)
typed-takes-day = { $field } nimmt einen Tag, etwa 2026-11-20 oder today
typed-takes-flag = { $field } nimmt eines von open, closed, late, shared, unassigned, mine
typed-takes-one-value = { $field } nimmt hinter <, >, <= und >= einen einzigen Wert
typed-takes-names = { $field } nimmt Namen, durch Kommas getrennt, ohne < oder >
typed-takes-number = { $field } nimmt eine Zahl
typed-takes-whole-number = { $field } nimmt eine ganze Zahl
typed-takes-boolean = { $field } nimmt true oder false
typed-takes-text = { $field } nimmt einen Text
typed-missing-alternative = auf einer Seite von OR fehlt etwas
typed-missing-group = in den Klammern fehlt etwas
typed-missing-value = der Wert fehlt
typed-missing-user-defined-field = der Name des benutzerdefinierten Felds fehlt
typed-open-quote = das Anführungszeichen ist nicht geschlossen
typed-parenthesis = die Klammer hat kein Gegenstück; setzen Sie es in Anführungszeichen, um danach zu suchen
typed-not-negatable = Wörter und Teile eines Textes lassen sich nicht ausschließen
typed-not-compared = { $field } lässt sich so nicht vergleichen
typed-out-of-range = { $value } ist mehr, als { $field } fasst
typed-too-deep = Klammern dürfen höchstens 32-fach ineinander stehen
typed-too-many-words = höchstens 32 Wörter lassen sich suchen
typed-too-many-alternatives = höchstens 500 Bedingungen dürfen neben OR stehen
typed-too-many-conditions = ein Filter darf höchstens 500 Bedingungen haben
typed-too-many-values = { $field } darf höchstens 500 Werte haben
typed-refused = der Filter ist nicht zu gebrauchen: { $reason }
