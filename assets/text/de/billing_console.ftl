# Abrechnung in der Konsole: was abgerechnet wird und warum, Abschluss, Rechnungen, Verträge, Automatik, Berichte.

## Wohin man geht
intent-go-billing = zur Abrechnung
    .short = Abrechnung
intent-go-contracts = Verträge des Kunden
    .short = Verträge
intent-go-automation = Lizenzabrechnung des Kunden
    .short = Automatik
intent-go-contract-settings = Einstellungen der Verträge
    .short = Einstellungen
intent-billing-open = Abrechnung des Kunden öffnen
    .short = öffnen
intent-billing-line = Zeile oder Vertrag öffnen
    .short = öffnen
intent-billing-period = Zeitraum wählen
    .short = Zeitraum
intent-billing-changes = was sich seit dem Zeitraum davor geändert hat
    .short = Änderungen
intent-billing-export = Zeilen exportieren
    .short = exportieren
intent-billing-invoices = Rechnungen
    .short = Rechnungen
intent-billing-close = Abrechnungszeiträume abschließen
    .short = abschließen
intent-closing-close = abschließen, was gezeigt ist, endgültig
    .short = abschließen
intent-closing-day = den Tag wählen, bis zu dem abgeschlossen wird
    .short = Tag
intent-invoices-open = Rechnung öffnen
    .short = öffnen
intent-invoice-export = Rechnung exportieren
    .short = exportieren
intent-reports-open = Rechnung unseres Unternehmens öffnen
    .short = öffnen
intent-contracts-open = Vertrag öffnen
    .short = öffnen
intent-contracts-create = Vertrag anlegen
    .short = neuer Vertrag
intent-contract-edit = Vertrag bearbeiten
    .short = bearbeiten
intent-contract-add-service = Dienst in den Vertrag aufnehmen
    .short = Dienst dazu
intent-contract-units = Einheiten des Dienstes ändern
    .short = Einheiten
intent-contract-price = Preis des Dienstes ändern
    .short = Preis
intent-contract-renew = Vertrag verlängern
    .short = verlängern
intent-contract-clone = Vertrag für einen anderen Kunden wiederholen
    .short = wiederholen
intent-contract-approve = Vertrag genehmigen
    .short = genehmigen
intent-contract-enable = Vertrag heute beginnen lassen
    .short = heute beginnen
intent-catalogue-create = Dienst im Katalog anlegen
    .short = neuer Dienst
intent-catalogue-edit = Dienst im Katalog bearbeiten
    .short = Dienst ändern
intent-automation-choose = wählen, was die Lizenzen abrechnet
    .short = wählen
intent-automation-new = Vertrag anlegen, oder Dienst in ihn aufnehmen
    .short = neu
intent-automation-save = Lizenzabrechnung speichern
    .short = speichern
intent-automation-stop = Lizenzabrechnung beenden
    .short = beenden
intent-contract-settings-assign = dem Gerät einen Eigentümer geben
    .short = zuordnen
intent-contract-settings-activate = Verträge aktivieren
    .short = aktivieren
intent-contract-settings-validation = Vertrag für Anfragen verlangen, oder nicht
    .short = Prüfung
intent-outbox-cover = einen Vertrag für die Anfrage anlegen
    .short = Vertrag anlegen
intent-ticket-remind = an den fehlenden Vertrag erinnern
    .short = erinnern
intent-outbox-remind = die Administratoren noch einmal um einen Vertrag bitten
    .short = noch einmal bitten
context-billing = Abrechnung
context-client-billing = Abrechnung eines Kunden
context-closing = Zeiträume abschließen
context-invoices = Rechnungen
context-invoice = Eine Rechnung
context-contracts = Verträge eines Kunden
context-contract = Ein Vertrag
context-automation = Lizenzabrechnung
context-contract-settings = Einstellungen der Verträge
context-reports = Berichte

