# Facturación en la consola: qué se factura y por qué, cierre, facturas, contratos, automatización, informes.

## Adónde se va
intent-go-billing = ir a la facturación
    .short = facturación
intent-go-contracts = contratos del cliente
    .short = contratos
intent-go-automation = facturación de licencias del cliente
    .short = automatización
intent-go-contract-settings = configuración de los contratos
    .short = configuración
intent-billing-open = abrir la facturación del cliente
    .short = abrir
intent-billing-line = abrir la línea o el contrato
    .short = abrir
intent-billing-period = elegir el periodo
    .short = periodo
intent-billing-changes = qué cambió desde el periodo anterior
    .short = qué cambió
intent-billing-export = exportar las líneas
    .short = exportar
intent-billing-invoices = facturas
    .short = facturas
intent-billing-close = cerrar periodos de facturación
    .short = cerrar
intent-closing-close = cerrar lo que se muestra, para siempre
    .short = cerrar
intent-closing-day = elegir el día hasta el que se cierra
    .short = día
intent-invoices-open = abrir la factura
    .short = abrir
intent-invoice-export = exportar la factura
    .short = exportar
intent-reports-open = abrir la factura de nuestra empresa
    .short = abrir
intent-contracts-open = abrir el contrato
    .short = abrir
intent-contracts-create = crear un contrato
    .short = nuevo contrato
intent-contract-edit = editar el contrato
    .short = editar
intent-contract-add-service = poner un servicio en el contrato
    .short = añadir servicio
intent-contract-units = cambiar las unidades del servicio
    .short = unidades
intent-contract-price = cambiar el precio del servicio
    .short = precio
intent-contract-renew = renovar el contrato
    .short = renovar
intent-contract-clone = repetir el contrato para otro cliente
    .short = repetir
intent-contract-approve = aprobar el contrato
    .short = aprobar
intent-contract-enable = hacer empezar hoy el contrato
    .short = empezar hoy
intent-catalogue-create = crear un servicio del catálogo
    .short = nuevo servicio
intent-catalogue-edit = editar el servicio en el catálogo
    .short = editar servicio
intent-automation-choose = elegir qué factura las licencias
    .short = elegir
intent-automation-new = crear un contrato, o ponerle un servicio
    .short = nuevo
intent-automation-save = guardar la facturación de licencias
    .short = guardar
intent-automation-stop = detener la facturación de licencias
    .short = detener
intent-contract-settings-assign = dar un propietario al elemento
    .short = asignar
intent-contract-settings-activate = activar los contratos
    .short = activar
intent-contract-settings-validation = exigir contrato para las solicitudes, o no
    .short = validación
intent-outbox-cover = crear un contrato para la solicitud
    .short = crear contrato
intent-ticket-remind = recordar el contrato que falta
    .short = recordar
intent-outbox-remind = pedir otra vez un contrato a los administradores
    .short = pedir otra vez
context-billing = Facturación
context-client-billing = Facturación de un cliente
context-closing = Cierre de periodos
context-invoices = Facturas
context-invoice = Una factura
context-contracts = Contratos de un cliente
context-contract = Un contrato
context-automation = Facturación de licencias
context-contract-settings = Configuración de los contratos
context-reports = Informes

## Lo que está en curso
administration-create-contract = crear el contrato
administration-edit-contract = guardar el contrato
administration-renew-contract = renovar el contrato
administration-clone-contract = repetir el contrato
administration-add-contract-service = poner el servicio en el contrato
administration-change-units = cambiar las unidades
administration-change-price = cambiar el precio
administration-create-service = crear el servicio
administration-edit-service = guardar el servicio
administration-save-automation = guardar la facturación de licencias
administration-stop-automation = detener la facturación de licencias
administration-close-periods = cerrar los periodos
administration-activate-contracts = activar los contratos
administration-set-validation = cambiar la validación de contratos
administration-assign-item = dar un propietario al elemento
administration-approve-contract = aprobar el contrato
administration-enable-contract-now = hacer empezar el contrato
administration-cover-request = crear un contrato para la solicitud
administration-remind-of-contract = recordar un contrato que falta

