# Iniciar sesión, la propia contraseña y el segundo factor, la pantalla bloqueada.

sign-in-who = Iniciar sesión
sign-in-user-name = Usuario
sign-in-password = Contraseña
sign-in-code = Código
sign-in-new = Contraseña nueva
sign-in-again = Otra vez

sign-in-second-factor = Iniciar sesión: segundo factor
    .about = Su acceso tiene un segundo factor. Escriba las seis cifras que su aplicación muestra ahora.

sign-in-new-password = Cambie primero su contraseña
    .about = Esta contraseña se la dio otra persona. Elija la suya; entonces podrá entrar.

sign-in-own-password = Cambiar su contraseña
    .about = La contraseña nueva vale desde ahora, en todos los dispositivos. Sus otras sesiones terminan.

sign-in-set-up = Configurar un segundo factor
    .about = Dé esto a la aplicación de su teléfono que hace códigos: escanee el cuadrado si cabe, o escriba las letras. Escriba después las seis cifras que la aplicación muestra.

sign-in-turn-off-question = ¿Iniciar sesión sin segundo factor desde ahora? Entonces basta su contraseña.
sign-in-turn-off-title = Desactivar el segundo factor
sign-in-turn-off-verb = desactivar
sign-in-turn-off-code = Escriba un código de su aplicación: demuestra que es usted.

sign-in-locked = Bloqueado
    .about = Esta pantalla está bloqueada, también tras un nuevo inicio. { $name } la abre con la contraseña, y el servidor tiene que decir que es correcta: sin línea, conéctese primero e inténtelo de nuevo; hasta entonces todo sigue cerrado y nada se pierde.

sign-in-not-the-same = Las dos no son iguales. Escriba otra vez la contraseña nueva.
sign-in-password-changed = Su contraseña está cambiada.
sign-in-two-factor-on = Desde ahora inicia sesión con un segundo factor.
sign-in-two-factor-off = Desde ahora basta su contraseña.

reason-no-password-here = En la mesa propia de este equipo nadie tiene contraseña: basta su cuenta aquí.
reason-two-factor-on = Su segundo factor ya está configurado. Quítelo primero para configurar otro.
reason-two-factor-off = No tiene ningún segundo factor que quitar.

intent-session-change-password = cambiar mi contraseña
    .short = contraseña
    .about = Cambia la contraseña con la que inicia sesión; la actual demuestra quién es.
intent-session-set-up-two-factor = configurar mi segundo factor
    .short = segundo factor
    .about = Muestra qué poner en la aplicación de su teléfono; desde entonces se piden sus códigos al iniciar sesión.
intent-session-end-two-factor = iniciar sesión sin segundo factor
    .short = sin segundo factor
    .about = Desde entonces basta su contraseña, si aquí no se exige un segundo factor.
intent-session-lock = bloquear la pantalla
    .short = bloquear
    .about = Oculta todo hasta que escriba otra vez su contraseña; no se pierde nada.
