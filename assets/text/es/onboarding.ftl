# El camino de un cliente a un Taskfire que funciona: lista de clientes, puesta en marcha, acuerdo, constancia, configuración.

## Clientes
companies-title = Empresas
companies-choose = Qué empresas
companies-all = todas
companies-taskfire = con Taskfire
companies-incomplete = a las que les falta algo
companies-without = sin Taskfire
companies-none = Aquí no hay ninguna empresa. { $choose } elige otras, { $filter } filtra por nombre.
companies-more = Hay más; filtre por nombre con { $filter } para encontrarlas.
companies-portal = Portal
companies-taskfire-column = Taskfire
companies-licences = Licencias
companies-missing = Falta todavía
companies-contract = Contrato
switch-on = sí
switch-off = no
missing-no-taskfire-user = ningún usuario de Taskfire
missing-feature-inactive = Taskfire está desactivado en todas partes
missing-portal-inactive = el portal está desactivado en todas partes
companies-inactive = inactiva

## La puesta en marcha
setup-title = { $company } · puesta en marcha
setup-licences = { $count ->
    [one] 1 licencia
   *[other] { $count } licencias
 }
setup-licences-charged = { $licences }, { $billable } facturadas
setup-on-since = Activado desde { $at }.
setup-own = nuestra propia empresa, sin coste
setup-no-taskfire-user = Puesta en marcha incompleta: nadie en esta empresa tiene un nivel de Taskfire.
setup-feature-inactive = Taskfire está desactivado para toda la instancia, así que aquí no se puede activar.
setup-portal-inactive = El portal está desactivado en toda la instancia y Taskfire lo necesita; por eso no se puede activar aquí.
setup-enabled-by = Activado por { $name } el { $at }, acuerdo versión { $version }.
setup-view = Ver la constancia{ $count ->
    [one] {""}
   *[other] {" "}({ $count } en total)
 }
setup-settings = Configuración
setup-more = más con { $key }
setup-agreed = Acordado de antemano
setup-people = { $contacts ->
    [0] La empresa aún no tiene ningún contacto activo; cree uno primero.
    [one] Un contacto activo, { $users } con un nivel de Taskfire.
   *[other] { $contacts } contactos activos, { $users } con un nivel de Taskfire.
 }
setup-price = Una licencia cuesta { $fee } { $currency } al mes, desde el día en que se da el nivel.
setup-price-own = Las licencias de nuestra propia empresa no cuestan nada.
setup-price-unknown = En esta instancia no está fijado lo que cuesta una licencia.

## Pasos
step-done = hecho
step-optional = opcional
step-unavailable = opcional; aún no existe
step-waits = viene cuando Taskfire esté activado
step-preparation = Acordar cuatro puntos
    .about = Antes de activar Taskfire, acuerde con el personal de TI de la empresa cuatro puntos: cómo circula el trabajo entre ustedes, quién responde de qué, qué tipos de solicitud lleva cada lado, y qué camino sigue normalmente un escalado. Escriba aquí las respuestas; quedan con la configuración de la empresa.
step-preparation-open = { $count ->
    [0] aún no hay nada escrito
   *[other] { $count } de 4 escritos
 }
step-preparation-done = escrito
step-enable = Activar Taskfire
    .about = Activar abre el acuerdo. Nada queda activado antes de que usted lo acepte.
step-enable-open = aceptando el acuerdo
step-enable-done = { $name }, { $at }
step-enable-unavailable = Taskfire está desactivado para toda la instancia; active primero la función
step-settings = Elegir la configuración
    .about = Si completar en un lado completa también el otro, y si se ocultan los informes financieros.
step-settings-on = { $count } de 3 activados
step-first-user = Primer usuario de Taskfire
    .about = Dé a alguien un nivel de Taskfire. Sin nadie con un nivel de Taskfire, la empresa no puede trabajar en Taskfire.
step-first-user-open = nadie tiene aún un nivel de Taskfire
step-first-user-nobody = aún no hay nadie; cree primero un contacto
step-first-user-done = { $count ->
    [one] 1 persona tiene un nivel de Taskfire
   *[other] { $count } personas tienen un nivel de Taskfire
 }
step-workflow-rules = Reglas de flujo de trabajo
    .about = Opcional: reglas que envían por sí solas ciertos tipos de tickets a la mesa de la empresa.
