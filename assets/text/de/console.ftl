# Was die Konsole sagt. Schlüssel beginnen mit dem Teil des Bildschirms, zu dem sie gehören.

## Zeiten
age-minutes = { $minutes } m
age-hours = { $hours } h { $minutes }
age-days = { $days } T
age-late = -{ $age }
age-now = jetzt
day-mon = Mo
day-tue = Di
day-wed = Mi
day-thu = Do
day-fri = Fr
day-sat = Sa
day-sun = So
month-1 = Jan
month-2 = Feb
month-3 = Mär
month-4 = Apr
month-5 = Mai
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Okt
month-11 = Nov
month-12 = Dez

## Die zwei Seiten eines Tickets
sides-autotask = AUTOTASK
sides-taskfire = TASKFIRE
sides-has-the-ticket = hat das Ticket

## Listen
list-arrived = { $count } neu, { $key } zeigt sie
list-empty = Hier ist nichts.
list-more = { $count } mehr

## Der Bildschirm selbst
screen-too-small = Tandem braucht 60 Spalten und 20 Zeilen; dieses Terminal hat { $columns } und { $rows }.

## Zwischenablage
clipboard-sent = An Ihr Terminal gesendet: { $text }
paste-ignored = Nichts wurde eingefügt: hier ist kein Textfeld offen.

## Ansichten, Warteschlangen, Listen
heading-views = ANSICHTEN
heading-queues = WARTESCHLANGEN
heading-shared = TASKFIRE (geteilt)
heading-provider = ANBIETER
view-next = Als Nächstes
view-mine = Meine Tickets
view-mine-late = Meine, überfällig
view-unassigned = Nicht zugewiesen
view-back-from-client = Vom Kunden zurück
view-back-from-provider = Zurückgekommen
view-open = Alle Anfragen von { $company }
view-everything = Alle Tickets
shared-with = Mit { $name }
sort-title = Sortieren nach
order-due = Fälligkeit
order-priority = Priorität
order-created = Anlage
order-changed = letzte Änderung
order-statuses = unser Status
order-title = Titel
order-number = Nummer
order-company = Unternehmen
order-contact = Kontakt
order-assignee = Zuweisung
order-queue = Queue
sort-too-many = nur bis { $most } Tickets
list-not-by = Mehr als { $most } Tickets kann der Server nicht so sortieren ({ $order }); sortiert ist nach: { $shown }. Grenzen Sie dafür die Suche ein.
filter-asks-server = Der Server wird gefragt, auch nach Geschlossenem.
mark-all-question = { $count } Tickets markieren? Höchstens { $most } werden zugleich markiert.
marks-refused = { $count } Tickets können nicht mittun; die Meldungen sagen zu jedem, warum.

## Warum etwas jetzt nicht geht
reason-no-ticket = Hier ist kein Ticket.
reason-one-at-a-time = Das geht mit einem Ticket auf einmal; nehmen Sie erst die Markierungen weg.
reason-not-signed-in = Noch ist niemand angemeldet.
reason-nothing-arrived = Seit diese Liste gezeigt wird, kam nichts Neues.
reason-nothing-marked = Kein Ticket ist markiert.
reason-no-such-view = Keine Ansicht hat diese Ziffer. Wer die Liste als Ansicht speichert, kann sie vergeben.

## Änderungen unterwegs
change-queued = { $count ->
    [one] Wartet; wird gesendet, sobald die Leitung es zulässt.
   *[other] { $count } Änderungen warten; sie werden gesendet, sobald die Leitung es zulässt.
 }
change-settled = { $number }: der Server hat es ({ $act }).
change-stopped = { $number }: eine Änderung wurde abgelehnt und wartet im Postausgang auf Ihre Entscheidung.
quit-question = { $count ->
    [one] Eine Änderung ist noch nicht gesendet. Sie bleibt und wird gesendet, wenn Tandem wieder läuft. Beenden?
   *[other] { $count } Änderungen sind noch nicht gesendet. Sie bleiben und werden gesendet, wenn Tandem wieder läuft. Beenden?
 }

