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
