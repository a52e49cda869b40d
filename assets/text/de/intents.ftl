# Was man verlangen kann. Ein Schlüssel ist `intent-` und der Name. Das Attribut `.short` steht in der unteren Zeile.

## Tickets
intent-ticket-status = unseren Status setzen
    .short = Status
intent-ticket-stopwatch = die Stoppuhr starten oder anhalten
    .short = Stoppuhr
intent-ticket-drop-stopwatch = wegwerfen, was auf der Stoppuhr steht
    .short = Stoppuhr leeren
intent-ticket-log-time = Zeit erfassen
    .short = Zeit
    .verb = erfassen
intent-ticket-assign = jemandem zuweisen
    .short = zuweisen
intent-ticket-hand-over = { $side ->
    [taskfire] an { $provider } eskalieren
   *[autotask] an { $company } transferieren
 }
    .short = { $side ->
    [taskfire] an { $provider } eskalieren
   *[autotask] an { $company } transferieren
 }
    .brief = { $side ->
    [taskfire] eskalieren
   *[autotask] transferieren
 }
intent-ticket-complete = abschließen
    .short = abschließen
    .brief = fertig
intent-ticket-decline = mit Begründung zurückweisen
    .short = zurückweisen
intent-ticket-recall = Eskaliertes zurückholen
    .short = zurückholen
intent-ticket-priority = unsere Priorität setzen
    .short = Priorität
intent-ticket-move = in eine andere Warteschlange legen
    .short = verschieben
intent-ticket-edit = Felder bearbeiten
    .short = bearbeiten
    .verb = speichern
intent-ticket-add-secondary = einen Helfer hinzufügen
    .short = Helfer
intent-ticket-remove-secondary = einen Helfer entfernen
    .short = Helfer weg
intent-ticket-attach = eine Datei anhängen
    .short = anhängen
intent-ticket-save-file = eine Datei des Tickets hier speichern
    .short = Datei sichern
intent-ticket-tick = einen Punkt der Checkliste abhaken
    .short = abhaken
intent-ticket-card = Karte von Person und Unternehmen
    .short = Karte
intent-ticket-macro = ein Makro ausführen
    .short = Makro
intent-ticket-undo = das Letzte zurücknehmen
    .short = zurücknehmen
intent-ticket-create = { $role ->
    [portal] eine Anfrage stellen
   *[desk] neues Ticket
 }
    .short = { $role ->
        [portal] Anfrage stellen
       *[desk] neues Ticket
     }
    .verb = anlegen
intent-ticket-take = das Ticket selbst übernehmen
    .short = übernehmen
intent-ticket-reopen = wieder öffnen
    .short = wieder öffnen
intent-ticket-reply = beiden Seiten antworten
    .short = antworten
intent-ticket-note = eine interne Notiz schreiben
    .short = Notiz
intent-ticket-next = nächstes Ticket der Liste
    .short = nächstes
intent-ticket-previous = voriges Ticket der Liste
    .short = voriges
intent-ticket-copy-number = die Ticketnummer kopieren
    .short = Nummer kopieren

## Die Liste
intent-list-filter = die Liste filtern
    .short = filtern
intent-list-sort = die Liste sortieren
    .short = sortieren
intent-list-turn = die Reihenfolge der Liste umkehren
    .short = umkehren
intent-list-columns = die Spalten der Liste wählen
    .short = Spalten
intent-list-save-view = diese Liste als Ansicht speichern
    .short = Ansicht speichern
intent-list-mark = das Ticket markieren oder nicht mehr
    .short = markieren
intent-list-mark-all = jedes Ticket der Liste markieren
    .short = alle markieren
intent-list-unmark = alle Markierungen wegnehmen
    .short = Marken weg
intent-list-next-for-me = das Nächste für mich: was jetzt dran ist
intent-list-show-arrived = zeigen, was angekommen ist
    .short = Neue zeigen

## Der Postausgang
intent-outbox-decide = die Änderung zeigen und was zu entscheiden ist
    .short = zeigen
intent-outbox-do-anyway = die Änderung trotzdem tun, am Ticket, wie es jetzt ist
    .short = trotzdem tun
intent-outbox-edit = die Änderung zurücknehmen und bearbeiten
    .short = bearbeiten
intent-outbox-discard = die Änderung verwerfen
    .short = verwerfen
intent-outbox-discard-all = die Änderung und die dahinter am selben Ticket verwerfen
    .short = alle des Tickets verwerfen
intent-session-sign-in = anmelden
    .short = anmelden
intent-demo-become = eine andere Person des Demo-Desks werden
    .short = werden
intent-go-today = meine Zeit heute, mit ihren Lücken
    .short = heute
intent-go-outbox = zum Postausgang
    .short = Postausgang

## Wohin
intent-go-queues = zu Ansichten und Warteschlangen
    .short = Warteschlangen