step-workflow-rules-unavailable = Aún no hay reglas de flujo de trabajo; hasta entonces los tickets se entregan a mano.
step-billing = Facturación
    .about = Opcional: las licencias se cuentan y se facturan solas.
step-billing-unavailable = Aún no hay facturación automática; hasta entonces las licencias se cuentan y se facturan a mano.

## Los cuatro puntos
preparation-title = Acordado con { $company }
preparation-work-flow = Circulación del trabajo
preparation-responsibilities = Responsabilidades
preparation-request-types = Tipos de solicitud
preparation-escalation-path = Camino del escalado
preparation-verb = guardar
preparation-saved = { $company }: lo acordado está escrito.

## El interruptor del portal
portal-question-on = ¿Activar el portal para { $company }? Su gente podrá iniciar sesión, cada persona con su propio acceso.
portal-question-off = ¿Desactivar el portal para { $company }? Nadie de la empresa podrá iniciar sesión mientras tanto; no se borra nada.
portal-is-on = El portal está activo para { $company }.
portal-is-off = El portal está desactivado para { $company }.

## El acuerdo
language-en = inglés
language-de = alemán
language-es = español
agreement-title = { $company } · Taskfire · acuerdo versión { $version }, { $published }, { $language }
agreement-title-short = { $company } · acuerdo { $version }, { $published }, { $language }
agreement-read = leído hasta el { $percent } %
agreement-replaced = ! La versión { $now } ocupó el lugar de la versión { $before } mientras leía. No se aceptó nada; léala desde el principio.
agreement-switches-portal = ! El portal del cliente está apagado; al aceptar se enciende también.
agreement-goes-on = más abajo
agreement-end = fin del texto
agreement-accept = Aceptar
agreement-needs-both = necesita las dos casillas
agreement-needs-first = necesita la primera casilla
agreement-needs-second = necesita la segunda casilla
agreement-accepted = Taskfire está activado para { $company }.

## Lo que se aceptó
acknowledgement-title = { $company } · constancia
acknowledgement-number = { $number } de { $count }, la más nueva primero
acknowledgement-company = Empresa
acknowledgement-version = Acuerdo
acknowledgement-version-value = versión { $version }, { $published }, { $language }
acknowledgement-by = Aceptado por
acknowledgement-at = Aceptado el
acknowledgement-digest = SHA-256 del texto
acknowledgement-export = Exportar la constancia

## La configuración
settings-title = { $company } · configuración de Taskfire
settings-unsaved = sin guardar
settings-saved = { $company }: la configuración está guardada.
settings-preview = qué seguiría en un ticket que comparten los dos lados
setting-autotask = Completar en Autotask completa también Taskfire
    .about = Cuando el responsable en Autotask completa un ticket escalado, el estado del cliente pasa también a Complete.
setting-taskfire = Completar en Taskfire completa también Autotask
    .about = Cuando el responsable en Taskfire completa un ticket transferido, su estado pasa también a Complete.
setting-financials = Ocultar los informes financieros a los usuarios de Taskfire
    .about = Oculta tres cosas: el informe de facturas, el informe de bloques del cliente y la ficha de facturas recientes.
sample-autotask-owner = { $name } es responsable en Autotask y lo completa:
sample-autotask-other = Otra persona en Autotask lo completa:
sample-taskfire-owner = Su responsable en Taskfire lo completa:
sample-taskfire-other = Otra persona en Taskfire lo completa:

## Desactivar Taskfire
disable-asked = Se pregunta al servidor qué pasaría; el diálogo se abre con la respuesta.
disable-waits = Ya se sabe qué pasaría; la pregunta llega cuando se cierre lo que está abierto.
disable-title = Desactivar Taskfire para { $company }
disable-returned = { $count ->
    [0] { $company } no tiene ningún ticket compartido.
    [one] Un ticket compartido que tiene { $company } vuelve a usted como New.
   *[other] { $count } tickets compartidos que tiene { $company } vuelven a usted como New.
 }
disable-kept = { $count ->
    [0] Ningún ticket escalado está con usted.
    [one] Un ticket escalado se queda con usted.
   *[other] { $count } tickets escalados se quedan con usted.
 }
disable-archived = Los tickets que { $company } guarda para sí pasan a ser un archivo que nadie puede escribir.
disable-users = { $count ->
    [0] Nadie tiene un nivel de Taskfire que perder.
    [one] Una persona pierde el nivel de Taskfire.
   *[other] { $count } personas pierden su nivel de Taskfire.
 }