## Was einem mitgeteilt wurde
notice-ticket_created = { $number } ist neu. { $text }
notice-escalated = { $number } wurde an Sie eskaliert. { $text }
notice-transferred = { $number } wurde Ihnen übergeben. { $text }
notice-declined = { $number } wurde zurückgewiesen. { $text }
notice-recalled = { $number } wurde zurückgeholt. { $text }
notice-assigned = { $number } gehört jetzt Ihnen. { $text }
notice-status_changed = { $number } hat einen anderen Status. { $text }
notice-completion_carried_over = { $number } wurde abgeschlossen, und Ihre Seite mit. { $text }
notice-reopened = { $number } wurde wieder geöffnet. { $text }
notice-public_note = { $number } hat eine neue Notiz. { $text }
notice-internal_note = { $number } hat eine neue interne Notiz. { $text }

## Bereiche, in der Hilfe
context-always = Überall
context-global = Überall, wo man nicht tippt
context-moving = Bewegen
context-queues = Ansichten und Warteschlangen
context-list = Liste
context-ticket = Das Ticket unter dem Cursor, oder alle markierten
context-reading = Offenes Ticket
context-outbox = Postausgang
context-editing = Jeden Text bearbeiten
context-text = Ein Text mit mehreren Zeilen
context-filter = Die Filterzeile
context-empty-filter = Die leere Filterzeile
context-form = Ein Dialog
context-pick = Eine Liste zum Wählen
context-status = Die Status unserer Seite
context-confirm = Eine Frage
context-palette = Die Palette
context-help = Hilfe

## Die Leitung zum Server
line-live = verbunden
line-connecting = verbindet
line-offline = getrennt
line-as-of-connecting = Stand { $time } · verbindet
line-as-of-offline = Stand { $time } · getrennt
line-filling = erste Kopie: Zeilen
line-unsent = { $count } nicht gesendet
line-nothing-unsent = alles gesendet
line-stopped = ! { $count ->
    [one] eine wartet auf Sie
   *[other] { $count } warten auf Sie
 }
line-help = { $key } Hilfe

## Kopf und Spalten der Liste
list-sorted = nach { $order } { $arrow }
list-total = { $count ->
    [one] 1 Ticket
   *[other] { $shown } Tickets
 }
list-marked = { $count } markiert
list-loading = Wird gelesen …
list-filter-unclear = Dieser Filter ist nicht zu verstehen.
list-nothing-fits = Nichts passt zu diesem Filter. { $back } zeigt wieder die ganze Liste.
column-number = Nummer
column-title = Titel
column-company = Unternehmen
column-contact = Kontakt
column-autotask = Autotask
column-taskfire = Taskfire
column-assignee = Zugewiesen
column-priority = P
column-priority-long = Priorität
column-due = Fällig
column-queue = Queue
column-created = Angelegt
column-changed = Geändert

## Die Vorschau
preview-has-it = { $name } hat es
preview-opened = geöffnet { $time }
preview-closed = geschlossen { $time }
preview-due = zu lösen bis { $time } ({ $age })
preview-said-to-both = { $time } { $name } ({ $side }), an beide: { $text }
preview-said-internally = { $time } { $name } ({ $side }), intern: { $text }

## Was darüber liegt
queues-title = Ansichten und Warteschlangen
palette-title = Alles
help-title = Tasten, die hier gelten
log-title = Meldungen
log-empty = Noch wurde nichts gesagt.
confirm-title = Sicher?

## Der Postausgang
outbox-title = Postausgang · { $count ->
    [0] alles gesendet
    [one] 1 Änderung
   *[other] { $count } Änderungen
 }
