# Warum die Leitung zum Server oder die Kopie auf diesem Rechner nicht getan hat, was verlangt war.

trouble-unreachable = der Server ist nicht erreichbar: { $reason }
trouble-timed-out = der Server hat nicht rechtzeitig geantwortet: { $reason }
trouble-broken = die Antwort des Servers ist nicht zu verstehen: { $reason }
trouble-sign-in = melden Sie sich erst an
trouble-busy = der Server ist überlastet
trouble-no-line = zurzeit gibt es keine Leitung zum Server
client-authority = server.ca_file: { $what } kann nicht benutzt werden: { $reason }. Die Datei muss Zertifikate in PEM-Form enthalten
client-no-certificate = server.ca_file: { $what } enthält kein Zertifikat. Die Datei muss Zertifikate in PEM-Form enthalten
client-proxy = server.proxy: { $what } kann nicht benutzt werden: { $reason }. Schreiben Sie ihn wie http://proxy.example:3128
client-not-made = kein HTTP-Client lässt sich anlegen: { $reason }
copy-make = der Ordner { $path } kann nicht angelegt werden: { $reason }. Prüfen Sie, wem er gehört und ob der Datenträger da ist.
copy-open = { $path } kann nicht geöffnet werden: { $reason }. Prüfen Sie, wem die Datei gehört und ob der Datenträger da ist.
copy-make-private = { $path } kann nicht vor anderen verschlossen werden: { $reason }. Prüfen Sie, wem die Datei gehört und ob der Datenträger da ist.
copy-look-at = der Datenträger von { $path } kann nicht untersucht werden: { $reason }. Prüfen Sie, wem der Ordner gehört und ob der Datenträger da ist.
copy-migration = die lokale Kopie { $path } kann nicht auf den neuesten Stand gebracht werden: { $reason }. Nehmen Sie das Programm, das sie geschrieben hat, oder legen Sie sie beiseite; ungesendete Änderungen sind darin.
copy-disk-full = auf dem Datenträger der lokalen Kopie ist kein Platz mehr: nichts wurde gespeichert. Schaffen Sie Platz und versuchen Sie es noch einmal.
copy-nobody = noch hat sich niemand angemeldet: melden Sie sich einmal an, während der Server antwortet
copy-no-ticket = Ticket { $ticket } ist nicht in der lokalen Kopie
copy-no-change = diese Änderung ist nicht mehr im Ausgang
copy-on-its-way = diese Änderung ist unterwegs zum Server; warten Sie die Antwort ab
copy-unreadable = in der lokalen Kopie steht etwas Unlesbares: { $reason }
copy-locked = ein anderes Programm hält die lokale Kopie gesperrt. Beenden Sie es, oder versuchen Sie es gleich noch einmal.
copy-database = die lokale Kopie hat versagt: { $reason }
embedded-files = die Dateien des eingebetteten Desks sind nicht zu benutzen: { $reason }. `tandem doctor` sagt, wo sie liegen
embedded-stuck = ein anderes tandem von Ihnen hält { $file } und antwortet nicht; beenden Sie es (`fuser` nennt es), dann versuchen Sie es noch einmal
refusal-too_large = Die Anfrage ist größer, als der Weg zum Server zulässt; kürzen Sie sie.
