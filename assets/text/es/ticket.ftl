# Lo que dice el ticket abierto, y los diálogos de todo lo que se puede hacer con él.

## Su cabecera
ticket-position = { $position } de { $total }
ticket-loading = Leyendo …
ticket-gone = Este ticket ya no está: se eliminó, o usted ya no puede verlo.
ticket-since = desde { $at }
ticket-owner = (responsable)
ticket-nobody = nadie todavía
ticket-responded = respondido { $at } ✓
    .short = respondido ✓
ticket-resolve-by = resolver antes de { $at }
    .short = antes de { $at }
ticket-private = sin parte en él: { $company } lo guarda para sí
ticket-archive = archivo: Taskfire está apagado en { $company }, solo se puede leer
ticket-not-transferred = todavía sin parte en él
ticket-no-taskfire = sin parte en él: { $company } no tiene Taskfire

## Qué haría completar en el otro lado
completes-closed = cerrado { $at } por { $side }
completes-synced-you = Si usted completa: { $side } pasa también a Complete
    .short = usted completa: aquí también
completes-synced-other = Si { $name } completa: { $side } pasa también a Complete
    .short = { $name } completa: aquí también
completes-synced-only = Solo si { $name } completa, también { $side }
    .short = solo con { $name }: aquí también
completes-synced-anybody = Complete quien complete: { $side } pasa también a Complete
    .short = al completar: aquí también
completes-stays-you = Si usted completa: { $side } sigue en { $status }
    .short = usted completa: aquí nada
completes-stays-other = Si { $name } completa: { $side } sigue en { $status }
    .short = { $name } completa: aquí nada
completes-stays-anybody = Complete quien complete: { $side } sigue en { $status }
    .short = al completar: aquí nada
completes-already-you = { $side } ya está completo
    .short = ya completo
completes-already-other = { $side } ya está completo
    .short = ya completo
completes-already-anybody = { $side } ya está completo
    .short = ya completo
completes-unknown-you = Si usted completa: sobre { $side } decide el servidor
    .short = usted completa: decide el servidor
completes-unknown-other = Si { $name } completa: sobre { $side } decide el servidor
    .short = { $name } completa: decide el servidor
completes-unknown-anybody = Complete quien complete: sobre { $side } decide el servidor
    .short = al completar: decide el servidor

## Sus partes
part-conversation = Conversación
part-time = Tiempo
part-history = Historial
part-related = Anexos
part-details = Detalles
ticket-arrived = { $count } nuevos abajo
ticket-no-conversation = Todavía no se escribió nada.
ticket-no-time = Todavía no se registró tiempo.
ticket-no-history = Todavía no pasó nada.
ticket-no-related = No hay lista de control ni archivos.
related-important = importante
related-internal = solo para nuestro lado
related-sent = { $percent } % enviado
ticket-folded = { $count ->
    [one] ▸ 1 línea citada
   *[other] ▸ { $count } líneas citadas
 }
ticket-new-entry = nuevo
ticket-written-at = (escrito { $at })
ticket-resolution = dio la solución
ticket-internal-notes = interno:
readers-both = lo leen los dos lados
readers-contact = lo lee { $company } en el portal
readers-company = lo leen todos en { $company }
readers-internal = interno, solo nosotros
delivery-queued = en cola, aún sin enviar (~)
delivery-stopped = no aceptado, le espera a usted (!)
handover-escalated = lo escaló
handover-transferred = lo transfirió
handover-declined = lo rechazó
handover-recalled = lo recuperó

## Historial
history-nothing = –
history-created = lo creó
history-autotask-status = estado de Autotask: { $before } → { $after }
history-taskfire-status = estado de Taskfire: { $before } → { $after }
history-assigned = asignado en { $side }: { $before } → { $after }
history-moved = cola de { $side }: { $before } → { $after }
history-prioritised = prioridad de { $side }: { $before } → { $after }
history-edited = { $field }: { $before } → { $after }
history-rewritten = { $field } reescrito
history-escalated = lo escaló a Autotask
history-transferred = lo transfirió a Taskfire
history-declined = lo rechazó
history-recalled = lo recuperó
history-closed = lo cerró
history-reopened = lo reabrió
history-secondary-added = ayudante añadido: { $after }
history-secondary-removed = ayudante quitado: { $before }