disable-licences = { $count ->
    [0] No termina ninguna licencia.
    [one] Una licencia termina hoy.
   *[other] { $count } licencias terminan hoy.
 }
disable-again = Puede activarlo otra vez más adelante, con una constancia nueva; los niveles no vuelven con eso.
disable-type-name = Escriba su nombre
disable-verb = desactivar
disable-leave = dejarlo activo
disable-other-name = Ese no es el nombre. Escriba «{ $company }» para desactivar Taskfire allí.
disable-done = Taskfire está inactivo para { $company }.

## Por qué algo no se puede pedir ahora
reason-not-at-companies = Vaya primero a las empresas.
reason-not-at-setup = Abra primero una empresa: vaya a las empresas y elija una.
reason-not-answered = El servidor aún no ha respondido.
reason-not-at-agreement = El acuerdo lo abre el paso «Activar Taskfire» de la puesta en marcha de una empresa.
reason-not-on-a-box = Vaya primero a una casilla con { $key }.
reason-not-on-accept = Las dos casillas están marcadas; vaya a Aceptar con { $key }, y entonces { $accept } acepta.
reason-not-at-acknowledgement = Abra primero una constancia, en la puesta en marcha de una empresa.
reason-no-acknowledgement = Para esta empresa nunca se aceptó nada.
reason-oldest-acknowledgement = Esta es la más antigua.
reason-newest-acknowledgement = Esta es la más nueva.
reason-not-at-settings = Abra primero la configuración de Taskfire de una empresa, en su puesta en marcha.
reason-taskfire-is-off = Taskfire está desactivado en esta empresa; actívelo primero.
reason-nothing-changed = No se cambió nada.

## Teclas
context-companies = Empresas
context-setup = Puesta en marcha de una empresa
context-agreement = Acuerdo
context-acknowledgement = Constancia
context-settings = Configuración de Taskfire
intent-go-companies = ir a las empresas
    .short = empresas
    .about = Sus clientes con su portal, su Taskfire y lo que todavía falta.
intent-companies-open = abrir la puesta en marcha de la empresa
    .short = abrir
    .about = Todo desde ningún portal hasta un Taskfire que funciona, como lista que se puede dejar y retomar.
intent-companies-choose = elegir qué empresas se muestran
    .short = cuáles
    .about = Todas, las que tienen Taskfire, las que les falta algo, o las que no tienen Taskfire.
intent-setup-do = hacer el paso bajo el cursor
    .short = hacerlo
    .about = Abre lo que el paso necesita. Activar abre el acuerdo y no hace nada por sí solo.
intent-setup-acknowledgement = ver la constancia
    .short = ver la constancia
    .about = Quién aceptó qué versión del acuerdo y cuándo, con su texto; también las anteriores.
intent-setup-portal = activar o desactivar el portal de la empresa
    .short = portal sí o no
    .about = Nadie de la empresa puede iniciar sesión mientras su portal esté desactivado.
intent-setup-disable = desactivar Taskfire en la empresa
    .short = desactivar Taskfire
    .about = Muestra primero qué pasaría con tickets, personas y licencias, y pide el nombre de la empresa.
intent-agreement-tick = marcar la casilla
    .short = marcar
    .about = Marca la casilla a la que van las teclas, o le quita la marca.
intent-agreement-accept = aceptar el acuerdo
    .short = aceptar
    .about = Activa Taskfire. Solo funciona sobre la palabra Aceptar, con las dos casillas marcadas.
intent-acknowledgement-older = la constancia anterior
    .short = anterior
    .about = Lo que se aceptó antes de esta.
intent-acknowledgement-newer = la constancia posterior
    .short = posterior
    .about = Lo que se aceptó después de esta.
intent-acknowledgement-export = exportar la constancia como archivo de texto
    .short = exportar
    .about = Toda ella, en un archivo que solo usted puede leer.
intent-page-leave = dejar todo como estaba
    .short = salir, no cambia nada
    .about = Lo marcado o elegido aquí y no enviado desaparece; nada más.
intent-settings-toggle = activar o desactivar el ajuste
    .short = sí o no
    .about = Muestra abajo qué seguiría; no se escribe nada antes de guardar.
intent-settings-save = guardar la configuración
    .short = guardar
    .about = Escribe los tres ajustes de una vez. Deciden, desde ahora, cuando alguien completa un ticket.
