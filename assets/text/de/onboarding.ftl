# Der Weg eines Kunden zum arbeitenden Taskfire: Liste der Kunden, Einrichtung, Vereinbarung, Bestätigung, Einstellungen.

## Kunden
companies-title = Unternehmen
companies-choose = Welche Unternehmen
companies-all = alle
companies-taskfire = mit Taskfire
companies-incomplete = denen etwas fehlt
companies-without = ohne Taskfire
companies-none = Hier ist kein Unternehmen. { $choose } wählt andere, { $filter } filtert nach Namen.
companies-more = Es gibt mehr; filtern Sie mit { $filter } nach dem Namen.
companies-portal = Portal
companies-taskfire-column = Taskfire
companies-licences = Lizenzen
companies-missing = Fehlt noch
companies-contract = Vertrag
switch-on = an
switch-off = aus
missing-no-taskfire-user = kein Taskfire-Nutzer
missing-feature-inactive = Taskfire ist überall aus
missing-portal-inactive = das Portal ist überall aus
companies-inactive = inaktiv

## Die Einrichtung
setup-title = { $company } · Einrichtung
setup-licences = { $count ->
    [one] 1 Lizenz
   *[other] { $count } Lizenzen
 }
setup-licences-charged = { $licences }, { $billable } berechnet
setup-on-since = An seit { $at }.
setup-own = unser eigenes Unternehmen, kostenlos
setup-no-taskfire-user = Nicht ganz eingerichtet: niemand bei diesem Unternehmen hat eine Taskfire-Stufe.
setup-feature-inactive = Taskfire ist für die ganze Instanz ausgeschaltet und kann hier nicht eingeschaltet werden.
setup-portal-inactive = Das Portal ist für die ganze Instanz ausgeschaltet, und Taskfire braucht es; darum lässt es sich hier nicht aktivieren.
setup-enabled-by = Eingeschaltet von { $name } am { $at }, Vereinbarung Fassung { $version }.
setup-view = Bestätigung ansehen{ $count ->
    [one] {""}
   *[other] {" "}({ $count } insgesamt)
 }
setup-settings = Einstellungen
setup-more = mehr mit { $key }
setup-agreed = Vorab vereinbart
setup-people = { $contacts ->
    [0] Das Unternehmen hat noch keinen aktiven Kontakt; legen Sie erst einen an.
    [one] Ein aktiver Kontakt, { $users } mit einer Taskfire-Stufe.
   *[other] { $contacts } aktive Kontakte, { $users } mit einer Taskfire-Stufe.
 }
setup-price = Eine Lizenz kostet { $fee } { $currency } im Monat, vom Tag der Vergabe der Stufe an.
setup-price-own = Lizenzen unseres eigenen Unternehmens sind kostenlos.
setup-price-unknown = Was eine Lizenz kostet, ist für diese Instanz nicht festgelegt.

## Schritte
step-done = fertig
step-optional = freiwillig
step-unavailable = freiwillig; gibt es noch nicht
step-waits = kommt, sobald Taskfire an ist
step-preparation = Vier Punkte vereinbaren
    .about = Bevor Sie Taskfire einschalten, vereinbaren Sie mit der IT des Unternehmens vier Punkte: wie die Arbeit zwischen Ihnen läuft, wer wofür einsteht, welche Anfragetypen jede Seite bearbeitet, und welchen Weg eine Eskalation gewöhnlich nimmt. Schreiben Sie die Antworten hier auf; sie bleiben bei der Konfiguration des Unternehmens.
step-preparation-open = { $count ->
    [0] noch nichts aufgeschrieben
   *[other] { $count } von 4 aufgeschrieben
 }
step-preparation-done = aufgeschrieben
step-enable = Taskfire einschalten
    .about = Das Einschalten öffnet die Vereinbarung. Nichts ist an, bevor Sie sie angenommen haben.
step-enable-open = durch Annehmen der Vereinbarung
step-enable-done = { $name }, { $at }
step-enable-unavailable = Taskfire ist für die ganze Instanz aus; schalten Sie erst die Funktion ein
step-settings = Einstellungen wählen
    .about = Ob das Abschließen auf einer Seite auch die andere abschließt, und ob Finanzberichte verborgen werden.
step-settings-on = { $count } von 3 an
step-first-user = Erster Taskfire-Nutzer
    .about = Geben Sie jemandem eine Taskfire-Stufe. Ohne jemanden mit einer Taskfire-Stufe kann das Unternehmen nicht in Taskfire arbeiten.
step-first-user-open = noch hat niemand eine Taskfire-Stufe
step-first-user-nobody = noch ist niemand da; legen Sie erst einen Kontakt an
step-first-user-done = { $count ->
    [one] 1 Person hat eine Taskfire-Stufe
   *[other] { $count } Personen haben eine Taskfire-Stufe
 }
step-workflow-rules = Workflow-Regeln
    .about = Freiwillig: Regeln, die bestimmte Arten von Tickets von selbst an das Desk des Unternehmens senden.
