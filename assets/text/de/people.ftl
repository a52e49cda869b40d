# Die Leute eines Kunden und die Stufen, die sie haben.

people-title = Leute von { $company }
people-name = Name
people-level = Stufe
people-licence-since = Lizenz
people-portal = Portal
people-two-factor = 2. Fakt.
people-last-sign-in = Zuletzt da
people-none = Noch ist niemand hier. Legen Sie die erste Person an; ein Portalzugang kann gleich oder später kommen.
people-none-fit = Niemand passt zu dem Getippten.
people-inactive = fort
people-no-login = –
people-two-factor-missing = fehlt
people-never = nie
people-no-email = keine E-Mail-Adresse: ihnen kann nichts gesendet werden
people-is-inactive = Nicht aktiv: meldet sich nirgends an und bekommt keine Tickets.
people-signs-in-never = Kein Portalzugang. Eine Stufe zu geben macht einen.
people-signs-in-as = meldet sich an als { $user }
people-login-off = der Portalzugang ist aus
people-must-change = muss das Passwort beim nächsten Anmelden ändern
people-two-factor-on = zweiter Faktor eingerichtet
people-two-factor-required = ein zweiter Faktor ist verlangt und noch nicht eingerichtet
people-two-factor-not-required = kein zweiter Faktor, keiner verlangt
people-licence = Die Taskfire-Lizenz zählt ab { $date }; dieser Tag kann nicht geändert werden.
people-licence-fee = Die Taskfire-Lizenz zählt ab { $date } ({ $fee } im Monat); dieser Tag kann nicht geändert werden.

## Eine neue Person
people-create-title = Neue Person von { $company }
people-create-login = Benutzername und Stufe leer lassen für jemanden, der sich nicht anmeldet.
people-password-once = Das Passwort ist nur hier zu sehen: notieren Sie es jetzt. Es wird beim ersten Anmelden geändert.
people-create-verb = anlegen
people-first-password = Erstes Passwort
people-level-needed = Wählen Sie eine Stufe.
people-user-name-needed = Eine Stufe braucht einen Benutzernamen zum Anmelden.
people-created = { $name } ist angelegt.
people-edit-title = { $name }
people-edit-verb = speichern
people-edited = { $name } ist gespeichert.

## Stufen
people-level-title = Stufe von { $name }
people-has-level = hat diese Stufe
people-level-like = wie { $level }
people-level-not-here = kann hier nicht vergeben werden
people-level-by-provider = Taskfire-Stufen vergibt nur der Anbieter: jede ist eine Lizenz
people-level-kept = diese Stufe vergibt nur der Anbieter
people-taskfire-off = Taskfire ist bei diesem Kunden aus; schalten Sie es erst ein
people-no-level = keine Stufe
people-no-level-detail = nimmt den Portalzugang weg
people-level-makes-login = Mit der Stufe entsteht eine Anmeldung am Portal, dazu gehört ein Benutzername; ohne Passwort geht das Anmelden noch nicht.
people-level-verb = die Stufe geben
people-no-level-verb = wegnehmen
people-licence-counts = Die Lizenz zählt ab heute, { $date }. Dieser Tag kann später nicht geändert werden.
people-licence-ends = Die Lizenz endet mit dem heutigen Tag.
people-taken-off = Sie werden von ihren offenen Tickets genommen; die Tickets bleiben.
people-licence-stays = Die Lizenz geht weiter; ihr Tag bleibt derselbe.
people-portal-ends = Der Portalzugang wird ausgeschaltet: sie können sich nicht mehr anmelden.
people-fee = Eine Taskfire-Stufe ist eine Lizenz: { $fee } im Monat.
people-fee-own = Eine Taskfire-Stufe ist eine Lizenz; im eigenen Unternehmen ist sie kostenlos.
people-fee-unknown = Eine Taskfire-Stufe ist eine Lizenz. Was sie kostet, ist nicht festgelegt: siehe Einstellungen der Instanz.
people-level-given = { $name } hat jetzt die Stufe { $level }.
people-level-taken = { $name } hat keine Stufe mehr.

## Aktivieren
people-deactivate-question = { $name } deaktivieren? Anmelden geht dann nicht mehr, und nichts wird mehr gesendet. Geschriebenes bleibt.
people-deactivate-licence-question = { $name } deaktivieren? Anmelden geht dann nicht mehr, die Lizenz endet mit dem heutigen Tag, und die offenen Tickets werden frei. Geschriebenes bleibt.
people-activate-question = { $name } aktivieren? Anmelden geht dann wieder, wo es einen Zugang gibt.
people-activate-licence-question = { $name } aktivieren? Anmelden geht dann wieder, und die Lizenz beginnt.
people-activated = { $name } ist wieder aktiv.
people-deactivated = { $name } ist nicht mehr aktiv.