outbox-empty = Alles ist gesendet.
outbox-state = Zustand
outbox-act = Was
outbox-queued = wartet
outbox-sending = wird gesendet
outbox-stopped = angehalten
outbox-written = geschrieben { $time }
outbox-followers = { $count ->
    [one] Eine spätere Änderung dieses Tickets wartet darauf.
   *[other] { $count } spätere Änderungen dieses Tickets warten darauf.
 }
conflict-title = Diese Änderung hielt an
discard-question = „{ $act }“ an { $number } verwerfen? Das Getippte bleibt als Entwurf.
discard-all-question = „{ $act }“ an { $number } verwerfen und { $followers ->
    [one] die Änderung dahinter
   *[other] die { $followers } Änderungen dahinter
 }? Das Getippte bleibt als Entwürfe.
stopped-stale = Das Ticket hat sich inzwischen geändert.
reason-not-stopped = Nur eine angehaltene Änderung kann trotzdem getan werden; diese geht von selbst.
reason-no-change = Hier ist keine Änderung.
reason-on-its-way = Diese Änderung ist unterwegs; die Antwort entscheidet.
reason-no-followers = Keine spätere Änderung dieses Tickets wartet auf diese.
act-create = „{ $what }“ anlegen
act-edit = Felder bearbeiten
act-assign = { $what } zuweisen
act-status = unseren Status auf { $what } setzen
act-priority = unsere Priorität auf { $what } setzen
act-queue = nach { $what } legen
act-note = Antwort: { $what }
act-note-internal = interne Notiz: { $what }
act-time = { $what } Zeit erfassen
act-escalate = eskalieren { $what }
act-transfer = an den Kunden transferieren { $what }
act-decline = zurückweisen: { $what }
act-recall = zurückholen { $what }
act-complete = abschließen { $what }
act-reopen = wieder öffnen
act-add-secondary = einen Helfer hinzufügen
act-remove-secondary = einen Helfer entfernen
act-attach = { $what } anhängen
act-tick = einen Punkt der Checkliste abhaken
act-untick = den Haken eines Punktes der Checkliste entfernen
become-title = Werden
level-provider_admin = Autotask-Administrator
level-provider_tech = Autotask-Techniker
level-taskfire_administrator = Taskfire-Administrator
level-taskfire_resource = Taskfire-Ressource
level-portal_manager = Portal-Manager
level-portal_advanced = Portal Erweitert
level-portal_basic = Portal Basis

## Felder, wie man sie nennt
field-title = Titel
field-description = Beschreibung
field-resolution = Lösung
field-issueType = Anfragetyp
field-item = Gerät
field-configurationItemID = Erfasstes Gerät
field-contractID = Vertrag
field-contactID = Kontakt
field-companyID = Unternehmen
field-dueDateTime = Fällig
field-holder = Wer es hat
field-status = Autotask-Status
field-taskfireStatus = Taskfire-Status
field-queueID = Autotask-Warteschlange
field-taskfireQueueID = Taskfire-Warteschlange
field-priority = Autotask-Priorität
field-taskfirePriority = Taskfire-Priorität
field-assignedResourceID = in Autotask zugewiesen
field-taskfireAssignedContactID = in Taskfire zugewiesen
field-assignee = Zugewiesen
field-text = Text
field-reason = Grund
field-minutes = Minuten
field-summary = Zusammenfassung
field-internalNotes = Interne Notizen

## Anmelden
sign-in-needed = Die Sitzung ist zu Ende: melden Sie sich wieder an, damit Ungesendetes gesendet werden kann.
line-sign-in = abgemeldet
reason-signed-in = Sie sind angemeldet.