## Detalles
detail-number = Número
detail-title = Título
detail-company = Empresa
detail-contact = Contacto
detail-request-type = Tipo de solicitud
detail-item = Equipo
detail-due = Resolver antes de
detail-holder = Tiene el ticket
detail-autotask = Autotask
detail-taskfire = Taskfire
detail-status = { $status } desde { $since }
detail-secondaries = Ayudantes
detail-created = Creado
detail-created-by = { $at } por { $name }
detail-first-response = Primera respuesta
detail-completed = Autotask completo
detail-closed = Cerrado
detail-description = Descripción
detail-resolution = Solución

## Escribir
compose-both = Respuesta a los dos lados
compose-reading = Lo que está a medio escribir aquí para los otros aún se está leyendo. Los lectores siguen siendo los mismos.
compose-other-kept =
    { $audience ->
        [internal] Una nota interna
       *[public] Una respuesta
    } también está a medio escribir aquí, así que esto sigue como está. { $leave } lo conserva, { $open } lleva a lo otro.
compose-in-doubt = Aún no enviado, pues los lectores siguen siendo: { $readers }. Envíe otra vez si los quiere a ellos.
compose-contact = Respuesta, la lee { $company }
compose-company = Respuesta, la leen todos en { $company }
compose-internal = Nota interna, solo nosotros
compose-several = Respuesta en { $count } tickets
compose-internal-several = Nota interna en { $count } tickets, solo nosotros
compose-arrived = { $count } nuevos desde que empezó
compose-send = enviar
    .short = enviar
compose-editor = editor
    .short = editor
compose-internal-instead = mejor interno
    .short = interno
compose-public-instead = mejor a los dos lados
    .short = público
compose-keep = guardar como borrador
    .short = guardar
paste-cut = Se omitió el final de lo pegado: ningún texto pasa de 32.000 caracteres.

## Diálogos
form-next = campo siguiente
dialog-leave = dejarlo como está
dialog-keep = guardar como borrador
dialog-tickets = { $count } tickets
dialog-several = { $verb }: { $count ->
    [one] 1 ticket
   *[other] { $count } tickets
 }{ $refused ->
    [0] {""}
   *[other] , no { $refused }
 }
dialog-complete = Completar { $what }
dialog-hand-over = { $what }: { $verb }
dialog-decline = Rechazar { $what }
dialog-recall = Recuperar { $what }
dialog-time = Tiempo en { $what }
dialog-attach = Adjuntar un archivo a { $what }
attach-path = Ruta del archivo
attach-internal = Solo para nuestro lado
attach-no-path = Indique la ruta del archivo.
attach-no-file = { $path } no es un archivo.
attach-too-large = { $path } supera { $most } MiB, lo máximo que se puede adjuntar.
attach-done = { $name } espera su envío; se tomó tal como está ahora.
dialog-edit = Editar { $what }
dialog-create = Ticket nuevo
dialog-status = Nuestro estado de { $what }
dialog-reason = Motivo, lo leen los dos lados
dialog-reason-offered = Motivo, si quiere
dialog-stopwatch = Del cronómetro
dialog-spent = Tiempo empleado
dialog-day = Día
dialog-today = hoy
dialog-summary = Resumen
dialog-internal-notes = Notas internas
dialog-priority = Prioridad
dialog-queue = Cola
take-already = { $number } ya es suyo.
edit-nothing = No se cambió nada.

## Varios a la vez
verb-status = poner { $status }
verb-priority = poner P{ $rank }
verb-move = mover a { $queue }

