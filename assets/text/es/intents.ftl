# Lo que se puede pedir. Una clave es `intent-` y el nombre. El atributo `.short` es para la línea inferior.

## Tickets
intent-ticket-status = poner nuestro estado
    .short = estado
intent-ticket-stopwatch = poner en marcha o parar el cronómetro
    .short = cronómetro
intent-ticket-drop-stopwatch = descartar lo que hay en el cronómetro
    .short = vaciar cronómetro
intent-ticket-log-time = registrar tiempo
    .short = tiempo
    .verb = registrarlo
intent-ticket-assign = asignar a alguien
    .short = asignar
intent-ticket-hand-over = { $side ->
    [taskfire] escalar a { $provider }
   *[autotask] transferir a { $company }
 }
    .short = { $side ->
    [taskfire] escalar a { $provider }
   *[autotask] transferir a { $company }
 }
    .brief = { $side ->
    [taskfire] escalar
   *[autotask] transferir
 }
intent-ticket-complete = completar
    .short = completar
    .brief = listo
intent-ticket-decline = rechazar con un motivo
    .short = rechazar
intent-ticket-recall = recuperar lo escalado
    .short = recuperar
intent-ticket-priority = poner nuestra prioridad
    .short = prioridad
intent-ticket-move = mover a otra cola
    .short = mover
intent-ticket-edit = editar los campos
    .short = editar
    .verb = guardar
intent-ticket-add-secondary = añadir un ayudante
    .short = añadir ayudante
intent-ticket-remove-secondary = quitar un ayudante
    .short = quitar ayudante
intent-ticket-attach = adjuntar un archivo
    .short = adjuntar
intent-ticket-save-file = guardar aquí un archivo del ticket
    .short = guardar archivo
intent-ticket-tick = marcar un punto de la lista de control
    .short = marcar
intent-ticket-card = ficha de persona y empresa
    .short = ficha
intent-ticket-macro = ejecutar una macro
    .short = macro
intent-ticket-undo = deshacer lo último que hice
    .short = deshacer
intent-ticket-create = { $role ->
    [portal] enviar una solicitud
   *[desk] ticket nuevo
 }
    .short = { $role ->
        [portal] enviar solicitud
       *[desk] ticket nuevo
     }
    .verb = crearlo
intent-ticket-take = quedarme el ticket
    .short = quedármelo
intent-ticket-reopen = reabrir
    .short = reabrir
intent-ticket-reply = responder a los dos lados
    .short = responder
intent-ticket-note = escribir una nota interna
    .short = nota
intent-ticket-next = ticket siguiente de la lista
    .short = siguiente
intent-ticket-previous = ticket anterior de la lista
    .short = anterior
intent-ticket-copy-number = copiar el número del ticket
    .short = copiar número

## La lista
intent-list-filter = filtrar la lista
    .short = filtrar
intent-list-sort = ordenar la lista
    .short = ordenar
intent-list-turn = invertir el orden de la lista
    .short = invertir orden
intent-list-columns = elegir las columnas de la lista
    .short = columnas
intent-list-save-view = guardar esta lista como vista
    .short = guardar vista
intent-list-mark = marcar o desmarcar el ticket
    .short = marcar
intent-list-mark-all = marcar todos los tickets de la lista
    .short = marcar todo
intent-list-unmark = quitar todas las marcas
    .short = desmarcar
intent-list-next-for-me = el siguiente para mí: lo que toca ahora
intent-list-show-arrived = mostrar lo que llegó
    .short = mostrar nuevos

## La bandeja de salida
intent-outbox-decide = mostrar el cambio y lo que se puede decidir
    .short = mostrar
intent-outbox-do-anyway = hacer el cambio de todos modos, con el ticket como está ahora
    .short = hacerlo igual
intent-outbox-edit = retirar el cambio y editarlo
    .short = editar
intent-outbox-discard = descartar el cambio
    .short = descartar
intent-outbox-discard-all = descartar el cambio y los que lo siguen en su ticket
    .short = descartar todo el ticket
intent-session-sign-in = iniciar sesión
    .short = iniciar sesión
intent-demo-become = ser otra persona de la demostración
    .short = ser otro
intent-go-today = mi tiempo de hoy, con sus huecos
    .short = hoy
intent-go-outbox = ir a la bandeja de salida
    .short = salida