## Unternehmen
company-unknown = den Kunden
companies-several = ihre Kunden
notice-taskfire_disabled = Taskfire wurde bei { $text } ausgeschaltet.
notice-held_for_contract = Diese Anfrage wartet, bis ihr Vertrag gilt.
notice-contract_reminder = { $number } wartet noch auf seinen Vertrag.
notice-contract_wanted = Eine Anfrage bei { $text } wurde abgelehnt, weil ein Vertrag fehlt.
notice-contract_made = Den Vertrag, der bei { $text } fehlte, gibt es jetzt: die Anfrage noch einmal versuchen.
notice-request_created = Die Anfrage bei { $text }, für die ein Vertrag fehlte, wurde mit einem eigenen Vertrag angelegt.
notice-contract_not_required = Anfragen bei { $text } brauchen keinen Vertrag mehr: die Anfrage noch einmal versuchen.
notice-automation_contract_expired = Der Vertrag, der die Lizenzen von { $text } abrechnet, ist abgelaufen: einen anderen wählen.
notice-contract_renewal_due = Ein Vertrag läuft bald aus und ist zu verlängern: { $text }.
notice-webhook_failing = Der Webhook { $text } lässt sich nicht zustellen; es wird weiter versucht.
notice-webhook_switched_off = Der Webhook { $text } wurde abgeschaltet: Er ließ sich einen Tag lang nicht zustellen. Was wartet, bleibt erhalten.
palette-nothing = So heißt nichts.
pick-nothing = So heißt niemand und nichts.

back-nowhere = Hinter dieser Liste ist nichts; { $key } verlässt Tandem.
next-none = Nichts wartet auf Sie.
reason-next-technician = Ein nächstes Ticket hat nur, wer Tickets bearbeitet.
key-none = (keine Taste für { $intent })
read-only-refused = Tandem wurde mit --read-only gestartet, darum wird von hier nichts geändert; starten Sie es dafür ohne.
line-read-only = nur lesend
config-mistakes-title = { $count ->
    [one] Ein Fehler in Ihren Einstellungen
   *[other] { $count } Fehler in Ihren Einstellungen
 }
config-mistakes-about = Was verstanden wurde, gilt. Berichtigen Sie das Übrige in Ihrem Editor; { $key } liest die Dateien noch einmal.
config-read-done = Ihre Einstellungen gelten, wie sie in { $file } stehen.
config-needs-restart = Ein anderer Server, andere Ordner und die Maus gelten ab dem nächsten Start.
key-unbound = { $key } tut hier nichts; { $help } zeigt die Tasten.
change-waits = { $count ->
    [one] Wartet hinter einer Änderung, die im Postausgang auf Ihre Entscheidung wartet.
   *[other] { $count } Änderungen warten, einige hinter einer, die im Postausgang auf Ihre Entscheidung wartet.
 }
change-settled-several = Der Server hat { $count } Änderungen dieser Art, zuletzt: { $act }.
due-closed = zu
preview-due-then = zu lösen bis { $time }
help-marks = Zeichen an Tickets
mark-holds = diese Seite hat das Ticket
mark-cursor = unter dem Cursor; im offenen Ticket: diese Seite hat es
mark-marked = markiert
mark-unsent = hat Änderungen, die noch nicht gesendet sind
mark-marked-unsent = markiert, und hat Änderungen, die noch nicht gesendet sind
mark-warning = eine Änderung daran wurde abgelehnt und wartet auf Ihre Entscheidung
mark-draft = hat halb getippten Text von Ihnen

product-portal = Portal
view-my-requests = Meine Anfragen
view-my-requests-all = Auch geschlossene

## Schlichte Ausgabe
plain-ticket = Ticket { $position } von { $total }, { $number }
plain-ticket-somewhere = Ticket { $number }
plain-autotask = Autotask: { $status }
plain-taskfire = Taskfire: { $status }
plain-priority = Priorität { $rank }
plain-due = Fällig { $at }
plain-late = Verspätet, war fällig { $at }
plain-no-due = Keine Frist
plain-holder = hat das Ticket
plain-none = keiner
plain-marked = Markiert
plain-unsent = Noch nicht gesendet
plain-marked-unsent = Markiert, noch nicht gesendet
plain-stopped = Eine Änderung wurde angehalten
plain-attention = Achtung
plain-draft = Hat einen halb geschriebenen Text
plain-unread = Ungelesen
plain-shown = Gezeigt:
plain-becomes = wird zu
plain-done = erledigt
plain-ticked = angekreuzt
plain-not-ticked = nicht angekreuzt
plain-ascending = aufsteigend
plain-descending = absteigend
plain-keys = Tasten: { $keys }

