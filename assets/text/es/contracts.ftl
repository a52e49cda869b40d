# Contratos: por qué se rechaza algo sobre uno.

refusal-contract_not_recurring = Los servicios solo están en contratos de servicios recurrentes. Elija uno así o cree uno.
refusal-outside_contract = { $end ->
    [none] El contrato empieza el { $start }. Elija ese día o uno posterior.
   *[other] El contrato va del { $start } al { $end }. Elija uno de sus días.
 }
refusal-days_unbilled = El contrato que facturaba las licencias ha terminado, así que del { $first } al { $last } quedarían sin facturar. Deje el día vacío: entonces este contrato las factura desde el { $first }.
refusal-automation_begins = Este servicio factura las licencias desde el { $on } y no se puede elegir otro día. Deje el día vacío.
refusal-contract_not_approved = Un contrato sin aprobar no factura nada, así que no puede facturar las licencias. Apruébelo antes o elija otro.
refusal-contract_ended = Este contrato ha terminado y ya no factura licencias. Elija otro o póngale antes un fin posterior.
refusal-charge_outside_contract = Un servicio que se factura una sola vez se cobra el { $on }, que quedaría fuera de los días del contrato. Retire antes ese cobro o mantenga el día dentro.
refusal-units_below_zero = No hay tantas unidades: ese día, o después, quedarían menos que ninguna.
refusal-units_on_contract = Este contrato tiene unidades, factura las licencias, o ya se usaron horas suyas, así que sigue aprobado. Póngale en su lugar un día de fin.
refusal-period_closed = Un período de este contrato está cerrado, así que su inicio y la cuenta de sus períodos no cambian. Cree un contrato nuevo.
refusal-contract_renewed = A este contrato ya le sigue «{ $name }». Ábralo para cambiarlo.
refusal-renewal_overlaps = { $field ->
    [start] Este contrato renueva «{ $name }», que dura hasta el { $day }; los días de ambos se facturarían dos veces. Empiécelo después de ese día o haga primero que «{ $name }» termine antes.
   *[end] «{ $name }» renueva este contrato desde el { $day }; los días de ambos se facturarían dos veces. Termínelo antes de ese día o haga primero que «{ $name }» empiece más tarde.
 }
refusal-contract_endless = El contrato no tiene fin, así que nada puede seguirle. Póngale primero un fin.
refusal-below_used = Ya se han usado { $minutes } minutos, así que no puede haber menos comprados.
refusal-below_older_blocks = Los bloques anteriores de este contrato contienen { $minutes } minutos. Aquí solo se cambia el más reciente, así que no puede haber menos comprados.
refusal-service_in_use = El servicio está en un contrato y allí se queda como está. Cree otro servicio.