## Adónde ir
intent-go-queues = ir a vistas y colas
    .short = colas
intent-go-my-tickets = ir a mis tickets
intent-go-everything = ir a todos los tickets
    .short = mis tickets
intent-go-in = abrir lo que está bajo el cursor
    .short = abrir
intent-go-out = salir de aquí
    .short = salir
intent-go-back = volver
    .short = volver
intent-pane-next = panel siguiente
    .short = panel siguiente
intent-pane-previous = panel anterior
    .short = panel anterior
intent-move-up = arriba
intent-move-down = abajo
intent-move-page-up = una página arriba
intent-move-page-down = una página abajo
    .short = seguir leyendo
intent-move-half-page-up = media página arriba
intent-move-half-page-down = media página abajo
intent-move-first = a la primera línea
intent-move-last = a la última línea
intent-view-1 = abrir mis tickets (vista 1)
intent-view-2 = abrir mis tickets atrasados (vista 2)
intent-view-3 = abrir los tickets sin asignar (vista 3)
intent-view-4 = abrir lo que volvió (vista 4)
intent-view-5 = abrir la vista 5
intent-view-6 = abrir la vista 6
intent-view-7 = abrir la vista 7
intent-view-8 = abrir la vista 8
intent-view-9 = abrir la vista 9

## La consola misma
intent-palette-open = todo lo que se puede pedir
    .short = todo
intent-help-open = las teclas que sirven aquí
    .short = ayuda
intent-log-open = todos los mensajes hasta ahora
    .short = mensajes
intent-config-read = leer otra vez la configuración
    .short = leer otra vez
    .about = Colores, teclas, idioma y lo demás valen enseguida; otro servidor, desde el próximo inicio.
intent-screen-redraw = dibujar la pantalla de nuevo
intent-screen-suspend = parar hasta fg
intent-console-quit = salir de Tandem
    .short = salir

## Donde se escribe o se responde
intent-filter-apply = conservar el filtro
    .short = conservar
intent-filter-complete = completar la palabra
    .short = completar
intent-filter-leave = dejar la lista como estaba
    .short = dejar
intent-filter-ask-server = preguntar al servidor, también por lo cerrado
    .short = preguntar al servidor, también por lo cerrado
intent-form-next = campo siguiente
    .short = siguiente
intent-form-previous = campo anterior
intent-form-toggle = marcar o elegir
intent-form-submit = hacerlo
    .short = hacerlo
intent-form-leave = dejar todo como estaba
    .short = dejar
intent-pick-choose = elegir
    .short = elegir
intent-confirm-yes = sí
    .short = sí
intent-confirm-no = no
    .short = no
intent-palette-complete = completar el título
    .short = completar
intent-palette-run = hacerlo
    .short = hacerlo
intent-edit-line-start = al principio de la línea
intent-edit-line-end = al final de la línea
intent-edit-delete-word = borrar la palabra anterior al cursor
intent-edit-delete-to-start = borrar hasta el principio de la línea
intent-edit-delete-to-end = borrar hasta el final de la línea
intent-edit-delete-back = borrar la letra anterior al cursor
intent-edit-forward = una letra adelante
intent-edit-back = una letra atrás
intent-edit-word-forward = a la palabra siguiente
intent-edit-word-back = a la palabra anterior
intent-edit-delete-forward = borrar la letra bajo el cursor
intent-edit-delete-word-forward = borrar la palabra tras el cursor

## Las partes de un ticket abierto
intent-part-conversation = mostrar la conversación
    .short = conversación
intent-part-time = mostrar el tiempo
    .short = tiempo
intent-part-history = mostrar el historial
    .short = historial
intent-part-related = mostrar la lista de control y los archivos
    .short = anexos
intent-part-details = mostrar los detalles
    .short = detalles
intent-part-unfold = desplegar lo citado
    .short = desplegar

## Escribir
intent-text-send = enviar
    .short = enviar
intent-text-editor = seguir en su editor
    .short = editor
intent-text-audience = interno o a los dos lados
    .short = interno o público
intent-text-keep-draft = dejarlo como borrador
    .short = guardar borrador

## Los estados de nuestro lado
intent-status-new = New
intent-status-in-progress = In Progress
intent-status-waiting-customer = Waiting Customer o Waiting User
intent-status-waiting-vendor = Waiting Vendor
intent-status-back = de vuelta al otro lado
intent-status-complete = Complete