## Was gerade geschieht
administration-create-contract = den Vertrag anlegen
administration-edit-contract = den Vertrag speichern
administration-renew-contract = den Vertrag verlängern
administration-clone-contract = den Vertrag wiederholen
administration-add-contract-service = den Dienst in den Vertrag aufnehmen
administration-change-units = die Einheiten ändern
administration-change-price = den Preis ändern
administration-create-service = den Dienst anlegen
administration-edit-service = den Dienst speichern
administration-save-automation = die Lizenzabrechnung speichern
administration-stop-automation = die Lizenzabrechnung beenden
administration-close-periods = die Zeiträume abschließen
administration-activate-contracts = die Verträge aktivieren
administration-set-validation = die Vertragsprüfung schalten
administration-assign-item = dem Gerät einen Eigentümer geben
administration-approve-contract = den Vertrag genehmigen
administration-enable-contract-now = den Vertrag beginnen lassen
administration-cover-request = einen Vertrag für die Anfrage anlegen
administration-remind-of-contract = an einen fehlenden Vertrag erinnern

## Alle Kunden
billing-title = Abrechnung
billing-not-billed = nicht abgerechnet
billing-sums = dieser Zeitraum { $total } · davor { $before } · { $change }
billing-to-close = { $count ->
    [one] 1 Zeitraum abzuschließen
   *[other] { $count } Zeiträume abzuschließen
 }
billing-not-billed-count = { $count } nicht abgerechnet ({ $key })
billing-no-clients = Hier hat noch kein Kunde Verträge oder Lizenzen.
billing-all-billed = Hier wird alles abgerechnet.
billing-column-total = Zeitraum
billing-column-before = Davor
billing-column-change = Änderung
billing-column-why = Warum
billing-column-what = Was
billing-column-from = Ab
billing-column-units = Einh.
billing-column-days = Tage
billing-column-amount = Betrag
billing-not-billed-line = Nicht abgerechnet: { $what }: { $why }
billing-time = Arbeitszeit
billing-licences = Taskfire-Lizenzen
billing-warning-automation-expired = „{ $contract }“ endete am { $date }: niemand rechnet { $count } Lizenzen ab. Wählen Sie einen anderen Vertrag; Taskfire läuft weiter.
billing-warning-automation-ends = „{ $contract }“ endet in { $count } Tagen ({ $date }). Danach wird nichts abgerechnet; Taskfire läuft weiter. Verlängern Sie ihn, oder wählen Sie einen anderen.
billing-warning-ends = „{ $contract }“ endet in { $count } Tagen ({ $date }). Verlängern Sie ihn, wenn er weitergehen soll.
billing-warning-hours = { $count ->
    [0] Die Stunden von „{ $contract }“ sind verbraucht. Vereinbaren Sie weitere, sonst bleibt Arbeit ungedeckt.
   *[other] „{ $contract }“ hat noch { $hours }. Vereinbaren Sie mehr, bevor sie verbraucht sind.
 }
billing-warning-to-close = { $count ->
    [one] Ein Zeitraum ist vorbei und nicht abgeschlossen. C schließt ihn ab.
   *[other] { $count } Zeiträume sind vorbei und nicht abgeschlossen. C schließt sie ab.
 }
billing-warning-no-automation = Niemand rechnet { $count ->
    [one] eine Lizenz
   *[other] { $count } Lizenzen
 } ab: die Automatik wurde beendet. Wählen Sie einen Vertrag.
billing-warning-not-dedicated = „{ $contract }“ rechnet die Lizenzen ab und trägt auch andere Dienste. Halten Sie einen Vertrag nur für die Lizenzen.
billing-difference-added = { $count ->
    [one] eine mehr
   *[other] { $count } mehr
 } seit { $date }
billing-difference-removed = { $count ->
    [one] eine weniger
   *[other] { $count } weniger
 } seit { $date }
billing-difference-whole = was sich im Zeitraum davor geändert hat, zählt jetzt ganz
billing-difference-price = ein anderer Preis
billing-difference-began = begann am { $date }
billing-difference-ended = endete am { $date }
billing-difference-corrected = ein abgeschlossener Zeitraum wird berichtigt
billing-difference-where-it-begins = zählt in dem Monat, in dem sein Zeitraum beginnt
billing-unbilled-no-automation = { $count ->
    [one] eine Lizenz
   *[other] { $count } Lizenzen
 }, die Automatik ist aus