## Todos los clientes
billing-title = Facturación
billing-not-billed = no facturado
billing-sums = este periodo { $total } · antes { $before } · { $change }
billing-to-close = { $count ->
    [one] 1 periodo por cerrar
   *[other] { $count } periodos por cerrar
 }
billing-not-billed-count = { $count } sin facturar ({ $key })
billing-no-clients = Aquí ningún cliente tiene aún contratos ni licencias.
billing-all-billed = Aquí se factura todo.
billing-column-total = Periodo
billing-column-before = Antes
billing-column-change = Cambio
billing-column-why = Por qué
billing-column-what = Qué
billing-column-from = Desde
billing-column-units = Unid.
billing-column-days = Días
billing-column-amount = Importe
billing-not-billed-line = Sin facturar: { $what }: { $why }
billing-time = tiempo de soporte
billing-licences = licencias de Taskfire
billing-warning-automation-expired = «{ $contract }» terminó el { $date }: nadie factura { $count } licencias. Elija otro contrato; Taskfire sigue funcionando.
billing-warning-automation-ends = «{ $contract }» termina en { $count } días ({ $date }). Después no se factura nada; Taskfire sigue funcionando. Renuévelo, o elija otro.
billing-warning-ends = «{ $contract }» termina en { $count } días ({ $date }). Renuévelo si ha de continuar.
billing-warning-hours = { $count ->
    [0] Las horas de «{ $contract }» están agotadas. Acuerde más, o habrá trabajo sin cubrir.
   *[other] A «{ $contract }» le quedan { $hours }. Acuerde más antes de que se agoten.
 }
billing-warning-to-close = { $count ->
    [one] Un periodo ha terminado y no está cerrado. C lo cierra.
   *[other] { $count } periodos han terminado y no están cerrados. C los cierra.
 }
billing-warning-no-automation = Nadie factura { $count ->
    [one] una licencia
   *[other] { $count } licencias
 }: la automatización se detuvo. Elija un contrato.
billing-warning-not-dedicated = «{ $contract }» factura las licencias y lleva también otros servicios. Reserve un contrato solo para las licencias.
billing-difference-added = { $count ->
    [one] una más
   *[other] { $count } más
 } desde { $date }
billing-difference-removed = { $count ->
    [one] una menos
   *[other] { $count } menos
 } desde { $date }
billing-difference-whole = lo que cambió en el periodo anterior cuenta ahora entero
billing-difference-price = otro precio
billing-difference-began = empezó el { $date }
billing-difference-ended = terminó el { $date }
billing-difference-corrected = se corrige un periodo cerrado
billing-difference-where-it-begins = cuenta en el mes en que empieza su período
billing-unbilled-no-automation = { $count ->
    [one] una licencia
   *[other] { $count } licencias
 }, la automatización está desactivada
billing-unbilled-expired = el contrato terminó el { $date }
billing-unbilled-pending = el contrato empieza el { $date }
billing-unbilled-not-approved = el contrato no está aprobado
billing-unbilled-own = nuestra propia empresa, sin coste
billing-unbilled-no-units = el servicio no tiene unidades
billing-unbilled-no-price = el precio es 0
billing-unbilled-uncovered = { $hours } que ningún contrato cubrió

## Un cliente
client-billing-title = Facturación · { $company }
billing-open-until = abierto, cierra tras { $date }
billing-open = abierto
billing-closed = cerrado
billing-contracts = CONTRATOS
billing-no-contracts = Aún no hay contratos; c crea uno.
billing-this-period = ESTE PERIODO
billing-that-period = AQUEL PERIODO
billing-this-period-pick = este periodo
billing-period-title = Qué periodo
billing-twelve-months = DOCE MESES
billing-no-lines = En este periodo no se factura nada.
billing-running = { $total }, que cuenta en el mes del { $date } y en ningún otro
billing-line-base = unidades mantenidas
billing-line-increase = { $count ->
    [one] +1 unidad
   *[other] +{ $count } unidades
 }
billing-line-decrease = { $count ->
    [one] −1 unidad
   *[other] −{ $count } unidades
 }
billing-licences-base = licencias mantenidas
billing-licences-increase = { $count ->
    [one] +1 licencia
   *[other] +{ $count } licencias
 }