step-workflow-rules-unavailable = Workflow-Regeln gibt es noch nicht; bis dahin werden Tickets von Hand übergeben.
step-billing = Abrechnung
    .about = Freiwillig: Lizenzen werden von selbst gezählt und abgerechnet.
step-billing-unavailable = Die selbsttätige Abrechnung gibt es noch nicht; bis dahin wird von Hand gezählt und abgerechnet.

## Die vier Punkte
preparation-title = Vereinbart mit { $company }
preparation-work-flow = Arbeitsfluss
preparation-responsibilities = Zuständigkeiten
preparation-request-types = Anfragetypen
preparation-escalation-path = Weg der Eskalation
preparation-verb = speichern
preparation-saved = { $company }: das Vereinbarte ist aufgeschrieben.

## Der Schalter des Portals
portal-question-on = Das Portal für { $company } einschalten? Seine Leute können sich dann anmelden, jeder mit eigenem Zugang.
portal-question-off = Das Portal für { $company } ausschalten? Solange es aus ist, kann sich niemand des Unternehmens anmelden; gelöscht wird nichts.
portal-is-on = Das Portal ist für { $company } an.
portal-is-off = Das Portal ist für { $company } aus.

## Die Vereinbarung
language-en = Englisch
language-de = Deutsch
language-es = Spanisch
agreement-title = { $company } · Taskfire · Vereinbarung Fassung { $version }, { $published }, { $language }
agreement-title-short = { $company } · Vereinbarung { $version }, { $published }, { $language }
agreement-read = bis { $percent } % gelesen
agreement-replaced = ! Fassung { $now } trat an die Stelle von Fassung { $before }, während Sie lasen. Nichts wurde angenommen; bitte lesen Sie sie von Anfang an.
agreement-switches-portal = ! Das Portal des Kunden ist aus; mit dem Annehmen geht es auch an.
agreement-goes-on = unten mehr
agreement-end = Ende des Textes
agreement-accept = Annehmen
agreement-needs-both = braucht beide Kästchen
agreement-needs-first = braucht das erste Kästchen
agreement-needs-second = braucht das zweite Kästchen
agreement-accepted = Taskfire ist für { $company } an.

## Was angenommen wurde
acknowledgement-title = { $company } · Bestätigung
acknowledgement-number = { $number } von { $count }, die neueste zuerst
acknowledgement-company = Unternehmen
acknowledgement-version = Vereinbarung
acknowledgement-version-value = Fassung { $version }, { $published }, { $language }
acknowledgement-by = Angenommen von
acknowledgement-at = Angenommen am
acknowledgement-digest = SHA-256 des Textes
acknowledgement-export = Die Bestätigung ausgeben

## Die Einstellungen
settings-title = { $company } · Taskfire-Einstellungen
settings-unsaved = noch nicht gespeichert
settings-saved = { $company }: die Einstellungen sind gespeichert.
settings-preview = was an einem Ticket folgte, das beide Seiten teilen
setting-autotask = Abschließen in Autotask schließt auch Taskfire ab
    .about = Schließt in Autotask ab, wer für ein eskaliertes Ticket verantwortlich ist, wird auch der Status des Kunden Complete.
setting-taskfire = Abschließen in Taskfire schließt auch Autotask ab
    .about = Schließt in Taskfire ab, wer für ein transferiertes Ticket verantwortlich ist, wird auch Ihr Status Complete.
setting-financials = Finanzberichte vor Taskfire-Nutzern verbergen
    .about = Verbirgt dreierlei: den Rechnungsbericht, den Bericht der Kundenkontingente und die Karte der letzten Rechnungen.
sample-autotask-owner = { $name } ist in Autotask verantwortlich und schließt ab:
sample-autotask-other = Jemand anderes in Autotask schließt ab:
sample-taskfire-owner = Wer in Taskfire verantwortlich ist, schließt ab:
sample-taskfire-other = Jemand anderes in Taskfire schließt ab:

## Taskfire ausschalten
disable-asked = Der Server wird gefragt, was folgen würde; der Dialog öffnet sich mit der Antwort.
disable-waits = Was folgen würde, ist da; die Frage kommt, sobald geschlossen ist, was offen ist.
disable-title = Taskfire für { $company } ausschalten
disable-returned = { $count ->
    [0] { $company } hat kein geteiltes Ticket.
    [one] Ein geteiltes Ticket, das { $company } hat, kommt als New zu Ihnen zurück.
   *[other] { $count } geteilte Tickets, die { $company } hat, kommen als New zu Ihnen zurück.
 }
disable-kept = { $count ->
    [0] Kein eskaliertes Ticket liegt bei Ihnen.
    [one] Ein eskaliertes Ticket bleibt bei Ihnen.
   *[other] { $count } eskalierte Tickets bleiben bei Ihnen.
 }
disable-archived = Tickets, die { $company } für sich behält, werden ein Archiv, das niemand schreiben kann.
disable-users = { $count ->
    [0] Niemand hat eine Taskfire-Stufe zu verlieren.
    [one] Eine Person verliert die Taskfire-Stufe.
   *[other] { $count } Personen verlieren ihre Taskfire-Stufe.
 }
