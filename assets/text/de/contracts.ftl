# Verträge: warum etwas an einem abgelehnt wird.

refusal-contract_not_recurring = Leistungen stehen nur auf Verträgen über wiederkehrende Leistungen. Wählen Sie einen solchen oder legen Sie einen an.
refusal-outside_contract = { $end ->
    [none] Der Vertrag beginnt am { $start }. Wählen Sie diesen Tag oder einen späteren.
   *[other] Der Vertrag läuft vom { $start } bis zum { $end }. Wählen Sie einen Tag davon.
 }
refusal-days_unbilled = Der Vertrag, der die Lizenzen abgerechnet hat, ist zu Ende; { $first } bis { $last } bliebe so ohne Abrechnung. Lassen Sie den Tag leer: dann rechnet dieser Vertrag sie ab { $first } ab.
refusal-automation_begins = Diese Leistung rechnet die Lizenzen ab { $on } ab; ein anderer Tag ist nicht wählbar. Den Tag leer lassen.
refusal-contract_not_approved = Ein Vertrag ohne Freigabe rechnet nichts ab, also auch keine Lizenzen. Geben Sie ihn zuerst frei oder wählen Sie einen anderen.
refusal-contract_ended = Dieser Vertrag ist zu Ende und rechnet keine Lizenzen mehr ab. Wählen Sie einen anderen oder geben Sie ihm zuerst ein späteres Ende.
refusal-charge_outside_contract = Eine einmalig berechnete Leistung steht am { $on } und läge damit außerhalb der Vertragstage. Zuerst diese Berechnung zurücknehmen oder den Tag innerhalb lassen.
refusal-units_below_zero = So viele Einheiten gibt es nicht: An diesem Tag oder später wären es weniger als keine.
refusal-units_on_contract = Dieser Vertrag hat Einheiten, rechnet die Lizenzen ab, oder Stunden von ihm sind verbraucht; daher bleibt er freigegeben. Beenden Sie ihn stattdessen zu einem Tag.
refusal-period_closed = Ein Zeitraum dieses Vertrags ist abgeschlossen, daher bleiben sein Beginn und die Zählung seiner Zeiträume. Legen Sie stattdessen einen neuen Vertrag an.
refusal-contract_renewed = Auf diesen Vertrag folgt bereits „{ $name }“. Öffnen Sie diesen, um ihn zu ändern.
refusal-renewal_overlaps = { $field ->
    [start] Dieser Vertrag verlängert „{ $name }“, der bis zum { $day } läuft; Tage von beiden würden doppelt abgerechnet. Beginnen Sie nach diesem Tag, oder lassen Sie zuerst „{ $name }“ früher enden.
   *[end] „{ $name }“ verlängert diesen Vertrag ab dem { $day }; Tage von beiden würden doppelt abgerechnet. Lassen Sie ihn vor diesem Tag enden, oder lassen Sie zuerst „{ $name }“ später beginnen.
 }
refusal-contract_endless = Der Vertrag hat kein Ende, also kann nichts auf ihn folgen. Geben Sie ihm zuerst ein Ende.
refusal-below_used = { $minutes } Minuten davon sind schon verbraucht, weniger können nicht gekauft sein.
refusal-below_older_blocks = Die älteren Blöcke dieses Vertrags enthalten { $minutes } Minuten. Nur sein neuester Block wird hier geändert, weniger können also nicht gekauft sein.
refusal-service_in_use = Die Leistung steht auf einem Vertrag und bleibt dort, wie sie ist. Legen Sie stattdessen eine andere an.
