# Lo que dice la consola. Las claves empiezan por la parte de la pantalla a la que pertenecen.

## Tiempos
age-minutes = { $minutes } m
age-hours = { $hours } h { $minutes }
age-days = { $days } d
age-late = -{ $age }
age-now = ahora
day-mon = lun
day-tue = mar
day-wed = mié
day-thu = jue
day-fri = vie
day-sat = sáb
day-sun = dom
month-1 = ene
month-2 = feb
month-3 = mar
month-4 = abr
month-5 = may
month-6 = jun
month-7 = jul
month-8 = ago
month-9 = sep
month-10 = oct
month-11 = nov
month-12 = dic

## Los dos lados de un ticket
sides-autotask = AUTOTASK
sides-taskfire = TASKFIRE
sides-has-the-ticket = tiene el ticket

## Listas
list-arrived = { $count } nuevos, { $key } los muestra
list-empty = Aquí no hay nada.
list-more = { $count } más

## La pantalla misma
screen-too-small = Tandem necesita 60 columnas y 20 filas; este terminal tiene { $columns } y { $rows }.

## Portapapeles
clipboard-sent = Enviado a su terminal: { $text }
paste-ignored = No se pegó nada: aquí no hay ningún cuadro de texto abierto.

## Vistas, colas, listas
heading-views = VISTAS
heading-queues = COLAS
heading-shared = TASKFIRE (compartido)
heading-provider = PROVEEDOR
view-next = Lo siguiente
view-mine = Mis tickets
view-mine-late = Míos, atrasados
view-unassigned = Sin asignar
view-back-from-client = De vuelta del cliente
view-back-from-provider = De vuelta
view-open = Todas las solicitudes de { $company }
view-everything = Todos los tickets
shared-with = Con { $name }
sort-title = Ordenar por
order-due = vencimiento
order-priority = prioridad
order-created = creación
order-changed = último cambio
order-statuses = nuestro estado
order-title = título
order-number = número
order-company = empresa
order-contact = contacto
order-assignee = asignado
order-queue = cola
sort-too-many = solo hasta { $most } tickets
list-not-by = El servidor no puede ordenar así más de { $most } tickets ({ $order }); están ordenados por { $shown }. Para ese orden, acote la búsqueda.
filter-asks-server = Se pregunta al servidor, también por lo cerrado.
mark-all-question = ¿Marcar { $count } tickets? Como mucho se marcan { $most } a la vez.
marks-refused = { $count } tickets no pueden participar; los mensajes dicen por qué en cada uno.

## Por qué algo no se puede pedir ahora
reason-no-ticket = Aquí no hay ningún ticket.
reason-one-at-a-time = Esto va de un ticket en un ticket; quite primero las marcas.
reason-not-signed-in = Nadie ha iniciado sesión todavía.
reason-nothing-arrived = No llegó nada nuevo desde que se muestra esta lista.
reason-nothing-marked = No hay ningún ticket marcado.
reason-no-such-view = Ninguna vista tiene esta cifra. Al guardar la lista como vista se le puede dar.

## Cambios en camino
change-queued = { $count ->
    [one] En cola; se envía en cuanto la línea lo permita.
   *[other] { $count } cambios en cola; se envían en cuanto la línea lo permita.
 }
change-settled = { $number }: el servidor lo tiene ({ $act }).
change-stopped = { $number }: un cambio fue rechazado y espera su decisión en la bandeja de salida.
quit-question = { $count ->
    [one] Un cambio aún no se envió. Se conserva y se envía cuando Tandem vuelva a funcionar. ¿Salir?
   *[other] { $count } cambios aún no se enviaron. Se conservan y se envían cuando Tandem vuelva a funcionar. ¿Salir?
 }

## Lo que se comunicó
notice-ticket_created = { $number } es nuevo. { $text }
notice-escalated = { $number } le fue escalado. { $text }
notice-transferred = { $number } le fue entregado. { $text }
notice-declined = { $number } fue rechazado. { $text }
notice-recalled = { $number } fue recuperado. { $text }
notice-assigned = { $number } es suyo ahora. { $text }
notice-status_changed = { $number } tiene otro estado. { $text }
notice-completion_carried_over = { $number } se completó, y su lado con él. { $text }
notice-reopened = { $number } se reabrió. { $text }
notice-public_note = { $number } tiene una nota nueva. { $text }
notice-internal_note = { $number } tiene una nota interna nueva. { $text }