## Stoppuhr und Tag
stopwatch-top = { $time } { $number }
stopwatch-runs = Stoppuhr { $time }
stopwatch-stands = Stoppuhr steht bei { $time }
stopwatch-since = seit { $time }
stopwatch-started = Die Stoppuhr von { $number } läuft.
stopwatch-changed = Die Stoppuhr von { $number } läuft; die von { $other } steht bei { $time }.
stopwatch-stopped = Die Stoppuhr von { $number } steht bei { $time }. Beim Erfassen von Zeit wird das angeboten.
stopwatch-none = Auf der Stoppuhr von { $number } steht nichts.
stopwatch-drop = { $time } auf der Stoppuhr von { $number } wegwerfen?
today-title = Heute, { $day }
today-sums = erfasst { $logged } · Stoppuhr { $timed } · Lücken { $gaps }
today-nothing = Heute ist nichts erfasst, und keine Stoppuhr läuft.
today-gap = nichts erfasst
today-sometime = ohne Uhrzeit
today-running = Stoppuhr:
today-standing = Stoppuhr, nicht erfasst:

## Gespeicherte Ansichten und Spalten
view-open-saved = { $name } öffnen
view-title = Diese Liste als Ansicht speichern
view-name = Name
view-digit = Ziffer
view-save = die Ansicht speichern
view-name-wrong = Eine Ansicht braucht einen Namen von höchstens { $most } Zeichen.
view-digit-wrong = Eine Ziffer von 1 bis 9, oder nichts.
view-name-taken = { $name } heißt schon eine andere Ansicht. Nehmen Sie einen anderen Namen; um jene zu ändern, öffnen Sie sie und speichern von dort.
view-digit-taken = { $digit } öffnet schon { $name }. Nehmen Sie eine andere Ziffer oder keine.
view-replace = { $name } so speichern, wie die Liste jetzt ist? Was die Ansicht bisher war, ist dann weg.
view-saved = { $name } steht in { $file }; weitergegeben wird sie mit ihren Zeilen.
columns-title = Spalten der Liste
columns-show = diese zeigen
columns-always = Der Titel und beide Status sind immer da.

## Makros
macro-none = Es gibt noch keine Makros. Sie stehen in { $file }; README.md zeigt, wie.
macro-title = Makro für { $what }
macro-steps = { $count ->
    [one] ein Schritt
   *[other] { $count } Schritte
 }
macro-preview = { $refused ->
    [0] { $name } für { $what }
   *[other] { $name } für { $what }; für { $refused } davon nicht
 }
macro-texts-of = Die Texte, wie sie für { $number } sind.
macro-run = ausführen

editor-not-set = es ist kein Editor festgelegt: setzen Sie VISUAL oder EDITOR, etwa mit `export EDITOR=nano`
editor-not-found = den Editor `{ $command }` gibt es hier nicht: setzen Sie VISUAL oder EDITOR auf einen, der installiert ist
editor-failed = `{ $command }` endete mit { $code }, darum blieb der Text, wie er war
editor-killed = `{ $command }` wurde von außen beendet, darum blieb der Text, wie er war
editor-too-large = was `{ $command }` hinterließ, ist größer als 1 MiB, darum blieb der Text, wie er war
editor-no-text = was `{ $command }` hinterließ, ist kein UTF-8, darum blieb der Text, wie er war
editor-unusable = der Editor war nicht zu benutzen: { $reason }
clipboard-too-long = { $bytes } Byte sind mehr, als ein Terminal nimmt ({ $most })
