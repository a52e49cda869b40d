# Die Instanz, ihre Funktionen und Einstellungen, und die Portaleinstellungen.

form-save = speichern
form-leave-as-it-was = lassen, wie es war

instance-title = Instanz
instance-features = AKTIVIERUNGEN
instance-settings = EINSTELLUNGEN
instance-audit = NEUESTER PRÜFWERT DES PROTOKOLLS
instance-zone-coming = { $zone } ab { $date }
instance-currency-fixed = fest, denn ein Zeitraum ist abgeschlossen
instance-fee-missing = setzen Sie sie, damit man sieht, was eine Taskfire-Stufe kostet
instance-two-factor-required = Ihre eigenen Leute melden sich mit zweitem Faktor an
instance-two-factor-not-required = von Ihren eigenen Leuten nicht verlangt
instance-edit-title = Die Einstellungen der Instanz
instance-edit-zone = Eine neue Zeitzone gilt ab morgen. Die Lizenzgebühr ist, was die Plattform Ihnen für eine Taskfire-Lizenz im Monat berechnet.
instance-saved = Die Einstellungen der Instanz sind gespeichert.

subscription-essentials = Essentials
subscription-essentials-note = ohne Portal
subscription-premium = Premium
subscription-ultimate = Ultimate

feature-portal = Portal
feature-portal-about = Leute der Kunden melden sich an, stellen Anfragen, verfolgen Tickets
feature-portal-on = Das Portal für die ganze Instanz einschalten? Das Portal jedes Kunden wird dann für sich eingeschaltet.
feature-portal-off = Das Portal für die ganze Instanz ausschalten? Niemand bei keinem Kunden kann sich anmelden, bis es wieder an ist; verloren geht nichts.
feature-taskfire = Taskfire
feature-taskfire-about = die IT der Kunden bearbeitet Tickets; Kunde für Kunde eingeschaltet
feature-taskfire-on = Taskfire für die ganze Instanz einschalten? Es wird dann Kunde für Kunde eingeschaltet, jeweils mit der Vereinbarung.
feature-taskfire-off = Taskfire für die ganze Instanz ausschalten? Kein weiterer Kunde kann es bekommen; wer es hat, behält es.
feature-comanaged = Co-managed Help Desk
feature-comanaged-about = Leute der Kunden arbeiten in Autotask selbst
feature-comanaged-on = Das Co-managed Help Desk für die ganze Instanz einschalten?
feature-comanaged-off = Das Co-managed Help Desk für die ganze Instanz ausschalten?
feature-next-portal = Nächstes Portal
feature-next-portal-about = vorab, für die Kunden, die Sie wählen
feature-next-portal-on = Die nächste Fassung des Portals anbieten? Wählen Sie die Kunden in ihren Portaleinstellungen.
feature-next-portal-off = Die nächste Fassung des Portals nicht mehr anbieten? Alle arbeiten mit der jetzigen weiter.
feature-switched-on = { $name } ist an.
feature-switched-off = { $name } ist aus.

## Portaleinstellungen
portal-title = Portaleinstellungen für alle Kunden
portal-title-client = Portaleinstellungen von { $company }
portal-setting = Einstellung
portal-value = Wert
portal-global = Für alle Kunden
portal-own = Hier
portal-holds = Gilt
portal-as-global = wie für alle
portal-as-global-question = Aufgeben, was { $company } Eigenes hat? { $name }: jetzt { $own }, dann wie bei allen Kunden: { $global }.
portal-overrides = Für alle Kunden ist es: { $value }. Was Sie hier speichern, gilt bei diesem Kunden allein.
portal-saved = Gespeichert: { $name }.
portal-is-global = Wieder wie für alle Kunden: { $name }.
portal-never = nie
portal-minutes = nach { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
 }
portal-minutes-wrong = Tippen Sie ganze Minuten, von 1 bis 1.440.
portal-day-wrong = Tippen Sie einen Tag wie 2026-01-31.
portal-empty-is-global = Leer wäre wie für alle Kunden: verlassen Sie dieses Formular und nehmen Sie es mit der Taste dafür zurück.
portal-from-the-beginning = alle Tickets

