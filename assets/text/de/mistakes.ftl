# Was in einer Datei falsch ist, die jemand geschrieben hat: Einstellungen, Farben, Tasten, Ansichten, Makros,
# Zuordnungen. Davor stehen Datei und Zeile; was richtig wäre, folgt nach einem Strichpunkt.

mistake-toml = das ist kein TOML: { $reason }
mistake-file-unreadable = sie kann nicht gelesen werden: { $reason }
settings-unreadable = die Datei der Einstellungen { $file } kann nicht gelesen werden: { $reason }

# Was richtig wäre

mistake-nearest = ist "{ $name }" gemeint?
mistake-one-of = eines davon nehmen: { $names }
mistake-write = { $example } schreiben
mistake-write-like = schreiben wie "{ $example }"
mistake-write-or-leave = { $example } schreiben oder den Schritt weglassen
mistake-write-below = { $example } unter [{ $section }] schreiben

# Jede Datei

mistake-no-section = es gibt keinen Abschnitt "{ $name }"
mistake-not-section = "{ $name }" muss ein Abschnitt sein
mistake-write-section = [{ $name }] in eine eigene Zeile schreiben
mistake-item-not-section = "{ $name }" muss eine Liste von Abschnitten sein; darin steht { $found ->
    [text] ein Text
    [whole-number] eine ganze Zahl
    [fraction] eine Zahl mit Bruchteil
    [boolean] true oder false
    [date] ein Datum
    [list] eine Liste
   *[section] ein Abschnitt
 }
mistake-wanted = "{ $name }" muss { $wanted ->
    [text] ein Text in Anführungszeichen
    [texts] ein Text in Anführungszeichen oder eine Liste solcher Texte
    [boolean] true oder false
    [whole-number] eine ganze Zahl
   *[sections] eine Liste von Abschnitten
 } sein, nicht { $found ->
    [text] ein Text
    [whole-number] eine ganze Zahl
    [fraction] eine Zahl mit Bruchteil
    [boolean] true oder false
    [date] ein Datum
    [list] eine Liste
   *[section] ein Abschnitt
 }
mistake-not-among = "{ $name }" kann nicht "{ $value }" sein
mistake-unreadable = "{ $name }": { $path } kann nicht gelesen werden: { $reason }

# Einstellungen

mistake-no-setting = es gibt keine Einstellung "{ $name }"
mistake-setting-below = die Einstellung unter [{ $section }] schreiben
mistake-address = "{ $name }" muss eine Adresse sein, die mit http:// oder https:// beginnt
mistake-line = "line" muss eine Geschwindigkeit in Bits je Sekunde ab { $least } sein
mistake-line-unset = ohne diese Zeile gilt die Geschwindigkeit des Terminals

# Tasten

mistake-no-key = "{ $key }" ist keine Taste
mistake-write-keys = Tasten schreibt man wie { $keys }, Folgen wie { $sequence }
mistake-no-intent = es gibt keine Absicht "{ $name }"
mistake-keys-listed = `tandem keys` zählt alle auf
mistake-not-bound = in [{ $section }] liegt nichts auf "{ $keys }"
mistake-leave-line-out = die Zeile weglassen
mistake-keys-twice = "{ $keys }" steht zweimal in [{ $section }]
mistake-leave-one-line-out = eine von beiden Zeilen weglassen
mistake-keys-clash = "{ $keys }" kann in [{ $section }] nicht neben "{ $other }" stehen: eines beginnt das andere
mistake-unbind = das andere mit { $line } lösen

# Farben

mistake-no-role = es gibt keine Rolle "{ $name }"
mistake-no-colour = "{ $word }" ist keine Farbe und kein Merkmal
mistake-colours-besides = (Farben sind auch 0 bis 255 oder #rrggbb)

# Ansichten

mistake-no-view-setting = eine Ansicht hat keine Einstellung "{ $name }"
mistake-no-sort = nach "{ $word }" kann eine Liste nicht sortiert werden
mistake-sort-turned = (ein Minus davor dreht die Ordnung um)
mistake-no-column = es gibt keine Spalte "{ $name }"
mistake-word-twice = "{ $word }" steht zweimal da
mistake-leave-one-out = eines von beiden weglassen
mistake-columns-lack = in "columns" fehlt "{ $word }"
mistake-columns-always = jede Liste zeigt den Titel und beide Status
mistake-no-digit = "key" muss eine Ziffer von 1 bis 9 sein
mistake-digit-taken = { $digit } öffnet schon "{ $name }"
mistake-other-digit = eine andere Ziffer nehmen

# Makros

mistake-macro-empty = "{ $name }" tut nichts
mistake-no-macro-setting = ein Makro hat keine Einstellung "{ $name }"
mistake-step-empty = dieser Schritt tut nichts
mistake-reopens-nothing = ein Schritt, der nicht wieder öffnet, tut nichts
mistake-no-act = es gibt keine Handlung "{ $name }"
mistake-beside = "{ $name }" steht neben "{ $other }"
mistake-one-act = jeder Schritt tut eines: { $example } schreiben
mistake-beside-no-time = "{ $name }" steht neben keiner Zeit
mistake-write-beside = { $example } danebenschreiben
mistake-time-only = "{ $name }" gehört nur zu einer Zeit
mistake-no-time = "{ $text }" ist keine Arbeitszeit
mistake-no-template-field = kein Ticket hat ein Feld "{ $name }"
mistake-brace = eine Klammer hat keine zweite
mistake-write-braces = für Klammern, die so gemeint sind, { $open } und { $close } schreiben
mistake-no-assignee = ein Makro kann nicht "{ $name }" zuweisen
mistake-no-priority = es gibt keine Priorität "{ $name }"
mistake-no-status = es gibt keinen Status "{ $name }"
mistake-no-queue = es gibt keine Queue "{ $name }"

# Zuordnungen eines Imports

mistake-no-part = eine Zuordnung hat keinen Teil "{ $name }"
mistake-no-source = die Zuordnung nennt ihre Quelle nicht
mistake-write-source = { $example } schreiben, einen Namen, der für die Dateien dieses Helpdesks gleich bleibt
mistake-needed = [{ $section }] sagt nicht, woher "{ $name }" kommt
mistake-no-zone = "{ $name }" ist keine Zeitzone wie Europe/Berlin oder America/New_York
mistake-no-form = "{ $form }" ist keine Form eines Zeitpunkts
mistake-no-day = "{ $form }" sagt den Tag nicht
mistake-no-references = Datensätze nennen einander bei names oder keys, nicht bei "{ $word }"
mistake-no-field = es gibt kein Feld "{ $name }"
mistake-field-not-set = ein Import setzt dieses Feld nicht: es folgt aus anderem oder wird hier vergeben
mistake-no-records = es gibt keine Datensätze namens "{ $name }"
mistake-column-open = eine { $open } ist nicht geschlossen: den Namen der Spalte und { $close } schreiben
mistake-column-unnamed = { $braces } nennt keine Spalte
mistake-file-lacks = die Datei hat keine Spalte "{ $name }"