billing-licences-decrease = { $count ->
    [one] −1 licencia
   *[other] −{ $count } licencias
 }
billing-line-correction = corrección
billing-so-far = consumido hasta ahora
billing-sum = suma
billing-forecast = previsión { $total } si nada cambia; antes { $before }, después { $next }
billing-was = { $total }; antes { $before }, después { $next }
billing-no-events = se mantiene desde antes de este periodo
billing-event-given = { $who } dio a { $person } el nivel { $level }
billing-event-taken = { $who } quitó a { $person } el nivel { $level }
billing-event-by-hand = { $who } cambió las unidades en { $count }
billing-event-usage = el consumo cambió las unidades en { $count }
billing-event-began = { $who } hizo que este servicio facturara las licencias
billing-event-ended = { $who } hizo que este servicio dejara de facturar las licencias
billing-event-ended-by-nobody-known = este servicio dejó de facturar las licencias; aún no se guardaba quién lo terminó
billing-event-corrected = el periodo cerrado resultó después en otra cosa
billing-event-days = { $who } cambió los días del contrato
billing-corrects = { $first } – { $last }: ahora { $now }, se facturaron { $billed }
billing-changes-title = Qué cambió
billing-period-before = el periodo anterior
billing-period-now = este periodo
billing-export-title = Exportar las líneas
billing-hours = { $hours } h
paper-txt = texto, legible en cualquier parte
paper-html = HTML, para imprimir o guardar como PDF
paper-csv = CSV, para hojas de cálculo y contabilidad
paper-json = JSON, para programas

## Lo que se escribe
billing-day-needed = Escriba un día, como 2026-12-01.
billing-price-wrong = Escriba un precio, 0 o más, con cuatro decimales como máximo: 18,50.
billing-price-too-high = Un precio es como máximo 9.999.999,9999.
billing-units-wrong = Escriba un número entero.
billing-hours-wrong = Escriba un número de horas hasta 100000, como 40 o 40,5.
billing-days-wrong = Escriba un número de días, como 30.

## Cierre
closing-title = Cerrar periodos de facturación
closing-title-company = Cerrar periodos de facturación · { $company }
closing-nothing = Ningún periodo que termine hasta { $date } está abierto: no hay nada que cerrar.
closing-left-out = { $client } queda fuera: lo que está abierto hasta entonces suma más de lo que cabe en una factura. Cierre primero sus períodos hasta un día anterior.
closing-through = Hasta
closing-through-title = Cerrar los periodos que terminan hasta un día
closing-through-about = Todos los periodos que terminan ese día o antes. El día tiene que haber pasado.
closing-through-verb = mostrar
closing-sums = Hasta { $date }: { $periods ->
    [one] 1 periodo
   *[other] { $periods } periodos
 }, { $invoices ->
    [one] 1 factura
   *[other] { $invoices } facturas
 }, { $total }.
closing-for-good = Un periodo cerrado no cambia nunca. Lo que se descubra después se factura como corrección en el siguiente.
closing-type-day = Escriba { $date }
closing-other-day = Escriba { $date } para cerrar estos periodos.
closing-verb = cerrar para siempre
closing-done = Cerrado hasta { $date }: { $periods ->
    [one] 1 periodo
   *[other] { $periods } periodos
 }, { $invoices ->
    [one] 1 factura
   *[other] { $invoices } facturas
 }, { $total }.

## Facturas
invoice = Factura
invoices-title = Facturas
invoices-title-company = Facturas · { $company }
invoices-none = Aún no hay facturas.
invoice-number = Número
invoice-provider = De
invoice-company = Para
invoice-through = Hasta
invoice-closed-at = Hecha el
invoice-by = Cerrada por
invoice-sum = suma
invoice-total = total
invoice-export = Exportar la factura

## Contratos
contracts-title = Contratos · { $company }
contracts-none = Aún no hay contratos; N crea uno.
contract-column-name = Contrato
contract-column-sells = Incluye
contract-column-state = Estado
contract-column-left = Queda
contract-active = activo
contract-pending = pendiente
contract-expired = vencido
contract-recurring = recurrente
    .about = Servicios que se facturan periodo a periodo.
