# Was das offene Ticket sagt, und die Dialoge für alles, was man daran tun kann.

## Sein Kopf
ticket-position = { $position } von { $total }
ticket-loading = Wird gelesen …
ticket-gone = Dieses Ticket ist fort: es wurde gelöscht, oder Sie dürfen es nicht mehr sehen.
ticket-since = seit { $at }
ticket-owner = (verantwortlich)
ticket-nobody = noch niemand
ticket-responded = beantwortet { $at } ✓
    .short = beantwortet ✓
ticket-resolve-by = zu lösen bis { $at }
    .short = bis { $at }
ticket-private = nicht beteiligt: { $company } behält es für sich
ticket-archive = Archiv: Taskfire ist bei { $company } aus, es kann nur gelesen werden
ticket-not-transferred = noch nicht beteiligt
ticket-no-taskfire = nicht beteiligt: { $company } hat kein Taskfire

## Was das Abschließen auf der anderen Seite täte
completes-closed = geschlossen { $at } von { $side }
completes-synced-you = Wenn Sie abschließen: auch { $side } wird Complete
    .short = Sie schließen ab: hier auch
completes-synced-other = Wenn { $name } abschließt: auch { $side } wird Complete
    .short = { $name } schließt ab: hier auch
completes-synced-only = Nur wenn { $name } abschließt, auch { $side }
    .short = nur mit { $name }: hier auch
completes-synced-anybody = Wer auch abschließt: auch { $side } wird Complete
    .short = jeder Abschluss: hier auch
completes-stays-you = Wenn Sie abschließen: { $side } bleibt { $status }
    .short = Sie schließen ab: hier nichts
completes-stays-other = Wenn { $name } abschließt: { $side } bleibt { $status }
    .short = { $name } schließt ab: hier nichts
completes-stays-anybody = Wer auch abschließt: { $side } bleibt { $status }
    .short = jeder Abschluss: hier nichts
completes-already-you = { $side } ist schon abgeschlossen
    .short = schon abgeschlossen
completes-already-other = { $side } ist schon abgeschlossen
    .short = schon abgeschlossen
completes-already-anybody = { $side } ist schon abgeschlossen
    .short = schon abgeschlossen
completes-unknown-you = Wenn Sie abschließen: über { $side } entscheidet der Server
    .short = Sie schließen ab: Server entscheidet
completes-unknown-other = Wenn { $name } abschließt: über { $side } entscheidet der Server
    .short = { $name } schließt ab: Server entscheidet
completes-unknown-anybody = Wer auch abschließt: über { $side } entscheidet der Server
    .short = jeder Abschluss: Server entscheidet

## Seine Teile
part-conversation = Gespräch
part-time = Zeit
part-history = Geschichte
part-related = Anhänge
part-details = Einzelheiten
ticket-arrived = { $count } neu unten
ticket-no-conversation = Noch nichts geschrieben.
ticket-no-time = Noch keine Zeit erfasst.
ticket-no-history = Noch nichts geschehen.
ticket-no-related = Es gibt keine Checkliste und keine Datei.
related-important = wichtig
related-internal = nur für unsere Seite
related-sent = { $percent } % gesendet
ticket-folded = { $count ->
    [one] ▸ 1 zitierte Zeile
   *[other] ▸ { $count } zitierte Zeilen
 }
ticket-new-entry = neu
ticket-written-at = (geschrieben { $at })
ticket-resolution = gab die Lösung an
ticket-internal-notes = intern:
readers-both = beide Seiten lesen es
readers-contact = { $company } liest es im Portal
readers-company = alle bei { $company } lesen es
readers-internal = intern, nur wir
delivery-queued = wartet, noch nicht gesendet (~)
delivery-stopped = nicht angenommen, wartet auf Sie (!)
handover-escalated = eskalierte es
handover-transferred = transferierte es
handover-declined = wies es zurück
handover-recalled = holte es zurück

## Geschichte
history-nothing = –
history-created = legte es an
history-autotask-status = Autotask-Status: { $before } → { $after }
history-taskfire-status = Taskfire-Status: { $before } → { $after }
history-assigned = { $side } zugewiesen: { $before } → { $after }
history-moved = { $side } Warteschlange: { $before } → { $after }
history-prioritised = { $side } Priorität: { $before } → { $after }
history-edited = { $field }: { $before } → { $after }
history-rewritten = { $field } neu geschrieben
history-escalated = eskalierte es an Autotask
history-transferred = transferierte es an Taskfire
history-declined = wies es zurück
history-recalled = holte es zurück
history-closed = schloss es
history-reopened = öffnete es wieder
history-secondary-added = Helfer dazu: { $after }
history-secondary-removed = Helfer weg: { $before }