intent-go-my-tickets = zu meinen Tickets
intent-go-everything = zu allen Tickets
    .short = meine Tickets
intent-go-in = öffnen, worauf der Cursor steht
    .short = öffnen
intent-go-out = hier heraus
    .short = heraus
intent-go-back = zurück
    .short = zurück
intent-pane-next = nächster Bereich
    .short = nächster Bereich
intent-pane-previous = voriger Bereich
    .short = voriger Bereich
intent-move-up = aufwärts
intent-move-down = abwärts
intent-move-page-up = eine Seite aufwärts
intent-move-page-down = eine Seite abwärts
    .short = weiterlesen
intent-move-half-page-up = eine halbe Seite aufwärts
intent-move-half-page-down = eine halbe Seite abwärts
intent-move-first = zur ersten Zeile
intent-move-last = zur letzten Zeile
intent-view-1 = meine Tickets öffnen (Ansicht 1)
intent-view-2 = meine überfälligen Tickets öffnen (Ansicht 2)
intent-view-3 = die nicht zugewiesenen Tickets öffnen (Ansicht 3)
intent-view-4 = öffnen, was zurückkam (Ansicht 4)
intent-view-5 = Ansicht 5 öffnen
intent-view-6 = Ansicht 6 öffnen
intent-view-7 = Ansicht 7 öffnen
intent-view-8 = Ansicht 8 öffnen
intent-view-9 = Ansicht 9 öffnen

## Die Konsole selbst
intent-palette-open = alles, was man verlangen kann
    .short = alles
intent-help-open = die Tasten, die hier gelten
    .short = Hilfe
intent-log-open = jede Meldung bisher
    .short = Meldungen
intent-config-read = die eigenen Einstellungen neu lesen
    .short = neu lesen
    .about = Farben, Tasten, Sprache und das Übrige gelten sofort; ein anderer Server ab dem nächsten Start.
intent-screen-redraw = den Bildschirm neu zeichnen
intent-screen-suspend = anhalten bis fg
intent-console-quit = beenden
    .short = beenden

## Wo man tippt oder antwortet
intent-filter-apply = den Filter behalten
    .short = behalten
intent-filter-complete = das Wort ergänzen
    .short = ergänzen
intent-filter-leave = die Liste lassen, wie sie war
    .short = lassen
intent-filter-ask-server = den Server fragen, auch nach Geschlossenem
    .short = den Server fragen, auch nach Geschlossenem
intent-form-next = nächstes Feld
    .short = nächstes
intent-form-previous = voriges Feld
intent-form-toggle = anhaken oder wählen
intent-form-submit = tun
    .short = tun
intent-form-leave = alles lassen, wie es war
    .short = lassen
intent-pick-choose = wählen
    .short = wählen
intent-confirm-yes = ja
    .short = ja
intent-confirm-no = nein
    .short = nein
intent-palette-complete = den Titel ergänzen
    .short = ergänzen
intent-palette-run = tun
    .short = tun
intent-edit-line-start = an den Anfang der Zeile
intent-edit-line-end = an das Ende der Zeile
intent-edit-delete-word = das Wort vor dem Cursor löschen
intent-edit-delete-to-start = bis zum Anfang der Zeile löschen
intent-edit-delete-to-end = bis zum Ende der Zeile löschen
intent-edit-delete-back = den Buchstaben vor dem Cursor löschen
intent-edit-forward = einen Buchstaben weiter
intent-edit-back = einen Buchstaben zurück
intent-edit-word-forward = zum nächsten Wort
intent-edit-word-back = zum Wort davor
intent-edit-delete-forward = den Buchstaben unter dem Cursor löschen
intent-edit-delete-word-forward = das Wort hinter dem Cursor löschen

## Teile eines offenen Tickets
intent-part-conversation = den Verlauf der Gespräche zeigen
    .short = Gespräch
intent-part-time = die Zeit zeigen
    .short = Zeit
intent-part-history = die Geschichte zeigen
    .short = Geschichte
intent-part-related = Checkliste und Dateien zeigen
    .short = Anhänge
intent-part-details = die Einzelheiten zeigen
    .short = Einzelheiten
intent-part-unfold = Zitiertes aufklappen
    .short = aufklappen

## Schreiben
intent-text-send = senden
    .short = senden
intent-text-editor = im eigenen Editor weiterschreiben
    .short = Editor
intent-text-audience = intern oder an beide Seiten
    .short = intern oder öffentlich
intent-text-keep-draft = als Entwurf lassen
    .short = Entwurf

## Die Status unserer Seite
intent-status-new = New
intent-status-in-progress = In Progress
intent-status-waiting-customer = Waiting Customer oder Waiting User
intent-status-waiting-vendor = Waiting Vendor
intent-status-back = zurück zur anderen Seite
intent-status-complete = Complete
