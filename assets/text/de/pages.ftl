# Was jede Seite sagt, was auch darauf steht: ihr Stand, was misslang, was aus einem Vorgang wurde.

line-as-of = Stand { $time }
page-asking = Der Server wird gefragt …
page-failed = Der Server konnte nicht gefragt werden: { $why } { $key } fragt noch einmal.
page-outdated = Nicht neu gefragt: { $why } { $key } fragt noch einmal.
form-waits = Gesendet; die Antwort steht aus …
act-sending = Gesendet: { $what }. Die Antwort steht aus …
act-under-way = Das ist schon gesendet; die Antwort ist noch nicht da.
act-no-line = Nichts wurde gesendet, also ist nichts geschehen: { $why }
act-unanswered = Es kam keine Antwort ({ $why }). Es ist ganz geschehen oder gar nicht; es noch einmal zu verlangen ist sicher, es geschieht nur einmal.

## Eine Datei schreiben
export-path = Datei
export-verb = schreiben
export-leave = lassen
export-no-path = Nennen Sie eine Datei.
export-exists = { $path } gibt es schon.
export-replace = { $path } gibt es schon. Überschreiben?
export-done = Nach { $path } geschrieben; nur Sie können es lesen.

## Vorgänge, in der Zeile, die sagt, dass sie unterwegs sind
administration-publish-agreement = die Vereinbarung veröffentlichen
administration-write-contract-data = die Vertragsdaten schreiben
administration-accept-agreement = die Vereinbarung annehmen
administration-disable-taskfire = Taskfire ausschalten
administration-write-taskfire-settings = die Taskfire-Einstellungen speichern
administration-write-preparation = das Vereinbarte speichern
administration-switch-portal = das Portal schalten
administration-override-portal-settings = die Portaleinstellungen des Kunden speichern
administration-write-portal-settings = die Portaleinstellungen speichern
administration-write-instance = die Einstellungen der Instanz speichern
administration-switch-feature = die Funktion schalten
administration-create-contact = den Kontakt anlegen
administration-edit-contact = den Kontakt speichern
administration-change-level = die Stufe ändern
administration-switch-contact = den Kontakt schalten
administration-reset-password = das Passwort zurücksetzen
administration-reset-two-factor = den zweiten Faktor zurücksetzen
administration-create-level = die Stufe anlegen
administration-delete-level = die Stufe löschen
administration-edit-level = die Stufe speichern
administration-confirm-two-factor = Zwei-Faktor-Anmeldung einrichten
administration-remove-two-factor = Zwei-Faktor-Anmeldung abschalten
administration-switch-company = die Firma umschalten
administration-switch-off-webhook = einen Webhook abschalten
administration-edit-resource = den Techniker speichern
administration-create-resource = den Techniker anlegen
administration-create-portal-user = den Portalzugang anlegen
administration-edit-portal-user = den Portalzugang ändern
administration-write-service-desk = den Service Desk einrichten
administration-create-api-user = den API-Benutzer anlegen
administration-renew-credential = die Zugangsdaten erneuern
administration-limit-credential = die Zugangsdaten begrenzen
administration-write-user-defined-field = ein benutzerdefiniertes Feld schreiben
administration-write-webhook = einen Webhook schreiben
administration-import = aus einem anderen Desk übernehmen

## Warum etwas jetzt nicht geht
reason-provider-admin = Das können nur die Administratoren des Anbieters.
reason-nothing-to-filter = Hier ist keine Liste, aus der zu wählen wäre.

## Tasten
context-page = Seite
intent-page-filter = nach Namen filtern
    .short = filtern
    .about = Tippen Sie einen Teil eines Namens; jeder Buchstabe grenzt die Liste ein. { $keep } behält sie, { $leave } zeigt wieder alles.