## Einzelheiten
detail-number = Nummer
detail-title = Titel
detail-company = Unternehmen
detail-contact = Kontakt
detail-request-type = Anfragetyp
detail-item = Gerät
detail-due = Zu lösen bis
detail-holder = Hat das Ticket
detail-autotask = Autotask
detail-taskfire = Taskfire
detail-status = { $status } seit { $since }
detail-secondaries = Helfer
detail-created = Angelegt
detail-created-by = { $at } von { $name }
detail-first-response = Erste Antwort
detail-completed = Autotask abgeschlossen
detail-closed = Geschlossen
detail-description = Beschreibung
detail-resolution = Lösung

## Schreiben
compose-both = Antwort an beide Seiten
compose-reading = Was hier für die anderen halb geschrieben ist, wird noch gelesen. Die Leser bleiben, wie sie sind.
compose-other-kept =
    { $audience ->
        [internal] Eine interne Notiz
       *[public] Eine Antwort
    } ist hier auch halb geschrieben, also bleibt dies, was es ist. { $leave } behält es, { $open } führt zum anderen.
compose-in-doubt = Noch nicht gesendet, denn die Leser sind weiterhin: { $readers }. Senden Sie noch einmal, wenn Sie sie meinen.
compose-contact = Antwort, { $company } liest sie
compose-company = Antwort, alle bei { $company } lesen sie
compose-internal = Interne Notiz, nur wir
compose-several = Antwort an { $count } Tickets
compose-internal-several = Interne Notiz an { $count } Tickets, nur wir
compose-arrived = { $count } neu, seit Sie begannen
compose-send = senden
    .short = senden
compose-editor = Editor
    .short = Editor
compose-internal-instead = lieber intern
    .short = intern
compose-public-instead = lieber an beide Seiten
    .short = öffentlich
compose-keep = als Entwurf behalten
    .short = behalten
paste-cut = Das Ende des Eingefügten fehlt: kein Text ist länger als 32.000 Zeichen.

## Dialoge
form-next = nächstes Feld
dialog-leave = lassen, wie es ist
dialog-keep = als Entwurf behalten
dialog-tickets = { $count } Tickets
dialog-several = { $verb }: { $count ->
    [one] 1 Ticket
   *[other] { $count } Tickets
 }{ $refused ->
    [0] {""}
   *[other] , nicht { $refused }
 }
dialog-complete = { $what } abschließen
dialog-hand-over = { $what }: { $verb }
dialog-decline = { $what } zurückweisen
dialog-recall = { $what } zurückholen
dialog-time = Zeit an { $what }
dialog-attach = Datei an { $what } anhängen
attach-path = Pfad der Datei
attach-internal = Nur für unsere Seite
attach-no-path = Nennen Sie den Pfad der Datei.
attach-no-file = { $path } ist keine Datei.
attach-too-large = { $path } ist größer als { $most } MiB; mehr kann nicht angehängt werden.
attach-done = { $name } wartet auf den Versand; übernommen ist der Stand von jetzt.
dialog-edit = { $what } bearbeiten
dialog-create = Neues Ticket
dialog-status = Unser Status von { $what }
dialog-reason = Grund, beide Seiten lesen ihn
dialog-reason-offered = Grund, wenn Sie mögen
dialog-stopwatch = Von der Stoppuhr
dialog-spent = Aufgewandte Zeit
dialog-day = Tag
dialog-today = heute
dialog-summary = Zusammenfassung
dialog-internal-notes = Interne Notizen
dialog-priority = Priorität
dialog-queue = Warteschlange
take-already = { $number } gehört Ihnen schon.
edit-nothing = Nichts wurde geändert.

## Mehrere auf einmal
verb-status = { $status } setzen
verb-priority = P{ $rank } setzen
verb-move = nach { $queue } legen