billing-unbilled-expired = der Vertrag endete am { $date }
billing-unbilled-pending = der Vertrag beginnt am { $date }
billing-unbilled-not-approved = der Vertrag ist nicht freigegeben
billing-unbilled-own = unser eigenes Unternehmen, kostenlos
billing-unbilled-no-units = der Dienst hat keine Einheiten
billing-unbilled-no-price = der Preis ist 0
billing-unbilled-uncovered = { $hours }, die kein Vertrag deckte

## Ein Kunde
client-billing-title = Abrechnung · { $company }
billing-open-until = offen, schließt nach { $date }
billing-open = offen
billing-closed = abgeschlossen
billing-contracts = VERTRÄGE
billing-no-contracts = Noch keine Verträge; c legt einen an.
billing-this-period = DIESER ZEITRAUM
billing-that-period = JENER ZEITRAUM
billing-this-period-pick = dieser Zeitraum
billing-period-title = Welcher Zeitraum
billing-twelve-months = ZWÖLF MONATE
billing-no-lines = In diesem Zeitraum wird nichts abgerechnet.
billing-running = { $total }, was im Monat des { $date } zählt und in keinem anderen
billing-line-base = Einheiten gehalten
billing-line-increase = { $count ->
    [one] +1 Einheit
   *[other] +{ $count } Einheiten
 }
billing-line-decrease = { $count ->
    [one] −1 Einheit
   *[other] −{ $count } Einheiten
 }
billing-licences-base = Lizenzen gehalten
billing-licences-increase = { $count ->
    [one] +1 Lizenz
   *[other] +{ $count } Lizenzen
 }
billing-licences-decrease = { $count ->
    [one] −1 Lizenz
   *[other] −{ $count } Lizenzen
 }
billing-line-correction = Berichtigung
billing-so-far = bisher verbraucht
billing-sum = Summe
billing-forecast = Prognose { $total }, wenn sich nichts ändert; davor { $before }, danach { $next }
billing-was = { $total }; davor { $before }, danach { $next }
billing-no-events = gehalten seit vor diesem Zeitraum
billing-event-given = { $who } gab { $person } die Stufe { $level }
billing-event-taken = { $who } nahm { $person } die Stufe { $level }
billing-event-by-hand = { $who } änderte die Einheiten um { $count }
billing-event-usage = der Verbrauch änderte die Einheiten um { $count }
billing-event-began = { $who } ließ diesen Dienst die Lizenzen abrechnen
billing-event-ended = { $who } ließ diesen Dienst die Lizenzen nicht mehr abrechnen
billing-event-ended-by-nobody-known = dieser Dienst rechnete die Lizenzen nicht mehr ab; wer das beendete, wurde noch nicht festgehalten
billing-event-corrected = der abgeschlossene Zeitraum ergab nachträglich etwas anderes
billing-event-days = { $who } hat die Laufzeit des Vertrags geändert
billing-corrects = { $first } – { $last }: jetzt { $now }, abgerechnet waren { $billed }
billing-changes-title = Was sich geändert hat
billing-period-before = der Zeitraum davor
billing-period-now = dieser Zeitraum
billing-export-title = Zeilen exportieren
billing-hours = { $hours } h
paper-txt = Text, überall lesbar
paper-html = HTML, zum Drucken oder als PDF
paper-csv = CSV, für Tabellen und Buchhaltung
paper-json = JSON, für Programme

## Was getippt wird
billing-day-needed = Schreiben Sie einen Tag, wie 2026-12-01.
billing-price-wrong = Schreiben Sie einen Preis, 0 oder mehr, mit höchstens vier Nachkommastellen: 18,50.
billing-price-too-high = Ein Preis ist höchstens 9.999.999,9999.
billing-units-wrong = Schreiben Sie eine ganze Zahl.
billing-hours-wrong = Schreiben Sie eine Zahl von Stunden bis 100000, wie 40 oder 40,5.
billing-days-wrong = Schreiben Sie eine Zahl von Tagen, wie 30.