contract-per-request = una solicitud
    .about = Ayuda prepagada solo para esta solicitud, desde su apertura hasta su cierre.
contract-subscription = suscripción
    .about = Ayuda prepagada por un tiempo, sean cuantas horas sean.
contract-time-limited = limitada
    .about = Horas prepagadas que caducan el último día.
contract-support-hours = horas
    .about = Horas prepagadas que duran hasta agotarse.
contract-other = otro
contract-licences = licencias
contract-from = desde { $date }
contract-since = desde { $date }, sin fin
contract-days = { $count ->
    [one] 1 día
   *[other] { $count } días
 }
contract-no-end = sin fin
contract-kind-title = Qué tipo de contrato
contract-create-title = Nuevo contrato para { $company } · { $kind }
contract-create-verb = crearlo
contract-created = El contrato «{ $contract }» está creado.
contract-name = Nombre
contract-name-needed = Escriba un nombre.
contract-number = Número
contract-start = Primer día
contract-end = Último día
contract-ends-before = El último día es anterior al primero.
contract-anchor = Periodos
contract-anchor-calendar = por el calendario, desde el día 1
contract-anchor-start = desde el primer día del contrato
contract-hours = Horas
contract-renewal-notice = Días de aviso
contract-approved = Aprobado
contract-description = Descripción
contract-scope = Para
contract-scope-item = elemento
contract-scope-customer = persona
contract-scope-whole = el cliente entero
contract-title = { $contract } · { $company }
contract-used = { $used } de { $bought } usadas
contract-not-approved = Aún sin aprobar: vale en cuanto lo esté.
contract-approved-already = Este contrato ya está aprobado.
contract-is-approved = «{ $contract }» está aprobado.
contract-not-pending = Solo un contrato pendiente puede empezar hoy.
contract-enable-question = ¿Hacer empezar «{ $contract }» hoy en vez del { $date }? Las solicitudes que lo esperan se abren enseguida.
contract-is-enabled = «{ $contract }» empieza hoy.
contract-edit-title = Editar «{ $contract }»
contract-saved = «{ $contract }» está guardado.
contract-renew-title = Renovar «{ $contract }»
contract-renew-from = Sigue otro contrato con los mismos servicios desde el { $date }.
contract-renew-verb = renovar
contract-renewed = «{ $contract }» está renovado.
contract-renewed-already = Ya le sigue otro contrato.
contract-automation-follows = Las licencias las factura aún el contrato que este renueva: elija este para ello desde el { $date }.
contract-never-ends = Este contrato no tiene fin, así que no le sigue ninguno.
contract-months = Meses
contract-months-wrong = Escriba un número entero de meses, como 12.
contract-clone-title = Repetir «{ $contract }» para otro cliente
contract-clone-verb = repetirlo
contract-clone-whole = Para todo el cliente
contract-clone-scope = Aquí se aplica a { $name }, que no es de otro cliente. Diga que allí vale para todo el cliente; para un elemento o una persona de allí, cree un contrato nuevo.
contract-clone-whole-needed = Diga que allí vale para todo el cliente, o cree un contrato nuevo para un elemento o una persona.
contract-company-needed = Elija una empresa.
contract-cloned = «{ $contract }» está repetido para { $company }.
contract-no-services = No hay servicios en este contrato; N añade uno.

## Servicios
service = Servicio
service-title = Nuevo servicio del catálogo
service-verb = crearlo
service-made = El servicio «{ $name }» está en el catálogo.
service-name = Nombre
service-period = Se factura
service-price = Precio
service-column-price = Precio
service-price-here = Precio (si es otro)
service-units = Unidades
service-from = Desde
service-needed = Elija un servicio.
service-reserved = solo para la facturación de licencias
service-add-title = Poner un servicio en «{ $contract }»
service-add-verb = añadirlo
service-added = «{ $service }» está en «{ $contract }».
period-once = una vez
period-month = al mes
period-quarter = al trimestre
period-half-year = al semestre
period-year = al año
units-title = Unidades de { $service } ({ $count })
units-now = { $service } tiene hoy { $count ->
    [one] una unidad
   *[other] { $count } unidades
 }. Escriba cuántas más, o menos con un signo menos.