## Contextos, en la ayuda
context-always = En todas partes
context-global = En todas partes menos donde se escribe
context-moving = Moverse
context-queues = Vistas y colas
context-list = Lista
context-ticket = El ticket bajo el cursor, o todos los marcados
context-reading = Ticket abierto
context-outbox = Bandeja de salida
context-editing = Editar cualquier texto
context-text = Un texto de varias líneas
context-filter = La línea de filtro
context-empty-filter = La línea de filtro vacía
context-form = Un diálogo
context-pick = Una lista para elegir
context-status = Los estados de nuestro lado
context-confirm = Una pregunta
context-palette = La paleta
context-help = Ayuda

## La línea al servidor
line-live = en línea
line-connecting = conectando
line-offline = sin línea
line-as-of-connecting = a las { $time } · conectando
line-as-of-offline = a las { $time } · sin línea
line-filling = primera copia: filas
line-unsent = { $count } sin enviar
line-nothing-unsent = todo enviado
line-stopped = ! { $count ->
    [one] uno le espera
   *[other] { $count } le esperan
 }
line-help = { $key } ayuda

## Cabecera y columnas de la lista
list-sorted = por { $order } { $arrow }
list-total = { $count ->
    [one] 1 ticket
   *[other] { $shown } tickets
 }
list-marked = { $count } marcados
list-loading = Leyendo …
list-filter-unclear = Este filtro no se entiende.
list-nothing-fits = Nada encaja con este filtro. { $back } muestra otra vez toda la lista.
column-number = Número
column-title = Título
column-company = Empresa
column-contact = Contacto
column-autotask = Autotask
column-taskfire = Taskfire
column-assignee = Asignado
column-priority = P
column-priority-long = Prioridad
column-due = Vence
column-queue = Cola
column-created = Creado
column-changed = Cambio

## La vista previa
preview-has-it = lo tiene { $name }
preview-opened = abierto { $time }
preview-closed = cerrado { $time }
preview-due = resolver antes de { $time } ({ $age })
preview-said-to-both = { $time } { $name } ({ $side }), a los dos: { $text }
preview-said-internally = { $time } { $name } ({ $side }), interno: { $text }

## Lo que flota
queues-title = Vistas y colas
palette-title = Todo
help-title = Teclas que sirven aquí
log-title = Mensajes
log-empty = Todavía no se dijo nada.
confirm-title = ¿Seguro?

## La bandeja de salida
outbox-title = Bandeja de salida · { $count ->
    [0] todo enviado
    [one] 1 cambio
   *[other] { $count } cambios
 }
outbox-empty = Todo está enviado.
outbox-state = Situación
outbox-act = Qué
outbox-queued = en cola
outbox-sending = enviando
outbox-stopped = detenido
outbox-written = escrito { $time }
outbox-followers = { $count ->
    [one] Un cambio posterior de este ticket lo espera.
   *[other] { $count } cambios posteriores de este ticket lo esperan.
 }
conflict-title = Este cambio se detuvo
discard-question = ¿Descartar «{ $act }» en { $number }? Lo escrito queda como borrador.
discard-all-question = ¿Descartar «{ $act }» en { $number } y { $followers ->
    [one] el cambio que lo sigue
   *[other] los { $followers } cambios que lo siguen
 }? Lo escrito queda como borradores.
stopped-stale = El ticket cambió entretanto.
reason-not-stopped = Solo un cambio detenido se puede hacer de todos modos; este va solo.
reason-no-change = Aquí no hay ningún cambio.
reason-on-its-way = Este cambio está en camino; su respuesta decide.
reason-no-followers = Ningún cambio posterior de este ticket espera a este.
act-create = crear «{ $what }»
act-edit = editar campos
act-assign = asignar a { $what }
act-status = poner nuestro estado en { $what }
act-priority = poner nuestra prioridad en { $what }
act-queue = mover a { $what }
act-note = respuesta: { $what }
act-note-internal = nota interna: { $what }
act-time = registrar { $what } de tiempo
act-escalate = escalar { $what }
act-transfer = transferir al cliente { $what }
act-decline = rechazar: { $what }
act-recall = recuperar { $what }
act-complete = completar { $what }
act-reopen = reabrir
act-add-secondary = añadir un ayudante
act-remove-secondary = quitar un ayudante
act-attach = adjuntar { $what }
act-tick = marcar un punto de la lista de control
act-untick = desmarcar un punto de la lista de control
become-title = Ser
level-provider_admin = administrador de Autotask
level-provider_tech = técnico de Autotask
level-taskfire_administrator = administrador de Taskfire
level-taskfire_resource = recurso de Taskfire
level-portal_manager = gestor del portal
level-portal_advanced = portal avanzado
level-portal_basic = portal básico

