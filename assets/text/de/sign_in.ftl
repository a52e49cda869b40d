# Anmelden, das eigene Passwort und der zweite Faktor, der gesperrte Bildschirm.

sign-in-who = Anmelden
sign-in-user-name = Benutzername
sign-in-password = Passwort
sign-in-code = Code
sign-in-new = Neues Passwort
sign-in-again = Noch einmal

sign-in-second-factor = Anmelden: zweiter Faktor
    .about = Ihre Anmeldung hat einen zweiten Faktor. Tippen Sie die sechs Ziffern, die Ihre App jetzt zeigt.

sign-in-new-password = Erst Ihr Passwort ändern
    .about = Dieses Passwort gab Ihnen jemand anderes. Wählen Sie ein eigenes; dann sind Sie drin.

sign-in-own-password = Ihr Passwort ändern
    .about = Das neue Passwort gilt ab jetzt, auf jedem Gerät. Ihre anderen Sitzungen enden.

sign-in-set-up = Einen zweiten Faktor einrichten
    .about = Geben Sie dies der App auf Ihrem Telefon, die Codes macht: scannen Sie das Quadrat, wo Platz dafür ist, oder tippen Sie die Buchstaben. Tippen Sie dann die sechs Ziffern, die die App zeigt.

sign-in-turn-off-question = Ab jetzt ohne zweiten Faktor anmelden? Dann genügt Ihr Passwort allein.
sign-in-turn-off-title = Den zweiten Faktor abschalten
sign-in-turn-off-verb = abschalten
sign-in-turn-off-code = Geben Sie einen Code Ihrer Authenticator-App ein: Er zeigt, dass Sie es sind.

sign-in-locked = Gesperrt
    .about = Dieser Bildschirm ist gesperrt, auch nach einem neuen Start. { $name } öffnet ihn mit dem Passwort, und der Server muss sagen, dass es stimmt: Ohne Leitung stellen Sie erst die Verbindung her und versuchen es noch einmal; bis dahin bleibt alles zu, und nichts geht verloren.

sign-in-not-the-same = Die beiden sind nicht gleich. Tippen Sie das neue Passwort noch einmal.
sign-in-password-changed = Ihr Passwort ist geändert.
sign-in-two-factor-on = Ab jetzt melden Sie sich mit einem zweiten Faktor an.
sign-in-two-factor-off = Ab jetzt genügt Ihr Passwort allein.

reason-no-password-here = Am eigenen Desk dieses Rechners hat niemand ein Passwort: Ihr Konto hier genügt.
reason-two-factor-on = Ihr zweiter Faktor ist schon eingerichtet. Schalten Sie ihn erst aus, um einen anderen einzurichten.
reason-two-factor-off = Sie haben keinen zweiten Faktor auszuschalten.

intent-session-change-password = mein Passwort ändern
    .short = Passwort
    .about = Ändert das Passwort, mit dem Sie sich anmelden; das jetzige beweist, wer Sie sind.
intent-session-set-up-two-factor = meinen zweiten Faktor einrichten
    .short = zweiter Faktor
    .about = Zeigt, was in die App auf Ihrem Telefon gehört; von da an wird beim Anmelden nach ihren Codes gefragt.
intent-session-end-two-factor = ohne zweiten Faktor anmelden
    .short = kein zweiter Faktor
    .about = Von da an genügt Ihr Passwort allein, wenn hier kein zweiter Faktor verlangt wird.
intent-session-lock = den Bildschirm sperren
    .short = sperren
    .about = Verbirgt alles, bis Sie Ihr Passwort wieder tippen; nichts geht verloren.
