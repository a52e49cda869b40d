# Was die Befehlszeile sagt.

answer-yes = ja
provider-unnamed = Dienstleister

# Passwörter

password-new = Neues Passwort für { $name }:
password-again = Noch einmal dasselbe:
password-differs = Die beiden Passwörter sind verschieden; nichts wurde geändert. Noch einmal versuchen.
password-empty = Ein Passwort wird gebraucht: tippen Sie es, oder leiten Sie es als eine Zeile ein.
two-factor-reset = { $name } hat keinen zweiten Faktor mehr; die Sitzungen sind beendet.
password-set = { $name } hat ein neues Passwort; die Sitzungen sind beendet.

# tandem serve

serve-listening = Hört auf { $address }
serve-nobody = Noch kann sich niemand anmelden. Der erste Administrator: tandem user create NAME --level provider_admin --database sqlite:{ $database }
serve-demo = Das Demo-Desk ist angelegt. Anmelden als { $name } mit dem Passwort { $password } (wird nur jetzt gezeigt).
demo-progress = Das Demo-Desk wird angelegt

# tandem user

user-created = { $name } kann sich jetzt anmelden.
user-not-found = Diesen Benutzernamen hat niemand; `tandem user create` legt eine Person an.
user-needs-company = Die Person eines Kunden braucht ihren Kunden: --company NAME dazu, oder eine Stufe des Anbieters.
company-not-found = Ein Unternehmen „{ $name }“ gibt es hier nicht; schreiben Sie den Namen, wie er in der Datenbank steht.
credential-once = Das Geheimnis wird nur jetzt gezeigt; legen Sie es dort ab, wo das Programm es findet.

console-no-terminal = Die Konsole braucht ein Terminal, für das, was sie zeigt, und für das, was Sie tippen. `tandem ticket` und `tandem queue` gehen ohne; `tandem --help` sagt, wie.
console-dumb-terminal = In diesem Terminal kann die Konsole nicht zeichnen (TERM ist nicht gesetzt oder dumb). `tandem --plain` arbeitet Zeile für Zeile; `tandem ticket` und `tandem queue` zeigen dasselbe als Text; `tandem --help` sagt, wie.

# Die Leitung zum Backend

server-embedded = das eingebettete Desk
sign-in-first = Bei { $server } ist niemand angemeldet: `tandem sign-in NAME` beginnt eine Sitzung.
sign-in-embedded = Das eingebettete Demo-Desk braucht keine Anmeldung. Nennen Sie mit --server oder in den Einstellungen einen Server; am Demo-Desk ist --as NAME jemand anderes.
password-of = Passwort von { $name } bei { $server }:
signed-in = { $name } ({ $company }) ist bei { $server } angemeldet.
demo-nobody = Niemand am Demo-Desk hat den Benutzernamen { $name }; `:demo` in der Konsole nennt alle.

# tandem ticket, tandem queue

