# Was der Server in Antworten und Mails sagt. Die der Antworten heißen `server-` und der Code der Antwort.

server-key_required = Ein Schreibvorgang braucht den Kopf Idempotency-Key mit einer eigenen UUID.
server-key_reused = Dieser Idempotency-Key kam schon mit einer anderen Anfrage. Jede Änderung braucht einen eigenen.
server-unauthorized = Name oder Passwort stimmen nicht, oder die Sitzung ist zu Ende.
server-not_found = Hier ist nichts, oder Sie dürfen es nicht sehen.
server-stale = Inzwischen geändert: { $fields }. Sehen Sie sich das Ticket an, wie es jetzt ist, und entscheiden Sie neu.
server-changed-meanwhile = Jemand anderes hat das inzwischen geändert, darum wurde nichts gespeichert. Dahinter steht der jetzige Stand; Ihre Eingaben sind noch da. Speichern Sie noch einmal, um ihn damit zu ersetzen.
server-too_large = Das ist mehr, als der Server auf einmal nimmt. Senden Sie es in kleineren Teilen.
server-query_too_long = Die Abfrage dauert zu lange. Grenzen Sie sie ein, etwa nach Nummer, Datum oder Warteschlange.
server-slow_down = Zu viele Versuche. In { $seconds } Sekunden wieder versuchen.
server-busy = Der Server ist ausgelastet. In einigen Sekunden wieder versuchen.
server-internal = Im Server ging etwas schief. Sein Protokoll sagt, was.
server-bad_request = Unter dieser Adresse ist die Anfrage nicht zu verstehen.

server-deactivated = Hier können Sie sich nicht mehr anmelden: Sie sind nicht aktiv oder haben keine Sicherheitsstufe. Fragen Sie einen Administrator.
server-code_required = Tippen Sie auch den Code Ihrer Authenticator-App.
server-code_refused = Dieser Code ist nicht richtig, oder er wurde schon benutzt. Warten Sie auf den nächsten und tippen Sie den.

server-feature_inactive = Das Portal ist für Sie ausgeschaltet. Ihr Anbieter schaltet es ein.

# Warum der Server nicht startet oder seine Datenbank nicht zu benutzen ist: an die Person am Rechner selbst.

start-listen = An { $address } kann der Server keine Verbindungen annehmen: { $reason }. Wählen Sie mit --listen eine andere Adresse, oder beenden Sie, was dort läuft.
start-tls = Das Zertifikat { $certificate } ist mit dem Schlüssel { $key } nicht zu benutzen: { $reason }.
start-plaintext = { $address } ist von anderen Rechnern aus zu erreichen, und Passwörter gingen unverschlüsselt dorthin. Geben Sie --certificate und --key an, nehmen Sie 127.0.0.1, oder erlauben Sie es mit --allow-plaintext.
store-open = { $path } lässt sich nicht als Datenbank öffnen: { $reason }. Prüfen Sie, ob es den Ordner gibt, ob die Datei eine Datenbank von Tandem ist und ob dieser Benutzer dort schreiben darf.
store-newer = Diese Datenbank hat eine neuere Version von Tandem geschrieben: { $reason } kennt dieses Programm nicht. Nehmen Sie jene Version oder eine spätere.
store-migration = Die Datenbank lässt sich nicht in die Form dieser Version bringen: { $reason }.
store-refused = Die Datenbank hat abgelehnt: { $reason }.
store-commit = Die Datenbank konnte das Geschriebene nicht behalten: { $reason }.
store-corrupt = In der Datenbank steht, was dort nicht stehen sollte: { $reason }.
store-broken = Die Arbeit in der Datenbank brach ab.
store-closed = Die Datenbank ist schon geschlossen.
demo-not-made = Der Demo-Desk kann nicht angelegt werden: { $reason }

# Was an einer Anfrage nicht passt, wo keine Regel sie abgelehnt hat.

unfit-body = Der Inhalt ist nicht zu verstehen: { $reason }.
unfit-twice = Der Name { $field } kommt zweimal vor.
unfit-nul = { $field } enthält ein NUL (U+0000), das in keinem Text stehen darf.
unfit-day = { $field } ist ein Tag wie 2026-11-01.
unfit-name = Ein Name hat 1 bis { $limit } Zeichen.
unfit-user-name = Ein Benutzername hat 1 bis { $limit } Zeichen und keine Leerzeichen.
unfit-password = Dieses Passwort lässt sich nicht aufbewahren: { $reason }
unfit-provider-level = Die Stufe von Leuten des Anbieters ist provider_admin oder provider_tech.
unfit-client-level = Die Stufe eines Kontakts ist eine des Kunden, keine des Anbieters.
unfit-digest = Die angekommene Datei ist nicht die mit diesem Prüfwert. Senden Sie sie noch einmal von vorn.
unfit-offset = Ein Stück hat { $bytes } Byte, nur das letzte endet mit der Datei.
unfit-waiting = Zu viele Dateien sind schon unterwegs. Erst müssen sie angehängt sein.
unfit-source = Ein Import braucht den Namen dessen, woher seine Datensätze kommen.
unfit-event = Last-Event-ID ist die Nummer eines Ereignisses dieses Feeds, eine ganze Zahl.
unfit-after = Senden Sie das next der Seite als after, mit derselben Sortierung.
unfit-taskfire-enabled = Hier werden Einstellungen geschrieben; Taskfire ein- und auszuschalten sind eigene Vorgänge.

# Was keine Fassung der Vereinbarung ist.

agreement-file-day = In der ersten Zeile steht der Tag, ab dem die Fassung gilt, wie 2026-09-01, nicht „{ $found }“.
agreement-file-text = Unter dem Tag und einer Leerzeile steht der Text, und da ist keiner.
agreement-file-boxes = In den letzten zwei Zeilen steht, was neben den zwei Kästchen steht, und jede beginnt mit [ ] und einem Leerzeichen.
agreement-needs-english = Eine Fassung braucht ihren englischen Text, in en.md, für Leser aller anderen Sprachen.
agreement-two-days = { $first }.md gilt ab { $firstDay } und { $other }.md ab { $otherDay }. Eine Fassung hat in jeder Sprache denselben Tag.
agreement-not-next = Die nächste Fassung ist { $next }. Veröffentlichen Sie sie vor { $version }.
agreement-other-text = Fassung { $version } ist schon veröffentlicht, und ihr Text in „{ $language }“ ist ein anderer. Eine veröffentlichte Fassung ändert sich nie: veröffentlichen Sie diese als Fassung { $next }.
