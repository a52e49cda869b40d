# Lo que el servidor dice en sus respuestas y correos. Las de las respuestas son `server-` y el código de la respuesta.

server-key_required = Una escritura necesita la cabecera Idempotency-Key con un UUID propio.
server-key_reused = Este Idempotency-Key ya vino con otra petición. Dé a cada cambio una clave propia.
server-unauthorized = El nombre o la contraseña no son correctos, o la sesión ha terminado.
server-not_found = Aquí no hay nada, o usted no puede verlo.
server-stale = Cambió entretanto: { $fields }. Mire el ticket como está ahora y decida de nuevo.
server-changed-meanwhile = Otra persona lo ha cambiado entretanto, así que no se ha guardado nada. Detrás se ve cómo está ahora; lo que ha escrito sigue aquí. Guarde de nuevo para sustituirlo.
server-too_large = Es más de lo que el servidor acepta de una vez. Envíelo en partes más pequeñas.
server-query_too_long = La consulta tarda demasiado. Acótela, por ejemplo por número, fecha o cola.
server-slow_down = Demasiados intentos. Vuelva a intentarlo en { $seconds } segundos.
server-busy = El servidor está ocupado. Vuelva a intentarlo en unos segundos.
server-internal = Algo falló dentro del servidor. Su registro dice qué.
server-bad_request = En esta dirección no se entiende la petición.

server-deactivated = Aquí ya no puede iniciar sesión: no está activo, o no tiene nivel de seguridad. Pregunte a un administrador.
server-code_required = Escriba también el código de su aplicación de autenticación.
server-code_refused = Este código no es correcto, o ya se usó. Espere al siguiente y escriba ese.

server-feature_inactive = El portal está desactivado para usted. Su proveedor lo activa.

# Por qué el servidor no arranca o no se puede usar su base de datos: a quien trabaja en el propio equipo.

start-listen = No se puede escuchar en { $address }: { $reason }. Elija otra dirección con --listen, o detenga lo que escucha ahí.
start-tls = No se puede usar el certificado { $certificate } con la clave { $key }: { $reason }.
start-plaintext = A { $address } se llega desde otros equipos, y las contraseñas viajarían sin cifrar. Dé --certificate y --key, escuche en 127.0.0.1, o permítalo con --allow-plaintext.
store-open = No se puede abrir { $path } como base de datos: { $reason }. Compruebe que la carpeta existe, que el archivo es una base de datos de Tandem y que este usuario puede escribir ahí.
store-newer = Esta base de datos la escribió una versión más nueva de Tandem: este programa no conoce { $reason }. Use esa versión, o una posterior.
store-migration = No se puede llevar la base de datos a la forma de esta versión: { $reason }.
store-refused = La base de datos lo rechazó: { $reason }.
store-commit = La base de datos no pudo guardar lo escrito: { $reason }.
store-corrupt = La base de datos contiene lo que no debería: { $reason }.
store-broken = El trabajo en la base de datos se interrumpió.
store-closed = La base de datos ya está cerrada.
demo-not-made = No se puede crear el desk de demostración: { $reason }

# Lo que no encaja de una petición, donde ninguna regla la ha rechazado.

unfit-body = No se entiende el contenido: { $reason }.
unfit-twice = El nombre { $field } aparece dos veces.
unfit-nul = { $field } contiene un NUL (U+0000), que ningún texto puede tener.
unfit-day = { $field } es un día como 2026-11-01.
unfit-name = Un nombre tiene de 1 a { $limit } caracteres.
unfit-user-name = Un nombre de usuario tiene de 1 a { $limit } caracteres y ningún espacio.
unfit-password = No se puede guardar esta contraseña: { $reason }
unfit-provider-level = El nivel de las personas del proveedor es provider_admin o provider_tech.
unfit-client-level = El nivel de un contacto es uno del cliente, no uno del proveedor.
unfit-digest = El archivo que llegó no es el de esta suma de comprobación. Envíelo de nuevo desde el principio.
unfit-offset = Un trozo tiene { $bytes } bytes, salvo el último, que acaba donde acaba el archivo.
unfit-waiting = Ya hay demasiados archivos en camino. Primero hay que adjuntarlos.
unfit-source = Una importación necesita el nombre del lugar de donde vienen sus registros.
unfit-event = Last-Event-ID es el número de un evento de este canal, un número entero.
unfit-after = Envíe el next de la página como after, con el mismo orden.
unfit-taskfire-enabled = Aquí se escriben ajustes; activar y desactivar Taskfire son actos aparte.

# Lo que no es una versión del acuerdo.

agreement-file-day = La primera línea es el día desde el que rige la versión, como 2026-09-01, no «{ $found }».
agreement-file-text = Bajo el día y una línea vacía va el texto, y no hay ninguno.
agreement-file-boxes = Las dos últimas líneas son lo que va junto a las dos casillas, y cada una empieza por [ ] y un espacio.
agreement-needs-english = Una versión necesita su texto en inglés, en en.md, para lectores de los demás idiomas.
agreement-two-days = { $first }.md rige desde { $firstDay } y { $other }.md desde { $otherDay }. Una versión tiene el mismo día en todos los idiomas.
agreement-not-next = La próxima versión es { $next }. Publíquela antes que { $version }.
agreement-other-text = La versión { $version } ya está publicada, y su texto en «{ $language }» es otro. Una versión publicada no cambia nunca: publique esta como versión { $next }.