## Anmelden
people-password-title = Neues Passwort für { $name }
people-password-sessions = Wer mit dem alten angemeldet ist, wird abgemeldet.
people-password-verb = setzen
people-password-reset = { $name } hat ein neues Passwort und ändert es beim nächsten Anmelden.
people-two-factor-question = Den zweiten Faktor von { $name } zurücksetzen? Die Codes gelten dann nicht mehr; wo ein zweiter Faktor verlangt ist, wird beim nächsten Anmelden ein neuer eingerichtet.
people-two-factor-reset = { $name } kann einen zweiten Faktor neu einrichten.

## Eigene Stufen
levels-title = Stufen
levels-name = Name
levels-like = Wie
levels-given-by = Vergibt
levels-people = Leute
levels-system = Systemstufe
levels-by-provider = der Anbieter
levels-by-client-too = auch Manager des Kunden
levels-create-title = Neue Stufe
levels-create-about = Eine eigene Stufe lässt Leute tun, was die Systemstufe ihrer Art darf. Ihre Art bleibt.
levels-client-may-give = Die Manager des Kunden dürfen sie vergeben
levels-create-verb = anlegen
levels-created = Die Stufe { $name } ist angelegt.
levels-delete-question = Die Stufe { $name } löschen? Niemand hat sie.
levels-deleted = Die Stufe ist gelöscht.
levels-edit-title = Die Stufe { $name } bearbeiten
levels-edited = Die Stufe { $name } ist gespeichert.

## Warum etwas jetzt nicht geht
reason-portal-manager = Hier verwalten nur die Manager des Portals und die Leute, die in Taskfire arbeiten, die Nutzer.
reason-not-at-people = Öffnen Sie erst eine Liste von Leuten.
reason-nobody-here = Unter dem Cursor ist niemand.
reason-no-login = Diese Person hat keinen Portalzugang. Geben Sie erst eine Stufe.
reason-no-second-factor = Diese Person hat keinen zweiten Faktor eingerichtet.
reason-not-at-levels = Öffnen Sie erst die Stufen.

## Tasten
context-people = Leute
context-levels = Stufen
intent-people-create = eine Person anlegen
    .short = neu
    .about = Eine Person dieses Kunden, mit Portalzugang oder ohne.
intent-people-edit = die Person bearbeiten
    .short = bearbeiten
    .about = Name, E-Mail-Adresse und Telefon.
intent-people-level = die Stufe ändern
    .short = Stufe
    .about = Zeigt die Stufen, auch die, die Sie nicht vergeben können, und warum; bei einer Taskfire-Stufe, ab wann die Lizenz zählt und was sie kostet.
intent-people-switch = die Person aktivieren oder deaktivieren
    .short = (de)aktivieren
    .about = Sagt, was folgt, bevor es geschieht.
intent-people-password = das Passwort zurücksetzen
    .short = Passwort
    .about = Macht ein Passwort, das einmal zu sehen ist und beim ersten Anmelden geändert wird.
intent-people-two-factor = den zweiten Faktor zurücksetzen
    .short = 2. Faktor
    .about = Für jemanden, dessen Telefon fort ist: er richtet einen neuen ein.
intent-levels-create = eine Stufe anlegen
    .short = neu
    .about = Eine eigene Stufe nach dem Vorbild einer Systemstufe.
intent-levels-edit = die Stufe bearbeiten
    .short = bearbeiten
    .about = Ihr Name und wer sie vergeben darf, solange niemand sie hat.
intent-levels-delete = die Stufe löschen
    .short = löschen
    .about = Nur eine eigene Stufe, die niemand hat.
intent-go-people = zu den Leuten dieses Kunden
    .short = Leute
    .about = Die Leute des Kunden, der vorn steht, sonst die Ihres eigenen Unternehmens.
intent-go-levels = zu den Stufen
    .short = Stufen
    .about = Die Systemstufen und Ihre eigenen.

## Felder
field-name = Name
field-firstName = Vorname
field-lastName = Nachname
field-email = E-Mail
field-phone = Telefon
field-userName = Benutzername
field-level = Stufe

people-new-password = Neues Passwort
