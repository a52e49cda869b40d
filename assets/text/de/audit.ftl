# Das Protokoll der Verwaltung.

audit-title = Protokoll
audit-entry-title = Protokoll · Eintrag { $number }
audit-at = Wann
audit-who = Wer
audit-act = Was
audit-subject = Woran
audit-origin = Von
audit-digest = Prüfwert
audit-differences = VORHER → NACHHER
audit-no-difference = Von Vorher und Nachher ist nichts aufbewahrt.
audit-none = Kein Eintrag passt. Hinter der Filtertaste client:… act:… who:… since:… until:… tippen, oder nichts für alle.
audit-more = Ältere weiter unten. Eingrenzen mit client: act: who: since: until:
audit-all = Keine älteren Einträge.
audit-unreadable = Nicht verstanden: { $words }. Bekannt sind client: act: who: since: until:
audit-newest = Neuester Prüfwert
audit-digest-about = Bewahren Sie ihn anderswo auf: `tandem audit verify --from` mit ihm findet einen entfernten, geänderten oder am Ende abgeschnittenen Eintrag.
audit-digest-copied = Der neueste Prüfwert ist unterwegs in Ihre Zwischenablage. `tandem audit verify --from` mit ihm prüft das Protokoll.
audit-exported = Das Protokoll ist nach { $path } geschrieben; nur Sie können es lesen.

reason-not-at-audit = Öffnen Sie erst das Protokoll.
reason-no-entry = Unter dem Cursor ist kein Eintrag.

context-audit = Protokoll
intent-audit-open = den Eintrag öffnen
    .short = öffnen
    .about = Zeigt, was danach anders war.
intent-audit-export = das Protokoll ausgeben
    .short = ausgeben
    .about = Schreibt alles als JSON-Zeilen mit ihren Prüfwerten in eine Datei, die nur Sie lesen können.
intent-audit-digest = den neuesten Prüfwert kopieren
    .short = Prüfwert kopieren
    .about = Anderswo aufbewahrt, beweist er später, dass nichts abgeschnitten wurde.
intent-go-audit = zum Protokoll
    .short = Protokoll
    .about = Jeder Vorgang der Verwaltung: wer, wann, von wo, vorher und nachher.

field-isActive = Aktiv
field-isPortalActive = Portal
field-licenceSince = Lizenz seit
field-feature = Funktion
field-completeTaskfireWithAutotask = Schließt Taskfire ab
field-completeAutotaskWithTaskfire = Schließt Autotask ab
field-hideFinancials = Verbirgt Berichte
field-twoFactor = Zweiter Faktor
field-lockAfterMinutes = Gesperrt nach Minuten
field-shownTime = Gezeigte Zeit
field-resourceNames = Gezeigte Namen
field-ticketsSince = Tickets seit
field-nextVersion = Nächste Fassung
field-assignableLevels = Zu vergebende Stufen
