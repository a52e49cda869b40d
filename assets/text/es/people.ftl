# La gente de un cliente y los niveles que tiene.

people-title = Gente de { $company }
people-name = Nombre
people-level = Nivel
people-licence-since = Licencia
people-portal = Portal
people-two-factor = 2.º fact
people-last-sign-in = Última sesión
people-none = Aún no hay nadie. Cree la primera persona; el acceso al portal puede venir con ella o después.
people-none-fit = Nadie encaja con lo que escribió.
people-inactive = ya no está
people-no-login = –
people-two-factor-missing = falta
people-never = nunca
people-no-email = sin dirección de correo: no se le puede enviar nada
people-is-inactive = Sin actividad: no inicia sesión en ningún sitio ni recibe tickets.
people-signs-in-never = Sin acceso al portal. Dar un nivel crea uno.
people-signs-in-as = inicia sesión como { $user }
people-login-off = el acceso al portal está desactivado
people-must-change = tiene que cambiar la contraseña al iniciar sesión
people-two-factor-on = segundo factor configurado
people-two-factor-required = se exige un segundo factor y aún no está configurado
people-two-factor-not-required = sin segundo factor, no se exige
people-licence = La licencia de Taskfire cuenta desde { $date }; ese día no se puede cambiar.
people-licence-fee = La licencia de Taskfire cuenta desde { $date } ({ $fee } al mes); ese día no se puede cambiar.

## Una persona nueva
people-create-title = Persona nueva de { $company }
people-create-login = Deje vacíos el usuario y el nivel para alguien que no inicia sesión.
people-password-once = La contraseña solo se ve aquí: anótela ahora. Se cambia al iniciar sesión por primera vez.
people-create-verb = crear
people-first-password = Primera contraseña
people-level-needed = Elija un nivel.
people-user-name-needed = Un nivel necesita un nombre de usuario para iniciar sesión.
people-created = { $name } está en la lista.
people-edit-title = { $name }
people-edit-verb = guardar
people-edited = { $name } está guardado.

## Niveles
people-level-title = Nivel de { $name }
people-has-level = tiene este nivel
people-level-like = como { $level }
people-level-not-here = aquí no se puede dar
people-level-by-provider = solo el proveedor da niveles de Taskfire: cada uno es una licencia
people-level-kept = el proveedor se reserva este nivel
people-taskfire-off = Taskfire está desactivado en este cliente; actívelo primero
people-no-level = sin nivel
people-no-level-detail = quita el acceso al portal
people-level-makes-login = El nivel crea un acceso al portal, así que hace falta un nombre de usuario; sin la contraseña aún no puede iniciar sesión.
people-level-verb = dar el nivel
people-no-level-verb = quitarlo
people-licence-counts = La licencia cuenta desde hoy, { $date }. Ese día no se puede cambiar después.
people-licence-ends = La licencia termina hoy.
people-taken-off = Se le quita de los tickets abiertos que tiene; los tickets quedan.
people-licence-stays = La licencia sigue; su día es el mismo.
people-portal-ends = Se desactiva el acceso al portal: ya no puede iniciar sesión.
people-fee = Un nivel de Taskfire es una licencia: { $fee } al mes.
people-fee-own = Un nivel de Taskfire es una licencia; en su propia empresa no cuesta nada.
people-fee-unknown = Un nivel de Taskfire es una licencia. Lo que cuesta no está fijado: vea la configuración de la instancia.
people-level-given = { $name } tiene ahora el nivel { $level }.
people-level-taken = { $name } ya no tiene nivel.

## Activar
people-deactivate-question = ¿Desactivar a { $name }? Ya no podrá iniciar sesión ni se le enviará nada. Lo que escribió queda.
people-deactivate-licence-question = ¿Desactivar a { $name }? Ya no podrá iniciar sesión, la licencia termina hoy y se le quita de sus tickets abiertos. Lo que escribió queda.
people-activate-question = ¿Activar a { $name }? Podrá iniciar sesión otra vez donde tenga acceso.
people-activate-licence-question = ¿Activar a { $name }? Podrá iniciar sesión otra vez, y su licencia empieza.
people-activated = { $name } vuelve a tener actividad.
people-deactivated = { $name } ya no tiene actividad.