## Abschluss
closing-title = Abrechnungszeiträume abschließen
closing-title-company = Abrechnungszeiträume abschließen · { $company }
closing-nothing = Kein Zeitraum, der bis { $date } endet, ist offen: es gibt nichts abzuschließen.
closing-left-out = { $client } bleibt außen vor: was bis dahin offen ist, ergibt mehr, als eine Rechnung fassen kann. Schließen Sie zuerst dessen Zeiträume bis zu einem früheren Tag ab.
closing-through = Bis
closing-through-title = Zeiträume bis zu einem Tag abschließen
closing-through-about = Alle Zeiträume, die an diesem Tag oder davor enden. Der Tag muss vorbei sein.
closing-through-verb = zeigen
closing-sums = Bis { $date }: { $periods ->
    [one] 1 Zeitraum
   *[other] { $periods } Zeiträume
 }, { $invoices ->
    [one] 1 Rechnung
   *[other] { $invoices } Rechnungen
 }, { $total }.
closing-for-good = Ein abgeschlossener Zeitraum ändert sich nie. Was sich später herausstellt, wird im nächsten als Berichtigung abgerechnet.
closing-type-day = { $date } tippen
closing-other-day = Tippen Sie { $date }, um diese Zeiträume abzuschließen.
closing-verb = endgültig abschließen
closing-done = Abgeschlossen bis { $date }: { $periods ->
    [one] 1 Zeitraum
   *[other] { $periods } Zeiträume
 }, { $invoices ->
    [one] 1 Rechnung
   *[other] { $invoices } Rechnungen
 }, { $total }.

## Rechnungen
invoice = Rechnung
invoices-title = Rechnungen
invoices-title-company = Rechnungen · { $company }
invoices-none = Es gibt noch keine Rechnungen.
invoice-number = Nummer
invoice-provider = Von
invoice-company = Für
invoice-through = Bis
invoice-closed-at = Erstellt am
invoice-by = Abgeschlossen von
invoice-sum = Summe
invoice-total = Gesamtbetrag
invoice-export = Rechnung exportieren

## Verträge
contracts-title = Verträge · { $company }
contracts-none = Noch keine Verträge; N legt einen an.
contract-column-name = Vertrag
contract-column-sells = Umfang
contract-column-state = Stand
contract-column-left = Übrig
contract-active = aktiv
contract-pending = wartet
contract-expired = beendet
contract-recurring = laufend
    .about = Dienste, die Zeitraum für Zeitraum abgerechnet werden.
contract-per-request = eine Anfrage
    .about = Vorausbezahlte Hilfe nur für diese Anfrage, von der Eröffnung bis zum Schluss.
contract-subscription = Abo
    .about = Vorausbezahlte Hilfe für eine Zeit, gleich wie viele Stunden.
contract-time-limited = befristet
    .about = Vorausbezahlte Stunden, die am letzten Tag verfallen.
contract-support-hours = Stunden
    .about = Vorausbezahlte Stunden, die gelten, bis sie verbraucht sind.
contract-other = andere
contract-licences = Lizenzen
contract-from = ab { $date }
contract-since = seit { $date }, ohne Ende
contract-days = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
 }