## Was es zu wählen gibt
pick-now = jetzt
pick-me = ich
pick-nobody = niemand
pick-open-tickets = { $count } offen
pick-priority = Unsere Priorität von { $what }
pick-queue = Unsere Warteschlange von { $what }
pick-assignee = Wer an { $what } arbeiten soll
pick-helper = Wer helfen soll
pick-helper-to-remove = Wer nicht mehr hilft
pick-file = Welche Datei hier gespeichert werden soll
pick-item = Welcher Punkt erledigt ist oder doch nicht
pick-no-file = An diesem Ticket hängt keine Datei. Anhängen fügt eine hinzu.
pick-no-item = Dieses Ticket hat keine Checkliste.
save-file = { $name } speichern unter

## Die Karte
card-title = Stellung
card-phone = Telefon
card-mobile = Mobil
card-email = E-Mail
card-level = Darf
card-other-tickets = Ihre Tickets
card-no-contact = niemand ist genannt
card-parent = Teil von
card-city = Ort
card-taskfire-on = an
card-taskfire-off = aus
card-open-tickets = Alle Tickets
level-provider-admin = Administrator des Anbieters
level-provider-tech = Techniker
level-taskfire-administrator = Taskfire-Administrator
level-taskfire-resource = Taskfire-Ressource
level-portal-manager = Portal-Manager
level-portal-advanced = Portal Erweitert
level-portal-basic = Portal Basis

## Zurücknehmen
undo-title = Zurücknehmen: { $act } ({ $number })
undo-back = { $act } ist schon gesendet. Stattdessen jetzt: { $back }
undo-verb = zurücknehmen
undo-discard = Verwerfen, was noch nicht gesendet ist: { $act } ({ $number })? Das Geschriebene wird ein Entwurf.
undo-opposite = Alles an { $number } ist gesendet, also ist dies das Gegenteil davon.
undo-nothing = Alles an { $number } ist gesendet, und es hat kein Gegenteil. Ändern Sie es mit der eigenen Taste noch einmal.
undo-changed = { $number } wurde nach Ihrer Änderung ({ $act }) noch einmal geändert, also wird nichts zurückgenommen. Ändern Sie es mit der eigenen Taste.

## Was folgt
why-synced = Sie sind verantwortlich; { $company }: beide schließen gemeinsam ab
why-synced-nobody = niemand ist zugewiesen, also zählen Sie als verantwortlich; { $company }: beide schließen gemeinsam ab
why-setting-off = { $company } schließt jede Seite für sich ab
why-not-owner = bleibt: verantwortlich ist { $name }, nicht Sie
why-not-holder = bleibt: das Ticket hat { $holder }
why-already-complete = schon abgeschlossen
why-server-decides = der Server entscheidet
why-server-chooses = der Server wählt die Warteschlange
why-goes-to = kommt zu { $place }

## Was man tippt
moment-unreadable = { $word } ist kein Tag und keine Zeit; etwa fri 15:00, +2d, 2026-11-27 12:00
moment-no-such-time = { $word } zeigt keine Uhr
moment-no-such-day = { $word } steht in keinem Kalender
work-unreadable = { $word } ist kein Zeitaufwand; etwa 45m, 1:15, 0.75, 9-10:30
work-nothing = das ist gar keine Zeit
work-too-long = mehr als ein Tag; 90m sind neunzig Minuten

## Warum nicht
reason-no-open-ticket = Kein Ticket ist offen; { $key } öffnet das unter dem Cursor.
reason-last-ticket = Das ist das letzte Ticket der Liste.
reason-first-ticket = Das ist das erste Ticket der Liste.

## Was folgte
settled-closed = { $number } ist abgeschlossen und zu.
settled-synced = { $number } ist abgeschlossen, und { $side } mit ihm.
settled-not-owner = { $number } ist auf unserer Seite abgeschlossen. { $side } bleibt, wie es ist: Sie sind nicht verantwortlich.
settled-setting-off = { $number } ist auf unserer Seite abgeschlossen. { $side } bleibt, wie es ist: jede Seite schließt für sich ab.
settled-already = { $number } ist auf unserer Seite abgeschlossen; { $side } war es schon.
settled-handed-over = { $number } ist jetzt bei { $side }.

history-taskfire-disabled = schaltete Taskfire aus
dialog-more = Bis Zeile { $last } von { $count }; { $down } und { $up } zeigen die anderen.
dialog-reopen = { $what } wieder öffnen

pick-somebody = jemand

compose-public-only = Im Portal lesen beide Seiten alles, was Sie schreiben.
dialog-request = Eine Anfrage stellen
dialog-request-verb = absenden