argument-missing = Hier wird --{ $argument } gebraucht.
argument-senseless = --{ $argument } hat hier keine Bedeutung: lassen Sie es weg.
create-with-contract = Um beides von hier aus anzulegen, wiederholen Sie es mit --new-contract per-request; oder nennen Sie den Gegenstand mit --configuration-item und fügen Sie --new-contract subscription, time-limited oder support-hours hinzu.
create-with-contract-item = Um beides von hier aus anzulegen, wiederholen Sie es mit --new-contract per-request, subscription, time-limited oder support-hours.
change-with-contract = Von hier aus: `tandem ticket cover` mit der Nummer des Tickets und per-request, subscription, time-limited oder support-hours; dann wiederholen Sie dies.
ticket-covered = Das Ticket hat jetzt den Vertrag „{ $contract }“.
argument-missing-with-key = Mit --key wird hier --{ $argument } gebraucht: sonst gilt der heutige Tag, und morgen wiederholt wäre es ein anderer Befehl.
name-unknown = Nichts heißt „{ $name }“; schreiben Sie so viel des Namens, dass er klar ist.
name-ambiguous = „{ $name }“ kann { $names } heißen; schreiben Sie mehr des Namens.
ticket-not-found = Ein Ticket { $number }, das Sie sehen dürfen, gibt es nicht; schreiben Sie die Nummer wie T20261120.0007.
ticket-ambiguous = { $count } Tickets enden auf { $number }; schreiben Sie mehr der Nummer.
tickets-none = Kein Ticket passt.
tickets-more = Mehr Tickets passen; --limit zeigt mehr als { $count }.
edit-names-nothing = Es wurde nichts zu ändern genannt; `tandem ticket edit --help` nennt die Felder.
carried-over = Auch { $side } wurde abgeschlossen: Sie sind verantwortlich, und die Einstellung des Kunden sagt es.
not-carried-not-owner = { $side } behält seinen Status: nur wer verantwortlich ist, schließt beide ab.
not-carried-setting-off = { $side } behält seinen Status: die Einstellung des Kunden schließt nicht beide ab.
show-conversation = Gespräch:
show-time = Zeit:
show-history = Geschichte:
show-files = Dateien:
show-checklist = Checkliste:
file-saved = Gespeichert als { $path }.
file-differs = Die Datei, die kam, ist nicht die, die angehängt wurde. Noch einmal anfordern.
file-exists = { $path } gibt es schon. Einen anderen Ort nennen oder --replace angeben.
audience-both = an beide
audience-autotask = nur Autotask
audience-taskfire = nur Taskfire
minutes = { $count ->
    [one] 1 Minute
   *[other] { $count } Minuten
 }

# tandem import

import-progress = Import
import-done = { $added } Zeilen sind darin, { $created } Tickets wurden angelegt; { $there } Zeilen waren schon da.
import-would = { $added } Zeilen kämen hinein, { $created } Tickets würden angelegt; { $there } Zeilen sind schon da.
import-rejected = { $count ->
    [one] 1 Zeile wurde beiseite gelegt; sie liegt in { $file }. Berichtigen Sie sie und importieren Sie sie für sich.
   *[other] { $count } Zeilen wurden beiseite gelegt; sie liegen in { $file }. Berichtigen Sie sie und importieren Sie sie für sich.
 }
import-would-reject = { $count ->
    [one] 1 Zeile würde beiseite gelegt.
   *[other] { $count } Zeilen würden beiseite gelegt.
 }
import-awaited = { $count ->
    [one] Ein Feld nennt einen Datensatz, der nicht in der Datei steht; es ist leer, bis er kommt.
   *[other] { $count } Felder nennen Datensätze, die nicht in der Datei stehen; sie sind leer, bis diese kommen.
 }
mapping-incomplete = Keine Spalte gefunden für: { $fields }. Tragen Sie sie ein, wo in der Zuordnung FILL IN steht.
import-go-on = Was gesendet wurde, ist darin; derselbe Befehl geht von dort weiter.
mapping-unknown = Eine Zuordnung { $name } gibt es nicht; nennen Sie eine Datei, oder eine mitgelieferte: { $names }.

# tandem export

export-progress = Export läuft
export-written = { $rows ->
    [one] Eine Zeile wurde geschrieben.
   *[other] { $rows } Zeilen wurden geschrieben.
 }
export-unknown-records = { $name } gibt es beim Export nicht; wählen Sie unter: { $names }.

# tandem sign-out

sign-out-nobody = Dort ist niemand angemeldet, also kann sich niemand abmelden.
sign-out-unsent = { $count ->
    [one] Eine Änderung wurde nie gesendet und ginge verloren.
   *[other] { $count } Änderungen wurden nie gesendet und gingen verloren.
 }
sign-out-kept = Nichts wurde geändert. Lassen Sie die Konsole das Ungesendete senden, bringen Sie Angefangenes zu Ende, oder fügen Sie --discard-unsent hinzu.
sign-out-unreached = { $server } konnte nicht benachrichtigt werden ({ $reason }); die Sitzung dort endet nach 12 Stunden von selbst.
signed-out = { $name } ist abgemeldet; die Kopie auf diesem Rechner ist gelöscht.

# tandem doctor

doctor-wrong = { $count ->
    [one] Eines stimmt nicht.
   *[other] { $count } Dinge stimmen nicht.
 }