## Iniciar sesión
people-password-title = Contraseña nueva para { $name }
people-password-sessions = Quien tenga sesión con la antigua la pierde.
people-password-verb = ponerla
people-password-reset = { $name } tiene una contraseña nueva y la cambia al iniciar sesión.
people-two-factor-question = ¿Restablecer el segundo factor de { $name }? Sus códigos dejan de valer; donde se exija un segundo factor, configura uno nuevo al iniciar sesión.
people-two-factor-reset = { $name } puede configurar de nuevo un segundo factor.

## Niveles propios
levels-title = Niveles
levels-name = Nombre
levels-like = Como
levels-given-by = Lo da
levels-people = Gente
levels-system = nivel del sistema
levels-by-provider = el proveedor
levels-by-client-too = también gestores del cliente
levels-create-title = Nivel nuevo
levels-create-about = Un nivel propio permite lo que permite el nivel del sistema de su clase. Su clase queda.
levels-client-may-give = Los gestores del cliente pueden darlo
levels-create-verb = crear
levels-created = El nivel { $name } está creado.
levels-delete-question = ¿Eliminar el nivel { $name }? Nadie lo tiene.
levels-deleted = El nivel está eliminado.
levels-edit-title = Editar el nivel { $name }
levels-edited = El nivel { $name } está guardado.

## Por qué algo no se puede pedir ahora
reason-portal-manager = Aquí solo administran usuarios los gestores del portal y la gente que trabaja en Taskfire.
reason-not-at-people = Abra primero una lista de gente.
reason-nobody-here = No hay nadie bajo el cursor.
reason-no-login = Esta persona no tiene acceso al portal. Dele primero un nivel.
reason-no-second-factor = Esta persona no ha configurado ningún segundo factor.
reason-not-at-levels = Abra primero los niveles.

## Teclas
context-people = Gente
context-levels = Niveles
intent-people-create = crear una persona
    .short = nueva
    .about = Una persona de este cliente, con acceso al portal o sin él.
intent-people-edit = editar la persona
    .short = editar
    .about = Nombre, correo y teléfono.
intent-people-level = cambiar el nivel
    .short = nivel
    .about = Muestra los niveles, también los que usted no puede dar y por qué; en uno de Taskfire, desde cuándo cuenta la licencia y qué cuesta.
intent-people-switch = activar o desactivar a la persona
    .short = (des)activar
    .about = Dice qué sigue antes de hacerlo.
intent-people-password = restablecer la contraseña
    .short = contraseña
    .about = Hace una contraseña que se ve una vez y se cambia al iniciar sesión.
intent-people-two-factor = restablecer el segundo factor
    .short = 2.º factor
    .about = Para quien perdió el teléfono: configura uno nuevo.
intent-levels-create = crear un nivel
    .short = nuevo
    .about = Un nivel propio, hecho como uno del sistema.
intent-levels-edit = editar el nivel
    .short = editar
    .about = Su nombre y quién puede darlo, mientras nadie lo tenga.
intent-levels-delete = eliminar el nivel
    .short = eliminar
    .about = Solo un nivel propio que nadie tiene.
intent-go-people = ir a la gente de este cliente
    .short = gente
    .about = La gente del cliente que está delante; si no, la de su propia empresa.
intent-go-levels = ir a los niveles
    .short = niveles
    .about = Los niveles del sistema y los suyos.

## Campos
field-name = Nombre
field-firstName = Nombre
field-lastName = Apellidos
field-email = Correo
field-phone = Teléfono
field-userName = Usuario
field-level = Nivel

people-new-password = Contraseña nueva
