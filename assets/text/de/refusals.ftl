# Warum etwas abgelehnt wird, und was es möglich machen würde. Schlüssel: `refusal-` und der Code der Ablehnung.

refusal-unknown = Der Server hat das abgelehnt ({ $code }).

refusal-forbidden = { $act ->
    [escalate] Nicht Ihre Sache: eskalieren kann nur Taskfire. Transferieren Sie das Ticket, um es dem Kunden zu übergeben.
    [transfer] Nicht Ihre Sache: transferieren kann nur Autotask. Eskalieren Sie das Ticket, um es dem Anbieter zu übergeben.
    [decline] Nicht Ihre Sache: nur Autotask kann zurückweisen, was eskaliert wurde. Holen Sie das Ticket zurück, solange es dort New ist.
    [recall] Nicht Ihre Sache: nur Taskfire kann zurückholen, was es eskaliert hat. Weisen Sie das Ticket zurück, solange es New ist, oder transferieren Sie es.
   *[other] Ihre Sicherheitsstufe erlaubt das nicht. Bitten Sie jemanden, dessen Stufe es erlaubt, oder einen Administrator.
 }
refusal-not_holder = Das Ticket liegt jetzt bei { $side }, also kann nur { $side } das tun. Eine öffentliche Notiz erreicht sie.
refusal-taskfire_not_enabled = Taskfire ist bei diesem Unternehmen aus. Die Administratoren des Anbieters können es einschalten.
refusal-predates_taskfire = Das Ticket entstand, als Taskfire aus war, und bleibt deshalb auf seiner Seite. Zum Übergeben neu anlegen.
refusal-ticket_complete = Das Ticket ist auf Ihrer Seite abgeschlossen. Erst wieder öffnen.
refusal-contract_required = { $taker ->
    [you] { $offer ->
        [per_item] Kein Vertrag deckt diese Arbeit. Legen Sie einen zusammen mit der Anfrage an: für sie allein oder für ihren Gegenstand.
       *[other] Kein Vertrag deckt diese Arbeit. Legen Sie zusammen mit der Anfrage einen für sie allein an, oder nennen Sie den Gegenstand und legen Sie einen für diesen an.
     }
   *[administrators] Kein Vertrag deckt diese Arbeit. Die Administratoren des Anbieters sind um einen gebeten; Sie erfahren, wenn es ihn gibt. Dann noch einmal versuchen.
 }
refusal-request_held = Die Anfrage wartet, bis ihr Vertrag gilt: Notizen gehen, Zeit und Status nicht. Ein Administrator kann den Vertrag sofort gelten lassen.
refusal-request_not_held = Hier wartet nichts auf einen Vertrag, es gibt also nichts, woran zu erinnern wäre.
refusal-ends_before_start = Der Vertrag würde enden, bevor er beginnt. Ein späteres Ende oder einen früheren Beginn wählen.
refusal-contracts_overlap = { $name } deckt dasselbe schon in dieser Zeit. Diesen danach beginnen lassen, oder erst jenen beenden.
refusal-time_expired_option_required = Wählen Sie, was mit Zeit geschieht, die ihr Vertrag nicht deckt: auf den nächsten Vertrag übertragen oder nicht.
refusal-contracts_active = Die Verträge sind schon aktiviert.
refusal-contracts_inactive = Die Verträge sind noch nicht aktiviert. Das tut ein Administrator des Anbieters.
refusal-items_without_owner = { $count ->
    [1] Ein Gegenstand gehört niemandem. Geben Sie ihn erst einer Person oder einem Unternehmen.
   *[other] { $count } Gegenstände gehören niemandem. Geben Sie jeden erst einer Person oder einem Unternehmen.
 }