## Los campos, como se llaman
field-title = Título
field-description = Descripción
field-resolution = Solución
field-issueType = Tipo de solicitud
field-item = Equipo
field-configurationItemID = Equipo registrado
field-contractID = Contrato
field-contactID = Contacto
field-companyID = Empresa
field-dueDateTime = Vence
field-holder = Quién lo tiene
field-status = Estado de Autotask
field-taskfireStatus = Estado de Taskfire
field-queueID = Cola de Autotask
field-taskfireQueueID = Cola de Taskfire
field-priority = Prioridad de Autotask
field-taskfirePriority = Prioridad de Taskfire
field-assignedResourceID = Asignado en Autotask
field-taskfireAssignedContactID = Asignado en Taskfire
field-assignee = Asignado
field-text = Texto
field-reason = Motivo
field-minutes = Minutos
field-summary = Resumen
field-internalNotes = Notas internas

## Iniciar sesión
sign-in-needed = La sesión terminó: inicie sesión otra vez para que se envíe lo pendiente.
line-sign-in = sin sesión
reason-signed-in = Ya ha iniciado sesión.

## Empresas
company-unknown = el cliente
companies-several = sus clientes
notice-taskfire_disabled = Se desactivó Taskfire en { $text }.
notice-held_for_contract = Esta solicitud espera a que su contrato esté activo.
notice-contract_reminder = { $number } sigue esperando su contrato.
notice-contract_wanted = Se rechazó una solicitud de { $text } por falta de contrato.
notice-contract_made = Ya existe el contrato que le faltaba a { $text }: intente la solicitud otra vez.
notice-request_created = Se creó con un contrato propio la solicitud de { $text } a la que le faltaba uno.
notice-contract_not_required = Las solicitudes de { $text } ya no necesitan contrato: intente la solicitud otra vez.
notice-automation_contract_expired = El contrato que factura las licencias de { $text } ha vencido: hay que elegir otro.
notice-contract_renewal_due = Un contrato vence pronto y hay que renovarlo: { $text }.
notice-webhook_failing = El webhook { $text } no se puede entregar; se sigue intentando.
notice-webhook_switched_off = El webhook { $text } se ha desactivado: no se pudo entregar durante un día. Lo pendiente se conserva.
palette-nothing = Nada se llama así.
pick-nothing = Nadie ni nada se llama así.

back-nowhere = No hay nada detrás de esta lista; { $key } sale de Tandem.
next-none = Nada le espera.
reason-next-technician = Solo quien trabaja tickets tiene un siguiente.
key-none = (ninguna tecla para { $intent })
read-only-refused = Tandem se inició con --read-only, así que desde aquí no se cambia nada; inícielo sin esa opción para hacerlo.
line-read-only = solo lectura
config-mistakes-title = { $count ->
    [one] Un error en su configuración
   *[other] { $count } errores en su configuración
 }
config-mistakes-about = Lo que se entendió vale. Corrija el resto en su editor; { $key } lee los archivos otra vez.
config-read-done = Su configuración vale tal como está en { $file }.
config-needs-restart = Otro servidor, otras carpetas y el ratón valen desde el próximo inicio.
key-unbound = { $key } no hace nada aquí; { $help } muestra las teclas.
change-waits = { $count ->
    [one] En cola tras un cambio que espera su decisión en la bandeja de salida.
   *[other] { $count } cambios en cola, algunos tras uno que espera su decisión en la bandeja de salida.
 }
change-settled-several = El servidor tiene { $count } cambios de esta clase, el último: { $act }.
due-closed = cerrado
preview-due-then = resolver antes de { $time }
help-marks = Marcas de los tickets
mark-holds = este lado tiene el ticket
mark-cursor = bajo el cursor; en un ticket abierto: lo tiene este lado
mark-marked = marcado
mark-unsent = tiene cambios que aún no se enviaron
mark-marked-unsent = marcado, y tiene cambios que aún no se enviaron
mark-warning = un cambio suyo fue rechazado y espera su decisión
mark-draft = tiene texto suyo a medio escribir

