# La instancia, sus funciones y su configuración, y la configuración del portal.

form-save = guardar
form-leave-as-it-was = dejarlo como estaba

instance-title = Instancia
instance-features = ACTIVACIONES
instance-settings = CONFIGURACIÓN
instance-audit = HUELLA MÁS NUEVA DEL REGISTRO
instance-zone-coming = { $zone } desde el { $date }
instance-currency-fixed = fija, porque hay un período cerrado
instance-fee-missing = fíjela, para que se vea lo que cuesta un nivel de Taskfire
instance-two-factor-required = su propia gente inicia sesión con un segundo factor
instance-two-factor-not-required = no se exige a su propia gente
instance-edit-title = La configuración de la instancia
instance-edit-zone = Una zona horaria nueva vale desde mañana. La tarifa de la licencia es lo que la plataforma le cobra al mes por una licencia de Taskfire.
instance-saved = La configuración de la instancia está guardada.

subscription-essentials = Essentials
subscription-essentials-note = sin portal
subscription-premium = Premium
subscription-ultimate = Ultimate

feature-portal = Portal
feature-portal-about = la gente de los clientes inicia sesión, envía solicitudes, sigue tickets
feature-portal-on = ¿Activar el portal para toda la instancia? El portal de cada cliente se activa después por separado.
feature-portal-off = ¿Desactivar el portal para toda la instancia? Nadie de ningún cliente podrá iniciar sesión hasta que vuelva a activarse; no se pierde nada.
feature-taskfire = Taskfire
feature-taskfire-about = la TI de los clientes trabaja tickets; se activa cliente por cliente
feature-taskfire-on = ¿Activar Taskfire para toda la instancia? Se activa después cliente por cliente, cada vez con el acuerdo.
feature-taskfire-off = ¿Desactivar Taskfire para toda la instancia? Ningún otro cliente podrá activarlo; los que lo tienen lo conservan.
feature-comanaged = Mesa cogestionada
feature-comanaged-about = gente de los clientes trabaja en el propio Autotask
feature-comanaged-on = ¿Activar la mesa de ayuda cogestionada para toda la instancia?
feature-comanaged-off = ¿Desactivar la mesa de ayuda cogestionada para toda la instancia?
feature-next-portal = Próximo portal
feature-next-portal-about = acceso anticipado, para los clientes que usted elija
feature-next-portal-on = ¿Ofrecer la próxima versión del portal? Elija los clientes en su configuración del portal.
feature-next-portal-off = ¿Dejar de ofrecer la próxima versión del portal? Todos siguen con la actual.
feature-switched-on = { $name }: activado.
feature-switched-off = { $name }: desactivado.

## Configuración del portal
portal-title = Configuración del portal para todos los clientes
portal-title-client = Configuración del portal de { $company }
portal-setting = Ajuste
portal-value = Valor
portal-global = Para todos
portal-own = Aquí
portal-holds = Vale
portal-as-global = como para todos
portal-as-global-question = ¿Dejar lo propio de { $company }? { $name }: ahora { $own }, después como para todos los clientes: { $global }.
portal-overrides = Para todos los clientes es: { $value }. Lo que guarde aquí vale solo en este cliente.
portal-saved = Guardado: { $name }.
portal-is-global = Otra vez como para todos los clientes: { $name }.
portal-never = nunca
portal-minutes = tras { $minutes ->
    [one] { $minutes } minuto
   *[other] { $minutes } minutos
 }
portal-minutes-wrong = Escriba minutos enteros, de 1 a 1.440.
portal-day-wrong = Escriba un día, como 2026-01-31.
portal-empty-is-global = Vacío sería como para todos los clientes: salga de este formulario y devuélvalo con la tecla para eso.
portal-from-the-beginning = todos los tickets

portal-two-factor = Segundo factor exigido
    .about = Quién tiene que configurar un segundo factor y escribir su código al iniciar sesión.
portal-two-factor-nobody = a nadie
portal-two-factor-taskfire = a quien tiene un nivel de Taskfire
portal-two-factor-everybody = a todos
portal-lock = Pantalla bloqueada
    .about = Tras tantos minutos sin tecla la consola se bloquea hasta que se escribe la contraseña. Lo escrito a medias queda.
portal-lock-field = Minutos
portal-shown-time = Se muestra de nuestro tiempo
    .about = Qué ven los clientes del tiempo que su gente registró en sus tickets.
portal-shown-nothing = nada
portal-shown-billed = horas facturadas
portal-shown-worked = horas trabajadas
portal-resource-names = Nuestra gente se llama
    .about = Cómo aparecen los nombres de su gente en tickets y notas que leen los clientes.
portal-names-full = por su nombre completo
portal-names-first = por su nombre de pila
portal-names-provider = por el nombre del proveedor
portal-tickets-since = Tickets que se muestran desde
    .about = Los tickets creados antes de este día quedan ocultos a los clientes.
portal-since-field = Desde
portal-next-version = Próximo portal
    .about = Si se puede pasar a la próxima versión del portal y volver. También tiene que estar activa la función de la instancia.
portal-assignable-levels = Niveles que dan los gestores
    .about = Cuáles de los niveles estándar pueden dar los gestores de un cliente. Los niveles de Taskfire los da siempre usted.
portal-levels-none = ninguno
portal-branding = Imagen
    .about = El nombre, una línea en lugar de un logotipo, y el color de la cabecera de inicio de sesión y de lo que sale por correo.
portal-branding-none = solo el nombre del proveedor
portal-branding-name = Nombre
portal-branding-logo = Texto del logotipo
portal-branding-colour = Color

## Por qué algo no se puede pedir ahora
reason-not-at-instance = Abra primero la instancia.
reason-not-at-portal = Abra primero la configuración del portal.
reason-is-global = Esta configuración vale para todos los clientes: no hay nada que sustituya.
reason-already-as-global = Ya es como para todos los clientes.

## Campos
field-timeZone = Zona horaria
field-currency = Moneda
field-licenceFee = Tarifa de la licencia al mes
field-subscription = Suscripción
field-requiresTwoFactor = Segundo factor

## Teclas
context-instance = Instancia
context-portal = Configuración del portal
intent-instance-switch = activar o desactivar la función
    .short = cambiar
    .about = Para toda la instancia; dice qué sigue antes de hacerlo.
intent-instance-edit = editar la configuración de la instancia
    .short = configuración
    .about = Nombre, zona horaria, moneda, tarifa de la licencia, suscripción, segundo factor de su propia gente.
intent-portal-edit = editar el ajuste
    .short = editar
    .about = Para todos los clientes, o solo para este.
intent-portal-as-global = otra vez como para todos los clientes
    .short = como para todos
    .about = Renuncia a lo propio de este cliente.
intent-go-instance = ir a la instancia
    .short = instancia
    .about = Activaciones y configuración de toda la instancia.
intent-go-portal = ir a la configuración del portal
    .short = configuración del portal
    .about = La del cliente que está delante, con lo que sustituye; si no, la de todos los clientes.

portal-both = Para todos los clientes: { $global }. Aquí: { $own }.
portal-version-next = Esta es la próxima versión del portal. La misma tecla vuelve atrás.
portal-version-present = Esta es la versión actual del portal.
reason-not-in-the-portal = Solo la gente del portal cambia su versión.
reason-no-next-version = Su organización tiene solo la versión actual del portal.
intent-portal-version = pasar a la otra versión del portal
    .short = otra versión
    .about = La lista sola, o la lista con una vista previa.