doctor-settings = Einstellungen: { $file }
doctor-settings-none = Einstellungen: keine, die Vorgaben gelten (sie stünden in { $file })
doctor-folder = Ordner für { $what }: { $folder }, nur für Sie
doctor-folder-wrong = Ordner für { $what }: { $folder } ist nicht zu gebrauchen ({ $reason }). Machen Sie ihn für sich schreibbar, oder setzen Sie TANDEM_HOME oder [paths] in den Einstellungen.
doctor-terminal = Terminal: { $term }, { $columns } mal { $rows }, UTF-8
doctor-terminal-none = Terminal: hier keines; `tandem ticket` und `tandem queue` brauchen keines
doctor-terminal-dumb = Terminal: TERM sagt { $term }, darin kann die Konsole nicht zeichnen. Setzen Sie TERM auf das, was das Terminal ist, oder nehmen Sie `tandem --plain`, das Zeile für Zeile arbeitet.
doctor-terminal-plain = Terminal: { $term }, im schlichten Modus, der in jedem Zeile für Zeile arbeitet
doctor-terminal-small = Terminal: { $columns } mal { $rows } ist kleiner als 60 mal 20. Vergrößern Sie das Fenster.
doctor-terminal-locale = Terminal: { $term }, { $columns } mal { $rows }; die Umgebung ist nicht UTF-8, darum zeichnet die Konsole nur mit ASCII. LANG=C.UTF-8 zeigt jeden Buchstaben.
doctor-proxy = Proxy: { $proxy }
doctor-authority = Zertifizierungsstelle: { $file }
doctor-plaintext = Server: { $server } wird unverschlüsselt erreicht, mitsamt den Passwörtern. Nehmen Sie die https-Adresse.
doctor-server = Server: { $server } antwortet ({ $name }, Version { $version }; hier ist { $own })
doctor-server-wrong = Server: { $server } ist nicht zu erreichen ({ $reason }). Prüfen Sie server.url, das Netz, und ob er läuft.
doctor-name = Server: der Name in { $server } lässt sich nicht auflösen ({ $reason }). Prüfen Sie server.url und die Namensserver.
doctor-proxy-wrong = Server: der Proxy führt nicht zu { $server } ({ $reason }). Prüfen Sie server.proxy und HTTPS_PROXY.
doctor-certificate = Zertifikat: dem von { $server } wird nicht getraut ({ $reason }). Nennen Sie seine Zertifizierungsstelle in server.ca_file, oder stellen Sie die Uhr dieses Rechners.
doctor-clock = Uhr: { $seconds } s neben der des Servers
doctor-clock-fast = Uhr: { $seconds } s vor der des Servers. Stellen Sie die Uhr dieses Rechners nach dem Netz.
doctor-clock-slow = Uhr: { $seconds } s hinter der des Servers. Stellen Sie die Uhr dieses Rechners nach dem Netz.
doctor-session = Sitzung: { $name } ist angemeldet
doctor-session-none = Sitzung: bei { $server } ist niemand angemeldet. `tandem sign-in NAME` beginnt eine.
doctor-session-over = Sitzung: die von { $name } ist zu Ende. `tandem sign-in { $name }` beginnt eine neue.
doctor-desk = Eingebettetes Desk: { $file }, in Ordnung
doctor-desk-none = Eingebettetes Desk: noch keines, der erste Start legt es in { $file } an
doctor-desk-wrong = Eingebettetes Desk: { $file } ist beschädigt ({ $reason }). Verschieben Sie die Datei; der nächste Start legt ein neues an.
doctor-copy = Lokale Kopie: { $file }; { $unsent } nicht gesendet, { $stopped } warten auf eine Entscheidung
doctor-copy-network = Lokale Kopie: auf einem Netzlaufwerk; das Schreiben ist dort vorsichtig und langsamer. [paths] state verlegt sie.
doctor-copy-wrong = Lokale Kopie: { $file } ist nicht zu gebrauchen: { $reason }
doctor-copy-damaged = Lokale Kopie: { $file } ist beschädigt: { $reason }. Legen Sie die Datei beiseite, um neu zu beginnen; Ungesendetes steckt darin.