contract-no-end = ohne Ende
contract-kind-title = Welche Art Vertrag
contract-create-title = Neuer Vertrag für { $company } · { $kind }
contract-create-verb = anlegen
contract-created = Der Vertrag „{ $contract }“ ist angelegt.
contract-name = Name
contract-name-needed = Schreiben Sie einen Namen.
contract-number = Nummer
contract-start = Erster Tag
contract-end = Letzter Tag
contract-ends-before = Der letzte Tag liegt vor dem ersten.
contract-anchor = Zeiträume
contract-anchor-calendar = nach dem Kalender, vom 1. an
contract-anchor-start = vom ersten Tag des Vertrags an
contract-hours = Stunden
contract-renewal-notice = Tage Vorlauf
contract-approved = Genehmigt
contract-description = Beschreibung
contract-scope = Für
contract-scope-item = Gerät
contract-scope-customer = Person
contract-scope-whole = der Kunde als Ganzes
contract-title = { $contract } · { $company }
contract-used = { $used } von { $bought } verbraucht
contract-not-approved = Noch nicht genehmigt: er gilt, sobald er es ist.
contract-approved-already = Dieser Vertrag ist schon genehmigt.
contract-is-approved = „{ $contract }“ ist genehmigt.
contract-not-pending = Nur ein wartender Vertrag kann heute beginnen.
contract-enable-question = „{ $contract }“ heute beginnen lassen statt { $date }? Anfragen, die auf ihn warten, werden sofort frei.
contract-is-enabled = „{ $contract }“ beginnt heute.
contract-edit-title = „{ $contract }“ bearbeiten
contract-saved = „{ $contract }“ ist gespeichert.
contract-renew-title = „{ $contract }“ verlängern
contract-renew-from = Ein weiterer Vertrag mit denselben Diensten folgt vom { $date } an.
contract-renew-verb = verlängern
contract-renewed = „{ $contract }“ ist verlängert.
contract-renewed-already = Ihm folgt schon ein anderer Vertrag.
contract-automation-follows = Die Lizenzen rechnet noch der Vertrag ab, den dieser verlängert: dafür ab { $date } diesen wählen.
contract-never-ends = Dieser Vertrag hat kein Ende, also folgt ihm keiner.
contract-months = Monate
contract-months-wrong = Schreiben Sie eine ganze Zahl von Monaten, wie 12.
contract-clone-title = „{ $contract }“ für einen anderen Kunden wiederholen
contract-clone-verb = wiederholen
contract-clone-whole = Für den ganzen Kunden
contract-clone-scope = Hier gilt er für { $name }; das gehört keinem anderen Kunden. Sagen Sie, dass er dort für den ganzen Kunden gilt; für ein Gerät oder eine Person dort legen Sie einen neuen Vertrag an.
contract-clone-whole-needed = Sagen Sie, dass er dort für den ganzen Kunden gilt, oder legen Sie für ein Gerät oder eine Person einen neuen Vertrag an.
contract-company-needed = Wählen Sie ein Unternehmen.
contract-cloned = „{ $contract }“ ist für { $company } wiederholt.
contract-no-services = Keine Dienste in diesem Vertrag; N nimmt einen auf.

## Dienste
service = Dienst
service-title = Neuer Dienst im Katalog
service-verb = anlegen
service-made = Der Dienst „{ $name }“ ist im Katalog.
service-name = Name
service-period = Abgerechnet
service-price = Preis
service-column-price = Preis
service-price-here = Preis (falls anders)
service-units = Einheiten
service-from = Ab
service-needed = Wählen Sie einen Dienst.
service-reserved = nur für die Lizenzabrechnung
service-add-title = Dienst in „{ $contract }“ aufnehmen
service-add-verb = aufnehmen
service-added = „{ $service }“ ist in „{ $contract }“.
period-once = einmalig
period-month = monatlich
period-quarter = vierteljährlich
period-half-year = halbjährlich
period-year = jährlich
units-title = Einheiten von { $service } ({ $count })
units-now = { $service } hat heute { $count ->
    [one] eine Einheit
   *[other] { $count } Einheiten
 }. Schreiben Sie, wie viele mehr, oder weniger mit einem Minus.
units-closed = Von einem Tag in einem abgeschlossenen Zeitraum an wird der Unterschied im nächsten als Berichtigung abgerechnet.
units-change = Änderung
units-from = Ab
units-note = Warum
units-none = Schreiben Sie, wie viele mehr oder weniger.
units-verb = ändern
units-automated = Die Lizenzabrechnung setzt diese Einheiten: sie folgen den Personen mit einer Taskfire-Stufe.
units-changed = { $service }: { $count } ab { $date }.
price-title = Preis von { $service } ({ $price })
price-next-period = { $service } kostet jetzt { $price }. Ein anderer Preis gilt vom nächsten Zeitraum an.
price-verb = ändern
price-changed = { $service } kostet { $price } vom nächsten Zeitraum an.
price-coming = { $price } ab { $date }

## Lizenzabrechnung
automation-title = { $company } · Lizenzabrechnung
automation-own = Unser eigenes Unternehmen: seine Lizenzen werden gezählt und nie abgerechnet.
automation-off = { $count ->
    [0] Noch keine Lizenzen, und nichts rechnet sie ab.
    [one] Eine Lizenz, und nichts rechnet sie ab.
   *[other] { $count } Lizenzen, und nichts rechnet sie ab.
 } Wählen Sie einen Vertrag, dann seinen Dienst.
automation-total = { $count ->
    [one] 1 Lizenz
   *[other] { $count } Lizenzen
 } × { $price } = { $total } im Monat