portal-two-factor = Zweiter Faktor verlangt
    .about = Wer einen zweiten Faktor einrichten und beim Anmelden seinen Code tippen muss.
portal-two-factor-nobody = von niemandem
portal-two-factor-taskfire = von Leuten mit Taskfire-Stufe
portal-two-factor-everybody = von allen
portal-lock = Bildschirm gesperrt
    .about = Nach so vielen Minuten ohne Taste ist die Konsole gesperrt, bis das Passwort getippt wird. Halb Getipptes bleibt.
portal-lock-field = Minuten
portal-shown-time = Von unserer Zeit gezeigt
    .about = Was Kunden von der Zeit sehen, die Ihre Leute an ihren Tickets erfasst haben.
portal-shown-nothing = nichts
portal-shown-billed = berechnete Stunden
portal-shown-worked = geleistete Stunden
portal-resource-names = Unsere Leute heißen
    .about = Wie die Namen Ihrer Leute in Tickets und Notizen stehen, die Kunden lesen.
portal-names-full = mit vollem Namen
portal-names-first = mit dem Vornamen
portal-names-provider = mit dem Namen des Anbieters
portal-tickets-since = Tickets gezeigt seit
    .about = Tickets, die vor diesem Tag angelegt wurden, bleiben Kunden verborgen.
portal-since-field = Seit
portal-next-version = Nächstes Portal
    .about = Ob man zur nächsten Fassung des Portals wechseln kann und zurück. Die Funktion der Instanz muss auch an sein.
portal-assignable-levels = Stufen, die Manager vergeben
    .about = Welche der Standardstufen die Manager eines Kunden vergeben dürfen. Taskfire-Stufen vergeben immer Sie.
portal-levels-none = keine
portal-branding = Auftritt
    .about = Name, eine Zeile anstelle eines Logos, und die Farbe des Anmeldebanners und dessen, was per Mail ausgeht.
portal-branding-none = der Name des Anbieters allein
portal-branding-name = Name
portal-branding-logo = Logotext
portal-branding-colour = Farbe

## Warum etwas jetzt nicht geht
reason-not-at-instance = Öffnen Sie erst die Instanz.
reason-not-at-portal = Öffnen Sie erst Portaleinstellungen.
reason-is-global = Diese Einstellungen gelten für alle Kunden: es gibt nichts, dem sie vorgingen.
reason-already-as-global = Es ist schon wie für alle Kunden.

## Felder
field-timeZone = Zeitzone
field-currency = Währung
field-licenceFee = Lizenzgebühr im Monat
field-subscription = Abonnement
field-requiresTwoFactor = Zweiter Faktor

## Tasten
context-instance = Instanz
context-portal = Portaleinstellungen
intent-instance-switch = die Funktion ein- oder ausschalten
    .short = schalten
    .about = Für die ganze Instanz; sagt vorher, was folgt.
intent-instance-edit = die Einstellungen der Instanz bearbeiten
    .short = Einstellungen
    .about = Name, Zeitzone, Währung, Lizenzgebühr, Abonnement, zweiter Faktor der eigenen Leute.
intent-portal-edit = die Einstellung bearbeiten
    .short = bearbeiten
    .about = Für alle Kunden, oder für diesen allein.
intent-portal-as-global = wieder wie für alle Kunden
    .short = wie für alle
    .about = Gibt auf, was dieser Kunde Eigenes hat.
intent-go-instance = zur Instanz
    .short = Instanz
    .about = Aktivierungen und Einstellungen der ganzen Instanz.
intent-go-portal = zu den Portaleinstellungen
    .short = Portaleinstellungen
    .about = Die des Kunden, der vorn steht, mit dem, was sie ersetzen; sonst die für alle Kunden.

portal-both = Für alle Kunden: { $global }. Hier: { $own }.
portal-version-next = Das ist die nächste Fassung des Portals. Dieselbe Taste führt zurück.
portal-version-present = Das ist die jetzige Fassung des Portals.
reason-not-in-the-portal = Nur Leute des Portals wechseln seine Fassung.
reason-no-next-version = Ihre Organisation hat nur die jetzige Fassung des Portals.
intent-portal-version = zur anderen Fassung des Portals wechseln
    .short = andere Fassung
    .about = Die Liste allein, oder die Liste mit einer Vorschau.