units-closed = Desde un día en un periodo cerrado, la diferencia se factura como corrección en el siguiente.
units-change = Cambio
units-from = Desde
units-note = Por qué
units-none = Escriba cuántas más o menos.
units-verb = cambiarlas
units-automated = La facturación de licencias fija estas unidades: siguen a las personas con nivel de Taskfire.
units-changed = { $service }: { $count } desde { $date }.
price-title = Precio de { $service } ({ $price })
price-next-period = { $service } cuesta ahora { $price }. Otro precio vale desde el próximo periodo.
price-verb = cambiarlo
price-changed = { $service } cuesta { $price } desde el próximo periodo.
price-coming = { $price } desde { $date }

## Facturación de licencias
automation-title = { $company } · facturación de licencias
automation-own = Nuestra propia empresa: sus licencias se cuentan y nunca se facturan.
automation-off = { $count ->
    [0] Aún no hay licencias, y nada las factura.
    [one] Una licencia, y nada la factura.
   *[other] { $count } licencias, y nada las factura.
 } Elija un contrato, después su servicio.
automation-total = { $count ->
    [one] 1 licencia
   *[other] { $count } licencias
 } × { $price } = { $total } al mes
automation-since = { $contract } · { $service }, desde { $date }
automation-until = hasta { $date }
automation-next = Desde { $date }: { $contract } · { $service }
automation-warning-contract-not-dedicated = Este contrato lleva también otros servicios. Reserve un contrato solo para las licencias.
    .short = lleva otros servicios
automation-warning-automation-contract-expired = El contrato ha terminado: no se factura nada hasta elegir otro. Taskfire sigue funcionando.
    .short = contrato vencido
    .word = vencido
automation-warning-automation-contract-ends-soon = El contrato termina pronto. Renuévelo, o elija otro.
    .short = el contrato vence pronto
automation-contract = Contrato
automation-service = Servicio
automation-from = Desde
automation-choose = elija
automation-service-waits = El servicio se elige en cuanto hay un contrato elegido.
automation-ended = terminó el { $date }
automation-from-title = Desde cuándo vale el cambio
automation-from-earliest = lo antes posible
automation-from-late = El contrato que factura ahora ha terminado. Si se deja vacío, este factura desde el día en que nada factura, hasta donde alcance su período.
automation-from-verb = elegirlo
automation-partial-month = El primer periodo no es un mes natural entero: corre desde el primer día del contrato.
automation-anchor-cure = Con periodos por el calendario, cada periodo es un mes natural, y el primero se factura por días.
automation-recommended = Recomendado
recommend-per-user = La automatización es para clientes que pagan por usuario.
recommend-flat-fee = Para una tarifa plana, use un contrato recurrente corriente sin automatización.
recommend-dedicated-contract = Reserve un contrato solo para las licencias.
recommend-dedicated-service = Reserve un servicio solo para las licencias, y nómbrelo así: «Taskfire License Fee».
automation-former = Antes
automation-contract-name = Licencias de Taskfire
automation-contract-title = Nuevo contrato para las licencias de { $company }
automation-contract-needed = Elija un contrato.
automation-saved = { $company }: { $count ->
    [one] 1 licencia
   *[other] { $count } licencias
 } × { $price } = { $total } al mes.
automation-is-off = Aquí nada factura las licencias, así que no hay nada que detener.
automation-stop-title = Detener la facturación de licencias de { $company } ({ $count })
automation-stop-about = Taskfire sigue funcionando para { $company }. Nadie factura sus { $count } licencias desde ese día.
automation-stop-from = Desde
automation-stop-verb = detenerla
automation-stopped = La facturación de licencias de { $company } está detenida.

## Configuración de los contratos
contract-settings-title = Configuración de los contratos
contract-settings-active = Contratos
contract-settings-validation = Las solicitudes exigen contrato
contract-settings-about-active = Los contratos están activos: deciden qué trabajo está cubierto.
contract-settings-about-ready = Cada elemento tiene propietario: se pueden activar los contratos.
contract-settings-assign-first = Dé primero un propietario a cada elemento; después se pueden activar los contratos.
contract-settings-ownerless = Elementos sin propietario: { $count }
contract-settings-all-owned = Cada elemento tiene propietario.
contract-settings-refused = Rechazadas por falta de contrato
contract-settings-refused-line = { $date } · { $company } · { $person } · { $item }
item-serial-number = Número de serie
activation-title = Activar los contratos
activation-option = Tiempo sin cubrir
activation-no-default = Elija una de las dos: no hay valor por defecto.
activation-verb = activar
activation-done = Los contratos están activos.
time-expired-rollover = trasladar
    .about = se aplica al próximo contrato