refusal-time_in_future = Für einen Tag, der noch kommt, kann keine Zeit erfasst werden.
refusal-day_full = Ein Tag hat 24 Stunden: von diesem sind { $left } Minuten übrig.
refusal-not_escalated = Nur ein Ticket, das eskaliert wurde und noch beim Anbieter liegt, kann so zurückgehen.
refusal-already_started = { $own ->
    [autotask] Die Arbeit daran hat begonnen; zurückweisen geht nicht mehr. Transferieren Sie es stattdessen.
   *[other] Die Arbeit daran hat begonnen; so kann es nicht mehr zurückgeholt oder zurückgegeben werden. Bitten Sie den Anbieter, es zu transferieren.
 }
refusal-reason_required = Sagen Sie, warum: beide Seiten lesen den Grund.
refusal-status_by_handover = Dieser Status kommt mit einer Übergabe und kann nicht gewählt werden. Stattdessen eskalieren oder transferieren.
refusal-no_part = { $side } ist an diesem Ticket nicht beteiligt. Das ändert sich, wenn es übergeben wird.
refusal-not_complete = Das Ticket ist auf Ihrer Seite nicht abgeschlossen; es gibt nichts wieder zu öffnen.
refusal-required = { $label } fehlt.
refusal-out_of_range = { $label } liegt außerhalb: höchstens { $limit }.
refusal-not_usable = Was { $label } nennt, gibt es nicht, oder es passt nicht zu diesem Ticket.
refusal-not_assignable = Diese Person kann das Ticket nicht bekommen: sie muss aktiv sein und auf Ihrer Seite, bei diesem Unternehmen, Tickets bearbeiten.
refusal-already_assigned = Niemand kann für ein Ticket verantwortlich sein und zugleich dabei helfen. Erst eines von beiden aufheben.
refusal-company_fixed = Das Unternehmen kann sich nicht ändern: das Ticket ist geteilt, oder das Unternehmen steht Ihnen nicht zur Wahl.
refusal-both_boxes_required = Haken Sie beide Kästchen der Vereinbarung an; dann kann sie angenommen werden.
refusal-agreement_outdated = Inzwischen ist Fassung { $version } der Vereinbarung erschienen. Lesen Sie sie und nehmen Sie sie an; eingeschaltet wurde nichts.
refusal-taskfire_already_enabled = Taskfire ist bei diesem Unternehmen schon an. Die Bestätigung zeigt, wer es eingeschaltet hat.
refusal-feature_inactive = Diese Funktion ist für die ganze Instanz ausgeschaltet. Ein Administrator des Anbieters schaltet sie unter Aktivierungen ein.
refusal-disable_taskfire_first = Das Portal bleibt an, solange Taskfire an ist. Erst Taskfire ausschalten.
refusal-not_confirmed = Das Getippte ist nicht der Name des Unternehmens. Tippen Sie ihn so, wie er oben steht.
refusal-ticket_archived = Taskfire ist bei diesem Unternehmen aus; dieses Ticket ist ein Archiv, das nur gelesen werden kann.
refusal-level_by_provider_only = Nur der Anbieter vergibt Taskfire-Stufen, denn jede ist eine Lizenz. Fragen Sie den Anbieter.
refusal-level_not_assignable = Diese Stufe vergibt nur der Anbieter. Wählen Sie eine andere, oder fragen Sie ihn.
refusal-level_in_use = Diese Stufe haben noch Personen. Geben Sie ihnen erst eine andere.
refusal-system_level = Systemstufen können nicht bearbeitet oder gelöscht werden. Legen Sie nach ihrem Vorbild eine eigene an.
refusal-other_licence_held = Diese Person hat eine Co-managed-Lizenz. Man hat eine von beiden.
refusal-fee_changed = Die Lizenzgebühr hat sich inzwischen geändert. Sehen Sie sie noch einmal an, dann bestätigen Sie.
refusal-currency_fixed = Die Währung kann sich nicht mehr ändern: ein Zeitraum ist abgeschlossen.