serve-desk-kept = Diese Datenbank gehört { $name }, in der Zeitzone { $zone }, und bleibt so: --provider und --time-zone zählen nur für eine neue.
embedded-waiting = Wartet auf ein anderes Tandem von Ihnen, das das eingebettete Desk hält und noch nicht antwortet …
user-no-database = Eine Datenbank { $file } gibt es nicht. Prüfen Sie den Namen; `tandem user create` legt eine an.
credential-replaced = { $name } gab es schon: die bisherigen Zugangsdaten gelten nicht mehr.
demo-person-elsewhere = --as gilt nur am Demo-Desk; an einem Server meldet man sich an: `tandem sign-in NAME`.
import-made = Neu dazu: { $companies } Unternehmen, { $contacts } Kontakte, { $resources } Leute des Anbieters, { $queues } Warteschlangen, { $types } Anfragetypen, { $fields } benutzerdefinierte Felder.
import-would-make = Neu dazu kämen: { $companies } Unternehmen, { $contacts } Kontakte, { $resources } Leute des Anbieters, { $queues } Warteschlangen, { $types } Anfragetypen, { $fields } benutzerdefinierte Felder.
change-unanswered = Es kann geschehen sein: sehen Sie nach, bevor Sie es wiederholen. Eine Wiederholung mit demselben --key zählt einmal.
sign-out-drafts = { $count ->
    [one] Ein Text ist halb getippt und ginge verloren.
   *[other] { $count } Texte sind halb getippt und gingen verloren.
 }
sign-out-all-the-same = Trotzdem abmelden (ja/nein)?
sign-out-in-use = Eine Konsole von Ihnen ist mit dieser Kopie offen. Verlassen Sie sie erst, dann abmelden.
doctor-proxy-dead = Proxy: { $proxy } ist nicht zu erreichen ({ $reason }). Prüfen Sie server.proxy, oder entfernen Sie es, wo keiner gebraucht wird.

# tandem billing

billing-show-no-contracts = Noch keine Verträge; `tandem billing contract create` legt einen an.
billing-no-services = Keine Dienste in diesem Vertrag; `tandem billing contract add-service` nimmt einen auf.
billing-column-id = ID
billing-column-contracts = Verträge
billing-edit-names-nothing = Es wurde nichts genannt, das zu ändern wäre; `tandem billing { $what } edit --help` zeigt die Felder.
billing-periods-to-close = { $count ->
    [one] Ein Zeitraum ist vorbei und nicht abgeschlossen; `tandem billing close` schließt ihn ab.
   *[other] { $count } Zeiträume sind vorbei und nicht abgeschlossen; `tandem billing close` schließt sie ab.
 }
billing-not-closed = Nichts wurde abgeschlossen. Geben Sie bei der Frage { $date } ein, oder setzen Sie --yes hinzu.
billing-close-unanswered = Vielleicht wurde es ausgeführt: `tandem billing invoices` zeigt es.
billing-invoice-not-found = Es gibt keine Rechnung { $number }, die Sie sehen dürfen; `tandem billing invoices` listet die Nummern auf.
billing-invoices-more = Es gibt ältere als diese { $count }; nennen Sie einen Kunden, um dessen Rechnungen zu sehen.

# tandem audit

audit-sound = { $count ->
    [one] Das Protokoll ist heil: ein Eintrag. Neuester Prüfwert: { $digest }
   *[other] Das Protokoll ist heil: { $count } Einträge. Neuester Prüfwert: { $digest }
 }
audit-altered = Eintrag { $entry } ist nicht, was geschrieben wurde, oder er wurde eingefügt: er folgt nicht aus dem Eintrag davor. Vergleichen Sie das Protokoll mit einer früheren Kopie.
audit-removed = Eintrag { $entry } wurde entfernt. Vergleichen Sie das Protokoll mit einer früheren Kopie.
audit-cut-end = Das Ende des Protokolls wurde abgeschnitten: Eintrag { $entry } war der neueste und ist fort. Vergleichen Sie das Protokoll mit einer früheren Kopie.
audit-added = Eintrag { $entry } wurde hinter den neuesten gesetzt, den Tandem schrieb. Vergleichen Sie das Protokoll mit einer früheren Kopie.
audit-other-head = Der neueste Prüfwert, der neben dem Protokoll steht, ist nicht der von Eintrag { $entry }: eines von beiden wurde geändert. Vergleichen Sie beides mit einer früheren Kopie.
audit-digest-unknown = Kein Eintrag des Protokolls hat den anderswo aufbewahrten Prüfwert: das Protokoll wurde gekürzt oder neu geschrieben, oder der Prüfwert gehört zu einer anderen Datenbank. Vergleichen Sie das Protokoll mit einer früheren Kopie.