automation-since = { $contract } · { $service }, seit { $date }
automation-until = bis { $date }
automation-next = Ab { $date }: { $contract } · { $service }
automation-warning-contract-not-dedicated = Dieser Vertrag trägt auch andere Dienste. Halten Sie einen Vertrag nur für die Lizenzen.
    .short = trägt andere Dienste
automation-warning-automation-contract-expired = Der Vertrag ist beendet: nichts wird abgerechnet, bis ein anderer gewählt ist. Taskfire läuft weiter.
    .short = Vertrag beendet
    .word = beendet
automation-warning-automation-contract-ends-soon = Der Vertrag endet bald. Verlängern Sie ihn, oder wählen Sie einen anderen.
    .short = Vertrag endet bald
automation-contract = Vertrag
automation-service = Dienst
automation-from = Ab
automation-choose = wählen Sie
automation-service-waits = Der Dienst wird gewählt, sobald ein Vertrag gewählt ist.
automation-ended = beendet am { $date }
automation-from-title = Ab wann der Wechsel gilt
automation-from-earliest = so früh wie möglich
automation-from-late = Der Vertrag, der jetzt abrechnet, ist zu Ende. Leer rechnet dieser ab dem Tag ab, seit dem nichts abrechnet, so weit sein Zeitraum zurückreicht.
automation-from-verb = wählen
automation-partial-month = Der erste Zeitraum ist kein ganzer Kalendermonat: er läuft vom ersten Tag des Vertrags an.
automation-anchor-cure = Mit Zeiträumen nach dem Kalender ist jeder Zeitraum ein Kalendermonat, und der erste wird nach Tagen abgerechnet.
automation-recommended = Empfohlen
recommend-per-user = Die Automatik ist für Kunden, die je Benutzer zahlen.
recommend-flat-fee = Für eine Pauschale nehmen Sie einen gewöhnlichen laufenden Vertrag ohne Automatik.
recommend-dedicated-contract = Halten Sie einen Vertrag nur für die Lizenzen.
recommend-dedicated-service = Halten Sie einen Dienst nur für die Lizenzen, und nennen Sie ihn so: „Taskfire License Fee“.
automation-former = Davor
automation-contract-name = Taskfire-Lizenzen
automation-contract-title = Neuer Vertrag für die Lizenzen von { $company }
automation-contract-needed = Wählen Sie einen Vertrag.
automation-saved = { $company }: { $count ->
    [one] 1 Lizenz
   *[other] { $count } Lizenzen
 } × { $price } = { $total } im Monat.
automation-is-off = Nichts rechnet hier die Lizenzen ab, also gibt es nichts zu beenden.
automation-stop-title = Lizenzabrechnung für { $company } beenden ({ $count })
automation-stop-about = Taskfire läuft für { $company } weiter. Niemand rechnet seine { $count } Lizenzen von diesem Tag an ab.
automation-stop-from = Ab
automation-stop-verb = beenden
automation-stopped = Die Lizenzabrechnung für { $company } ist beendet.

## Einstellungen der Verträge
contract-settings-title = Einstellungen der Verträge
contract-settings-active = Verträge
contract-settings-validation = Anfragen brauchen einen Vertrag
contract-settings-about-active = Die Verträge sind aktiv: sie entscheiden, welche Arbeit gedeckt ist.
contract-settings-about-ready = Jedes Gerät hat einen Eigentümer: die Verträge können aktiviert werden.
contract-settings-assign-first = Geben Sie erst jedem Gerät einen Eigentümer; dann können die Verträge aktiviert werden.
contract-settings-ownerless = Geräte ohne Eigentümer: { $count }
contract-settings-all-owned = Jedes Gerät hat einen Eigentümer.
contract-settings-refused = Mangels Vertrag abgelehnt
contract-settings-refused-line = { $date } · { $company } · { $person } · { $item }
item-serial-number = Seriennummer
activation-title = Verträge aktivieren
activation-option = Ungedeckte Zeit
activation-no-default = Wählen Sie eines von beiden: es gibt keine Vorgabe.
activation-verb = aktivieren
activation-done = Die Verträge sind aktiv.
time-expired-rollover = übertragen
    .about = sie geht in den nächsten Vertrag ein
time-expired-ignore = lassen
    .about = sie bleibt ungedeckt