time-expired-ignore = dejar
    .about = queda sin cubrir
validation-question-on = ¿Aceptar solicitudes solo donde un contrato las cubra? Las demás se rechazan, y se avisa a sus administradores.
validation-question-off = ¿Aceptar también solicitudes sin contrato? Las que esperan uno se abrirán.
validation-is-on = Desde ahora las solicitudes exigen un contrato.
validation-is-off = Las solicitudes ya no exigen contrato.
assign-item-title = Propietario de { $item }
assign-item-contact = Persona (ninguna: la empresa entera)
assign-item-verb = asignar
assign-item-done = { $item } es de { $owner }.

## Los tickets y sus contratos
detail-contract = Contrato
detail-coverage = Cubierto
detail-held = En espera
coverage-left = quedan { $hours }
coverage-none = Ningún contrato cubre este ticket.
coverage-minutes = { $covered } cubiertas, { $uncovered } sin cubrir
coverage-carried = ; { $hours } de ellas pasan al próximo contrato
coverage-waiting = ; { $hours } de ellas esperan uno
coverage-held = ! en espera hasta que valga su contrato
coverage-held-by = ! en espera hasta que valga «{ $contract }» ({ $date })
coverage-held-client = ! ningún contrato cubre aún esta solicitud: { $provider } empieza cuando haya uno
remind-done = Recordado el contrato que falta: { $what }.
reason-reminds-provider = Ya se lo hemos pedido al proveedor; sus técnicos pueden recordar el contrato.
naming-none = ninguno
naming-covered = Cubierto por { $contract } ({ $to ->
    [item] para el equipo
    [customer] para la persona
   *[org_unit] para todo el cliente
}).
naming-uncovered = Ningún contrato lo cubre; las solicitudes se aceptan también sin uno.
naming-held = { $contract }: la solicitud espera hasta entonces.
naming-refused = Ningún contrato lo cubre: la solicitud se rechaza hasta que haya uno.
service-or-bundle = Servicio o paquete
service-is-bundle = Ponga el cursor en un servicio: un paquete se edita por las rutas de Autotask.
service-edit-title = Editar «{ $service }» en el catálogo
service-edit-about = Los contratos conservan sus precios.
service-on-invoice = En facturas
service-cost = Nos cuesta
service-active = A la venta
service-saved = «{ $name }» está guardado.
cover-title = Contrato para «{ $title }»
cover-about = Ningún contrato cubre esta solicitud. Se crea junto con el que haga aquí.
cover-about-there = Ningún contrato cubre esta solicitud. Cuando exista el que haga aquí, el cambio sigue por sí solo.
cover-form = Contrato
cover-verb = crear ambos
cover-done = La solicitud ya tiene un contrato.
reason-no-contract-missing = Este cambio no se rechazó por falta de contrato.

## Informes
reports-title = Informes · { $company }
report-blocks = INFORME DE BLOQUES DEL CLIENTE
report-invoices = INFORME DE FACTURAS
recent-invoices = Facturas recientes
report-bought = Comprado
report-used = Usado
report-no-blocks = No hay contratos prepagados.

## Por qué no
reason-not-at-billing = Abra primero la facturación: g b.
reason-not-at-closing = Abra primero el cierre de periodos.
reason-not-at-invoices = Abra primero las facturas.
reason-not-at-contracts = Abra primero los contratos de un cliente.
reason-not-at-contract = Abra primero un contrato.
reason-not-at-automation = Abra primero la facturación de licencias de un cliente.
reason-not-at-contract-settings = Abra primero la configuración de los contratos.
reason-no-client = Elija primero un cliente: en las empresas o en la facturación.
reason-no-reports = Su nivel no lee informes.
reason-provider = Solo el personal del proveedor puede hacerlo.
