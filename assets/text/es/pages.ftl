# Lo que dice cada página, muestre lo que muestre: de cuándo es, qué falló, qué fue de un acto.

line-as-of = a las { $time }
page-asking = Preguntando al servidor …
page-failed = No se pudo preguntar al servidor: { $why } { $key } pregunta otra vez.
page-outdated = Sin preguntar de nuevo: { $why } { $key } pregunta otra vez.
form-waits = Enviado; esperando la respuesta …
act-sending = Enviado: { $what }. Esperando la respuesta …
act-under-way = Esto ya se envió; la respuesta aún no está aquí.
act-no-line = No se envió nada, así que no pasó nada: { $why }
act-unanswered = No llegó respuesta ({ $why }). Pasó entero o no pasó; pedirlo otra vez es seguro, pasa una sola vez.

## Escribir un archivo
export-path = Archivo
export-verb = escribirlo
export-leave = dejar
export-no-path = Nombre un archivo.
export-exists = { $path } ya existe.
export-replace = { $path } ya existe. ¿Sobrescribirlo?
export-done = Escrito en { $path }; solo usted puede leerlo.

## Actos, en la línea que dice que están en camino
administration-publish-agreement = publicar el acuerdo
administration-write-contract-data = escribir datos de contratos
administration-accept-agreement = aceptar el acuerdo
administration-disable-taskfire = desactivar Taskfire
administration-write-taskfire-settings = guardar la configuración de Taskfire
administration-write-preparation = guardar lo acordado
administration-switch-portal = cambiar el portal
administration-override-portal-settings = guardar la configuración del portal del cliente
administration-write-portal-settings = guardar la configuración del portal
administration-write-instance = guardar la configuración de la instancia
administration-switch-feature = cambiar la función
administration-create-contact = crear el contacto
administration-edit-contact = guardar el contacto
administration-change-level = cambiar el nivel
administration-switch-contact = cambiar el contacto
administration-reset-password = restablecer la contraseña
administration-reset-two-factor = restablecer el segundo factor
administration-create-level = crear el nivel
administration-delete-level = eliminar el nivel
administration-edit-level = guardar el nivel
administration-confirm-two-factor = configurar el segundo factor
administration-remove-two-factor = desactivar el segundo factor
administration-switch-company = activar o desactivar la empresa
administration-switch-off-webhook = desactivar un webhook
administration-edit-resource = guardar el técnico
administration-create-resource = crear el técnico
administration-create-portal-user = crear el acceso al portal
administration-edit-portal-user = cambiar el acceso al portal
administration-write-service-desk = configurar la mesa de servicio
administration-create-api-user = crear el usuario de API
administration-renew-credential = renovar las credenciales
administration-limit-credential = limitar las credenciales
administration-write-user-defined-field = escribir un campo definido por el usuario
administration-write-webhook = escribir un webhook
administration-import = importar de otro servicio

## Por qué algo no se puede pedir ahora
reason-provider-admin = Solo los administradores del proveedor pueden hacerlo.
reason-nothing-to-filter = Aquí no hay ninguna lista de la que elegir.

## Teclas
context-page = Página
intent-page-filter = filtrar por nombre
    .short = filtrar
    .about = Escriba una parte de un nombre; cada letra reduce la lista. { $keep } la conserva, { $leave } muestra otra vez todo.