validation-question-on = Anfragen nur annehmen, wo ein Vertrag sie deckt? Andere werden abgelehnt, und Ihre Administratoren erfahren es.
validation-question-off = Anfragen auch ohne Vertrag annehmen? Die auf einen warten, werden geöffnet.
validation-is-on = Anfragen brauchen von jetzt an einen Vertrag.
validation-is-off = Anfragen brauchen keinen Vertrag mehr.
assign-item-title = Eigentümer von { $item }
assign-item-contact = Person (keine: das Unternehmen als Ganzes)
assign-item-verb = zuordnen
assign-item-done = { $item } gehört { $owner }.

## Tickets und ihre Verträge
detail-contract = Vertrag
detail-coverage = Gedeckt
detail-held = Wartet
coverage-left = noch { $hours }
coverage-none = Kein Vertrag deckt dieses Ticket.
coverage-minutes = { $covered } gedeckt, { $uncovered } nicht gedeckt
coverage-carried = ; { $hours } davon gehen in den nächsten Vertrag
coverage-waiting = ; { $hours } davon warten auf einen
coverage-held = ! wartet, bis der Vertrag gilt
coverage-held-by = ! wartet, bis „{ $contract }“ gilt ({ $date })
coverage-held-client = ! noch deckt kein Vertrag diese Anfrage: { $provider } beginnt, sobald einer gilt
remind-done = An den fehlenden Vertrag erinnert: { $what }.
reason-reminds-provider = Der Anbieter ist schon gebeten; seine Techniker können an den Vertrag erinnern.
naming-none = keines
naming-covered = Gedeckt durch { $contract } ({ $to ->
    [item] für das Gerät
    [customer] für die Person
   *[org_unit] für den ganzen Kunden
}).
naming-uncovered = Kein Vertrag deckt es; Anfragen werden auch ohne angenommen.
naming-held = { $contract }: die Anfrage wartet bis dahin.
naming-refused = Kein Vertrag deckt es: die Anfrage wird abgelehnt, bis es einen gibt.
service-or-bundle = Dienst oder Bündel
service-is-bundle = Stellen Sie den Cursor auf einen Dienst: ein Bündel wird über Autotasks Schnittstelle bearbeitet.
service-edit-title = „{ $service }“ im Katalog bearbeiten
service-edit-about = Verträge behalten ihre Preise.
service-on-invoice = Auf Rechnungen
service-cost = Kostet uns
service-active = Im Verkauf
service-saved = „{ $name }“ ist gespeichert.
cover-title = Vertrag für „{ $title }“
cover-about = Kein Vertrag deckt diese Anfrage. Sie wird zusammen mit dem angelegt, den Sie hier machen.
cover-about-there = Kein Vertrag deckt diese Anfrage. Ist der da, den Sie hier machen, geht die Änderung von selbst weiter.
cover-form = Vertrag
cover-verb = beide anlegen
cover-done = Die Anfrage hat jetzt einen Vertrag.
reason-no-contract-missing = Diese Änderung wurde nicht mangels Vertrag abgelehnt.

## Berichte
reports-title = Berichte · { $company }
report-blocks = BERICHT ÜBER KUNDENBLÖCKE
report-invoices = RECHNUNGSBERICHT
recent-invoices = Letzte Rechnungen
report-bought = Gekauft
report-used = Verbraucht
report-no-blocks = Keine vorausbezahlten Verträge.

## Warum nicht
reason-not-at-billing = Öffnen Sie erst die Abrechnung: g b.
reason-not-at-closing = Öffnen Sie erst den Abschluss der Zeiträume.
reason-not-at-invoices = Öffnen Sie erst die Rechnungen.
reason-not-at-contracts = Öffnen Sie erst die Verträge eines Kunden.
reason-not-at-contract = Öffnen Sie erst einen Vertrag.
reason-not-at-automation = Öffnen Sie erst die Lizenzabrechnung eines Kunden.
reason-not-at-contract-settings = Öffnen Sie erst die Einstellungen der Verträge.
reason-no-client = Wählen Sie erst einen Kunden: bei den Unternehmen oder in der Abrechnung.
reason-no-reports = Ihre Stufe liest keine Berichte.
reason-provider = Nur die Leute des Dienstleisters können das.
