# Was an einer Datei falsch ist, die übernommen wird. Die Gründe der Zeilen stehen hinter Datei, Zeile, Spalte und Feld; was
# richtig wäre, folgt nach einem Strichpunkt.

import-first-line = die erste Zeile muss die Spalten nennen: { $reason }
import-no-line = es gibt keine
import-json-list = das ist eine einzige JSON-Liste; schreiben Sie je Zeile ein Objekt, wie { $command } es tut
import-cells = die Zeile hat { $found } Zellen, die erste Zeile nennt { $named }
import-no-object = die Zeile ist kein JSON-Objekt; schreiben Sie { $example }
import-no-json = die Zeile ist kein JSON: { $reason }
import-too-many-values = die Zeile hat mehr als { $values } Werte, oder deren Namen mehr als { $bytes } Bytes; lassen Sie weg, was nicht zugeordnet ist
import-behind-quote = auf das Anführungszeichen, das die Zelle schließt, folgt Text; schreiben Sie ein Anführungszeichen in einer Zelle doppelt
import-open-quote = das Anführungszeichen, mit dem diese Zelle beginnt, wird nie geschlossen; schließen Sie es, oder schreiben Sie es doppelt
import-row-too-large = die Zeile hat { $bytes } Bytes, höchstens { $most } sind möglich; kürzen Sie ihre Texte
import-no-utf8 = dieses Byte ist kein UTF-8; speichern Sie die Datei als UTF-8, oder schreiben Sie das Zeichen neu
import-nul = hier steht ein NUL-Zeichen; nehmen Sie es heraus
import-needs-number = eine Zeile braucht die Nummer ihres Tickets
import-needs-moment = eine Zeile braucht den Zeitpunkt ihres Ereignisses
import-needs-key = { $entity } braucht einen Schlüssel
import-word-unknown = [{ $section }] in der Zuordnung kennt "{ $word }" nicht; sagen Sie dort, was es hier ist
import-no-section = die Zuordnung hat kein [{ $section }]
import-no-moment = "{ $text }" ist kein Zeitpunkt; gelesen werden diese Formen: { $forms }
import-no-count = "{ $text }" ist keine Anzahl
import-no-truth = "{ $text }" ist weder wahr noch falsch
import-rejects-imported = das Zurückgewiesene kann nicht in die Datei, die übernommen wird; nennen Sie mit --rejects eine andere
import-rejects-unwritable = das Zurückgewiesene kann nicht geschrieben werden: { $reason }; nennen Sie mit --rejects eine andere Datei
import-no-room = zum Zählen ist kein Platz: { $reason }; schaffen Sie Platz, wo vorübergehende Dateien liegen
import-rows = { $count ->
    [one] eine Zeile
   *[other] { $count } Zeilen
 }

# Warum der Server eine Zeile nicht nehmen kann.

import-needs-digest = eine Zeile braucht die Nummer ihres Tickets und ihren Prüfwert
import-no-status = den Autotask-Status "{ $text }" gibt es nicht; einer von diesen: { $known }
import-no-priority = diese Priorität gibt es nicht; 4, 1, 2 oder 3 (P1 bis P4)
import-text-too-long = der Text hat { $length } Zeichen; höchstens { $limit } sind möglich
import-number-too-large = { $number } ist eine zu große Zahl
import-too-many-decimals = { $number } hat mehr Nachkommastellen als { $decimals }
import-not-of-type = "{ $text }" ist nicht vom Typ { $type }
import-no-choice = "{ $text }" gibt es nicht; eins von diesen: { $known }
import-no-item = die Liste hat kein "{ $text }"
import-no-records = "{ $entity }" lassen sich nicht übernehmen; eins von diesen: { $known }
import-needs-field = { $entity } braucht es
import-no-field = { $entity } hat kein solches Feld
import-field-not-set = dieses Feld von { $entity } setzt eine Übernahme nicht: es folgt aus anderem oder wird hier vergeben
import-no-name = { $entity } mit dem Namen "{ $name }" gibt es nicht
import-no-key = { $entity } mit dem Schlüssel "{ $key }" kam nicht aus dieser Quelle; übernehmen Sie das zuerst
import-time-needs-minutes = Zeit braucht ihre minutes oder ihre hoursWorked
import-udf-nameless = ein benutzerdefiniertes Feld braucht einen Namen
import-udf-not-in-use = dieses benutzerdefinierte Feld ist nicht mehr in Gebrauch

# Kommentare in einer vorgeschlagenen Zuordnung, je eine Zeile. CHECK und FILL IN sind Marken, nach denen man sucht: in
# jeder Sprache.

suggested-for = Vorschlag für { $file } nach den ersten { $rows } Zeilen.
suggested-log = Nummern kommen wieder: jede Zeile ist ein Ereignis eines Tickets, in der Reihenfolge der Datei.
suggested-list = Jede Zeile ist ein Ticket.
suggested-then = Sehen Sie alles durch, dann: tandem import DATEI --mapping DIESE --dry-run
suggested-source = Unter diesem Namen bleiben die Datensätze bekannt: behalten Sie ihn für spätere Dateien desselben Desks.
suggested-unknown = Was „nicht bekannt“ bedeutet.
suggested-moments = Wie Zeitpunkte geschrieben sind, in dieser Reihenfolge versucht.
suggested-doubt = CHECK: in der Stichprobe passen Tag und Monat in beiden Reihenfolgen.
suggested-zone = Wo ihre Uhren stehen: ein Name wie Europe/Berlin.
suggested-ticket = Feld des Tickets = Text, in dem { $column } für die Zelle dieser Spalte steht.
suggested-needed = FILL IN, das wird gebraucht: { $example }
suggested-company = CHECK: keine Spalte nennt den Kunden; alle Tickets sind von diesem
suggested-status = CHECK: keine Spalte nennt ihn; alle Tickets sind neu
suggested-statuses = Status dort = Bezeichnung des Autotask-Status hier. Eine Zeile mit einem anderen Wort wird beiseite gelegt.
suggested-priorities = Priorität dort = Critical, High, Medium oder Low. Eine Zeile mit einem anderen Wort wird beiseite gelegt.
suggested-word = CHECK: kein bekanntes Wort
suggested-contacts = Die Kontakte mit ihren Adressen.
suggested-notes = Was dort steht, wird eine interne Notiz; mit { $public } sähe sie der Kunde.
suggested-history = Was der Verlauf sonst noch erzählt, wenn es sich ändert.
suggested-rest = Spalten, aus denen nichts wird. Nehmen Sie das # weg, um eine zu behalten, unter einem Namen Ihrer Wahl.
suggested-empty = in der Stichprobe leer