# tandem agreement

agreement-published = Fassung { $version } der Vereinbarung ist veröffentlicht ({ $languages }).
agreement-folder = { $folder } heißt nicht nach einer Fassung. Nennen Sie den Ordner nach ihrer Nummer, wie in agreement/3.
agreement-no-text = In { $folder } ist kein Text. Legen Sie en.md hinein, und de.md und es.md für Leser dieser Sprachen.

# Anmelden und abgemeldet werden

code-of = Code Ihrer Authenticator-App:
password-must-change = Das Passwort hat jemand anderes gesetzt: wählen Sie ein eigenes.
two-factor-set-up = Hier wird ein zweiter Faktor verlangt. Geben Sie dies Ihrer Authenticator-App:
two-factor-secret = Oder tippen Sie dort dieses Geheimnis: { $secret }
deactivated = { $name } kann sich hier nicht mehr anmelden; die Kopie auf diesem Rechner wurde gelöscht.
deactivated-unsent = { $name } kann sich hier nicht mehr anmelden; die Kopie auf diesem Rechner wurde gelöscht. Was nicht gesendet war, steht in { $file }.
deactivated-kept = { $name } kann sich hier nicht mehr anmelden, doch die Kopie auf diesem Rechner ließ sich nicht löschen ({ $reason }). Es ist { $file }.
unsent-change = { $number } { $title } ({ $act })
unsent-draft = { $number } ({ $kind })

# tandem config, tandem keys, tandem man

config-check-wrong = { $count ->
    [one] Ein Fehler; was verstanden wurde, gilt.
   *[other] { $count } Fehler; was verstanden wurde, gilt.
 }
config-check-stops = { $count ->
    [one] Ein Fehler, den Server betreffend: Tandem startet nicht, bis er berichtigt ist.
   *[other] { $count } Fehler, einige den Server betreffend: Tandem startet nicht, bis diese berichtigt sind.
 }
keys-provider = den Dienstleister
keys-without = Ohne Taste; fragen Sie mit dem Namen danach:
man-written = Die Handbuchseiten liegen in { $folder }.
man-not-written = Die Handbuchseiten lassen sich nicht in { $folder } schreiben: { $reason }. Nennen Sie einen anderen Ordner.

# Was unterwegs fehlgeht

remote-unreachable = { $server }: Der Server ist nicht zu erreichen: { $reason }. `tandem doctor` sagt, wo die Leitung abbricht.
remote-timed-out = { $server }: Der Server hat nicht rechtzeitig geantwortet: { $reason }. `tandem doctor` sagt, wo die Leitung abbricht.
remote-busy = { $server }: Der Server ist beschäftigt. Gleich noch einmal versuchen.
remote-sign-in = { $server }: { $reason } `tandem sign-in NAME` beginnt eine Sitzung.
remote-broken = { $server }: Die Antwort des Servers ist nicht zu verstehen: { $reason }. Ist es ein Tandem-Server, von dieser Version oder einer neueren?
system-no-threads = das System gibt keine Threads: { $reason }
log-filter-wrong = --log { $filter }: { $reason }; info oder tandem=debug nehmen
log-not-written = das Protokoll kann nicht geschrieben werden: { $reason }
crash-kept = was geschehen ist, steht in { $file }
crash-not-kept = kein Bericht konnte behalten werden: { $reason }
demo-become-elsewhere = nur am eingebauten Demo-Helpdesk kann man jemand anders werden
filter-names-without-end = der Filter { $filter } fragt nach mehr Namen, als es gibt
answer-unexpected = die Antwort gehört zu einer anderen Frage: { $answer }