refusal-invalid = { $field ->
    [timeZone] Eine Zeitzone heißt wie Europe/Berlin oder America/New_York.
    [currency] Eine Währung hat die drei Buchstaben von ISO 4217, wie EUR.
    [licenceFee] Die Lizenzgebühr ist ein Betrag von 0.00 bis 99999.99 mit höchstens zwei Stellen, wie 20.00.
    [lockAfterMinutes] Der Bildschirm wird nach 1 bis 1440 Minuten gesperrt; leer heißt nie.
    [ticketsSince] Ein Tag wird wie 2026-01-31 geschrieben und liegt nicht nach heute.
    [colour] Eine Farbe wird wie #1a6fb5 geschrieben; leer heißt keine.
    [start] Ein Vertrag beginnt zwischen 2000-01-01 und 2099-12-31.
    [end] Ein Vertrag endet spätestens am 2099-12-31; ohne Ende bleibt das Feld leer.
    [from] Wählen Sie heute oder einen späteren Tag, spätestens den 2099-12-31, oder lassen Sie den Tag leer.
   *[other] { $label } enthält Zeichen, die nicht gezeigt werden können, wie Tabulatoren oder Zeilenenden. Tippen Sie es ohne sie.
}
refusal-person_not_active = Diese Person ist nicht aktiv. Aktivieren Sie sie erst.
refusal-not_printable = Zeichen { $place } von { $label } kann nicht gezeigt werden. Nehmen Sie es heraus.
refusal-user_name_taken = Mit diesem Benutzernamen meldet sich schon jemand an. Wählen Sie einen anderen.
refusal-password_wrong = Das alte Passwort ist nicht richtig. Tippen Sie es noch einmal.
refusal-password_too_short = Ein Passwort hat mindestens { $least } Zeichen. Einige Wörter hintereinander sind leicht zu merken.
refusal-password_known = Das Passwort kann weder der Benutzername sein noch das bisherige. Wählen Sie ein anderes.
refusal-password_must_change = Das Passwort hat jemand anderes gesetzt. Ändern Sie es erst; dann ist alles da.
refusal-two_factor_required = Hier wird ein zweiter Faktor verlangt. Richten Sie ihn erst ein; dann ist alles da.
refusal-two_factor_configured = Der zweite Faktor ist schon eingerichtet. Entfernen Sie ihn erst, oder bitten Sie einen Administrator, ihn zurückzusetzen.
refusal-two_factor_not_begun = Beginnen Sie erst, den zweiten Faktor einzurichten; der Code bestätigt ihn dann.
refusal-code_wrong = Dieser Code ist nicht richtig, oder er wurde schon benutzt. Warten Sie auf den nächsten.
refusal-not_an_address = Das ist keine Adresse für Mail: sie sieht aus wie name@firma.example. Sie darf leer bleiben.
refusal-automation_contract_required = Wählen Sie zuerst den Vertrag: Der Dienst ist einer von dessen Diensten.
refusal-service_reserved = Dieser Dienst ist der Abrechnung von Taskfire-Lizenzen vorbehalten und kann sonst nichts und nirgends abrechnen, auch keine von Hand gesetzten Einheiten. Nehmen Sie ihm die Einheiten, oder nehmen Sie einen anderen Dienst.
refusal-units_automated = Die Einheiten dieses Dienstes richten sich von selbst nach den Personen mit einer Taskfire-Stufe. Vergeben oder entziehen Sie stattdessen Stufen.
refusal-service_not_monthly = Lizenzen werden monatlich abgerechnet. Nehmen Sie einen Dienst mit monatlichem Zeitraum.
refusal-own_licences = Die eigenen Lizenzen des Anbieters werden gezählt, aber nie abgerechnet. Hier gibt es nichts zu automatisieren.
refusal-period_not_over = Ein Zeitraum lässt sich abschließen, sobald sein letzter Tag vorbei ist. Wählen Sie einen Tag vor heute.
refusal-nothing_to_close = Bis zu diesem Tag ist kein abgelaufener Zeitraum mehr offen.
refusal-preview_outdated = Was abgeschlossen würde, hat sich seit Ihrer Ansicht geändert, oder jemand hat es inzwischen abgeschlossen. Sehen Sie sich die Vorschau noch einmal an.
refusal-upload_incomplete = Die Datei ist noch nicht ganz beim Server. Senden Sie zuerst die fehlenden Stücke.
