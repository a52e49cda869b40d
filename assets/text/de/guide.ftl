# Was Leute eines Kunden zuerst lesen, und wen sie fragen.

guide-title = Erste Schritte und weitere Hilfe
guide-title-of = Erste Schritte und weitere Hilfe für { $company }
guide-queues = Warteschlangen
    .about = Die eigenen Tickets Ihres Desks liegen in eigenen Warteschlangen. Legen Sie eine für jede Gruppe an, die für sich arbeitet, und geben Sie jeder Art von Arbeit einen Ort: Ein Ticket, das niemand findet, gehört niemandem.
guide-request-types = Anfragetypen
    .about = Einen Anfragetyp wählen Ihre Leute, wenn sie um etwas bitten. Benennen Sie ihn so, wie sie es täten, und führen Sie jeden in die Warteschlange, in der zuerst daran gearbeitet wird.
guide-hours = Geschäftszeiten
    .about = Fristen zählen nur, solange Ihr Desk offen ist. Tragen Sie die Stunden jedes Tages und die freien Tage ein, bevor das erste Ticket eine Frist hat.
guide-vendors = Lieferanten
    .about = Arbeit, die auf jemanden draußen wartet, auf einen Netzbetreiber oder Hersteller, wartet bei einem Lieferanten. Tragen Sie ein, mit wem Sie arbeiten, damit man sieht, auf wen ein Ticket wartet.
guide-users = Benutzer und Stufen
    .about = Sie legen die Portalbenutzer Ihrer Leute an und verwalten sie: Basis sieht die eigenen Anfragen, Erweitert die der Organisation, ein Manager verwaltet auch Benutzer. Stufen, die in Taskfire arbeiten, sind Lizenzen und werden vom Dienstleister vergeben; fragen Sie dort, wenn jemand anfängt oder geht.
guide-submit = Um etwas bitten
    .about = In Ihrer Liste öffnet { $key } eine neue Anfrage: Wählen Sie den Typ, der am besten passt, und sagen Sie in einer Zeile, was nicht stimmt. Ergänzen können Sie später.
guide-follow = Sehen, wie weit es ist
    .about = { $key } öffnet die Anfrage unter dem Cursor, mit allem, was dazu gesagt wurde, und wann.
guide-answer = Antworten
    .about = { $key } schreibt eine Antwort, die beide Seiten lesen. Eine Antwort auf eine geschlossene Anfrage öffnet sie wieder.
guide-ask = Weitere Hilfe
guide-ask-manager = Fragen Sie { $manager } bei { $provider }, zuständig für Ihre Organisation; Dringendes stellen Sie als Anfrage.
guide-ask-provider = Fragen Sie { $provider }; Dringendes stellen Sie als Anfrage.

intent-guide-open = erste Schritte und weitere Hilfe
    .short = erste Schritte
    .about = Was jemand tut, der Taskfire verwaltet, was alle tun, und wen man fragt.