## Lo que se puede elegir
pick-now = ahora
pick-me = yo
pick-nobody = nadie
pick-open-tickets = { $count } abiertos
pick-priority = Nuestra prioridad de { $what }
pick-queue = Nuestra cola de { $what }
pick-assignee = Quién va a trabajar en { $what }
pick-helper = Quién va a ayudar
pick-helper-to-remove = Quién deja de ayudar
pick-file = Qué archivo se guarda aquí
pick-item = Qué punto está hecho, o al final no
pick-no-file = Este ticket no tiene ningún archivo. Adjuntar añade uno.
pick-no-item = Este ticket no tiene lista de control.
save-file = Guardar { $name } como

## La ficha
card-title = Puesto
card-phone = Teléfono
card-mobile = Móvil
card-email = Correo
card-level = Puede
card-other-tickets = Sus tickets
card-no-contact = no se nombra a nadie
card-parent = Parte de
card-city = Lugar
card-taskfire-on = activado
card-taskfire-off = desactivado
card-open-tickets = Todos los tickets
level-provider-admin = Administrador del proveedor
level-provider-tech = Técnico
level-taskfire-administrator = Administrador de Taskfire
level-taskfire-resource = Recurso de Taskfire
level-portal-manager = Gestor del portal
level-portal-advanced = Portal avanzado
level-portal-basic = Portal básico

## Deshacer
undo-title = Deshacer: { $act } ({ $number })
undo-back = { $act } ya está enviado. Ahora en su lugar: { $back }
undo-verb = deshacerlo
undo-discard = ¿Descartar lo que aún no se envió: { $act } ({ $number })? Lo escrito queda como borrador.
undo-opposite = Todo en { $number } está enviado, así que esto es lo contrario.
undo-nothing = Todo en { $number } está enviado y no tiene contrario. Cámbielo de nuevo con su propia tecla.
undo-changed = { $number } se cambió de nuevo después de lo suyo ({ $act }), así que no se deshace nada. Cámbielo con su propia tecla.

## Qué sigue
why-synced = usted es responsable; { $company }: los dos se completan juntos
why-synced-nobody = nadie está asignado, así que usted cuenta como responsable; { $company }: los dos se completan juntos
why-setting-off = { $company } completa cada lado por separado
why-not-owner = queda: el responsable es { $name }, no usted
why-not-holder = queda: el ticket lo tiene { $holder }
why-already-complete = ya está completo
why-server-decides = decide el servidor
why-server-chooses = el servidor elige la cola
why-goes-to = va a { $place }

## Lo que se escribe
moment-unreadable = { $word } no es un día ni una hora; por ejemplo fri 15:00, +2d, 2026-11-27 12:00
moment-no-such-time = ningún reloj marca { $word }
moment-no-such-day = ningún calendario tiene { $word }
work-unreadable = { $word } no es un tiempo empleado; por ejemplo 45m, 1:15, 0.75, 9-10:30
work-nothing = eso no es tiempo alguno
work-too-long = más de un día; 90m son noventa minutos

## Por qué no
reason-no-open-ticket = No hay ningún ticket abierto; { $key } abre el que está bajo el cursor.
reason-last-ticket = Este es el último ticket de la lista.
reason-first-ticket = Este es el primer ticket de la lista.

## Qué siguió
settled-closed = { $number } está completo y cerrado.
settled-synced = { $number } está completo, y { $side } con él.
settled-not-owner = { $number } está completo en nuestro lado. { $side } queda como está: usted no es responsable del ticket.
settled-setting-off = { $number } está completo en nuestro lado. { $side } queda como está: cada lado se completa por separado.
settled-already = { $number } está completo en nuestro lado; { $side } ya lo estaba.
settled-handed-over = { $number } lo tiene ahora { $side }.

history-taskfire-disabled = desactivó Taskfire
dialog-more = Hasta la línea { $last } de { $count }; { $down } y { $up } muestran las demás.
dialog-reopen = Reabrir { $what }

pick-somebody = alguien

compose-public-only = En el portal los dos lados leen todo lo que usted escribe.
dialog-request = Enviar una solicitud
dialog-request-verb = enviarla