disable-licences = { $count ->
    [0] Keine Lizenz endet.
    [one] Eine Lizenz endet heute.
   *[other] { $count } Lizenzen enden heute.
 }
disable-again = Sie können es später wieder einschalten, mit einer neuen Bestätigung; Stufen kommen dadurch nicht zurück.
disable-type-name = Seinen Namen tippen
disable-verb = ausschalten
disable-leave = an lassen
disable-other-name = Das ist nicht der Name. Tippen Sie „{ $company }“, um Taskfire dort auszuschalten.
disable-done = Taskfire ist für { $company } inaktiv.

## Warum etwas jetzt nicht geht
reason-not-at-companies = Gehen Sie erst zu den Unternehmen.
reason-not-at-setup = Öffnen Sie erst ein Unternehmen: zu den Unternehmen gehen und eines wählen.
reason-not-answered = Der Server hat noch nicht geantwortet.
reason-not-at-agreement = Die Vereinbarung öffnet der Schritt „Taskfire einschalten“ der Einrichtung eines Unternehmens.
reason-not-on-a-box = Gehen Sie erst mit { $key } auf ein Kästchen.
reason-not-on-accept = Beide Kästchen sind angehakt; mit { $key } auf Annehmen, dann nimmt { $accept } an.
reason-not-at-acknowledgement = Öffnen Sie erst eine Bestätigung, in der Einrichtung eines Unternehmens.
reason-no-acknowledgement = Für dieses Unternehmen wurde nie etwas angenommen.
reason-oldest-acknowledgement = Das ist die älteste.
reason-newest-acknowledgement = Das ist die neueste.
reason-not-at-settings = Öffnen Sie erst die Taskfire-Einstellungen eines Unternehmens, in seiner Einrichtung.
reason-taskfire-is-off = Taskfire ist bei diesem Unternehmen aus; schalten Sie es erst ein.
reason-nothing-changed = Nichts wurde geändert.

## Tasten
context-companies = Unternehmen
context-setup = Einrichtung eines Unternehmens
context-agreement = Vereinbarung
context-acknowledgement = Bestätigung
context-settings = Taskfire-Einstellungen
intent-go-companies = zu den Unternehmen
    .short = Unternehmen
    .about = Ihre Kunden mit ihrem Portal, ihrem Taskfire und dem, was noch fehlt.
intent-companies-open = die Einrichtung des Unternehmens öffnen
    .short = öffnen
    .about = Alles von keinem Portal bis zum arbeitenden Taskfire, als Liste, die man verlassen und wieder aufnehmen kann.
intent-companies-choose = wählen, welche Unternehmen gezeigt werden
    .short = welche
    .about = Alle, die mit Taskfire, die, denen etwas fehlt, oder die ohne Taskfire.
intent-setup-do = den Schritt unter dem Cursor tun
    .short = tun
    .about = Öffnet, was der Schritt braucht. Einschalten öffnet die Vereinbarung und tut von sich aus nichts.
intent-setup-acknowledgement = die Bestätigung ansehen
    .short = Bestätigung ansehen
    .about = Wer wann welche Fassung der Vereinbarung annahm, mit ihrem Text; auch frühere.
intent-setup-portal = das Portal des Unternehmens ein- oder ausschalten
    .short = Portal an oder aus
    .about = Solange das Portal aus ist, kann sich niemand des Unternehmens anmelden.
intent-setup-disable = Taskfire bei dem Unternehmen ausschalten
    .short = Taskfire ausschalten
    .about = Zeigt erst, was mit Tickets, Leuten und Lizenzen geschähe, und fragt nach dem Namen des Unternehmens.
intent-agreement-tick = das Kästchen anhaken
    .short = anhaken
    .about = Hakt das Kästchen an, für das die Tasten gelten, oder nimmt den Haken weg.
intent-agreement-accept = die Vereinbarung annehmen
    .short = annehmen
    .about = Schaltet Taskfire ein. Geht nur auf dem Wort Annehmen, mit beiden Haken.
intent-acknowledgement-older = die Bestätigung davor
    .short = ältere
    .about = Was vor dieser angenommen wurde.
intent-acknowledgement-newer = die Bestätigung danach
    .short = neuere
    .about = Was nach dieser angenommen wurde.
intent-acknowledgement-export = die Bestätigung als Textdatei ausgeben
    .short = ausgeben
    .about = Alles davon, in einer Datei, die nur Sie lesen können.
intent-page-leave = alles lassen, wie es war
    .short = verlassen ohne Änderung
    .about = Was hier angehakt oder gewählt und nicht gesendet wurde, ist fort; sonst nichts.
intent-settings-toggle = die Einstellung ein- oder ausschalten
    .short = an oder aus
    .about = Zeigt unten, was folgte; geschrieben wird erst beim Speichern.
intent-settings-save = die Einstellungen speichern
    .short = speichern
    .about = Schreibt alle drei Einstellungen auf einmal. Von jetzt an entscheiden sie, wenn jemand ein Ticket abschließt.
