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