product-portal = Portal
view-my-requests = Mis solicitudes
view-my-requests-all = También cerradas

## Salida sencilla
plain-ticket = Ticket { $position } de { $total }, { $number }
plain-ticket-somewhere = Ticket { $number }
plain-autotask = Autotask: { $status }
plain-taskfire = Taskfire: { $status }
plain-priority = Prioridad { $rank }
plain-due = Vence { $at }
plain-late = Con retraso, vencía { $at }
plain-no-due = Sin plazo
plain-holder = tiene el ticket
plain-none = ninguno
plain-marked = Marcado
plain-unsent = Aún sin enviar
plain-marked-unsent = Marcado, aún sin enviar
plain-stopped = Un cambio está detenido
plain-attention = Atención
plain-draft = Tiene un texto a medio escribir
plain-unread = Sin leer
plain-shown = Se muestra:
plain-becomes = pasa a
plain-done = hecho
plain-ticked = marcada
plain-not-ticked = sin marcar
plain-ascending = ascendente
plain-descending = descendente
plain-keys = Teclas: { $keys }

## Cronómetro y día
stopwatch-top = { $time } { $number }
stopwatch-runs = cronómetro { $time }
stopwatch-stands = cronómetro parado en { $time }
stopwatch-since = desde { $time }
stopwatch-started = El cronómetro de { $number } está en marcha.
stopwatch-changed = El cronómetro de { $number } está en marcha; el de { $other } queda en { $time }.
stopwatch-stopped = El cronómetro de { $number } queda en { $time }. Se ofrece al registrar tiempo.
stopwatch-none = No hay nada en el cronómetro de { $number }.
stopwatch-drop = ¿Descartar { $time } del cronómetro de { $number }?
today-title = Hoy, { $day }
today-sums = registrado { $logged } · cronómetro { $timed } · huecos { $gaps }
today-nothing = Hoy no se ha registrado nada y no hay ningún cronómetro en marcha.
today-gap = nada registrado
today-sometime = sin hora
today-running = cronómetro:
today-standing = cronómetro, sin registrar:

## Vistas guardadas y columnas
view-open-saved = abrir { $name }
view-title = Guardar esta lista como vista
view-name = Nombre
view-digit = Cifra
view-save = guardar la vista
view-name-wrong = Una vista necesita un nombre de { $most } letras como máximo.
view-digit-wrong = Una cifra del 1 al 9, o nada.
view-name-taken = { $name } ya es otra vista. Elija otro nombre; para cambiar aquella, ábrala y guárdela desde allí.
view-digit-taken = { $digit } ya abre { $name }. Elija otra cifra, o ninguna.
view-replace = ¿Guardar { $name } tal como está la lista ahora? Lo que era hasta ahora se pierde.
view-saved = { $name } está en { $file }; se comparte compartiendo sus líneas.
columns-title = Columnas de la lista
columns-show = mostrar estas
columns-always = El título y ambos estados están siempre.

## Macros
macro-none = Todavía no hay macros. Escríbalas en { $file }; README.md muestra cómo.
macro-title = Macro para { $what }
macro-steps = { $count ->
    [one] un paso
   *[other] { $count } pasos
 }
macro-preview = { $refused ->
    [0] { $name } en { $what }
   *[other] { $name } en { $what }; no en { $refused } de ellos
 }
macro-texts-of = Los textos tal como quedan para { $number }.
macro-run = ejecutar

editor-not-set = no hay ningún editor configurado: ponga VISUAL o EDITOR, por ejemplo `export EDITOR=nano`
editor-not-found = no hay ningún editor `{ $command }` aquí: ponga en VISUAL o EDITOR uno que esté instalado
editor-failed = `{ $command }` terminó con { $code }, así que el texto quedó como estaba
editor-killed = `{ $command }` fue terminado desde fuera, así que el texto quedó como estaba
editor-too-large = lo que dejó `{ $command }` pasa de 1 MiB, así que el texto quedó como estaba
editor-no-text = lo que dejó `{ $command }` no es UTF-8, así que el texto quedó como estaba
editor-unusable = no se pudo usar el editor: { $reason }
clipboard-too-long = { $bytes } bytes son más de lo que admite un terminal ({ $most })
