# Lo que dice la línea de órdenes.

answer-yes = sí
provider-unnamed = Proveedor de servicios

# Contraseñas

password-new = Contraseña nueva para { $name }:
password-again = La misma otra vez:
password-differs = Las dos contraseñas son distintas; no se cambió nada. Inténtelo otra vez.
password-empty = Hace falta una contraseña: escríbala, o pásela como una línea por la entrada.
two-factor-reset = { $name } ya no tiene segundo factor; sus sesiones terminaron.
password-set = { $name } tiene una contraseña nueva; sus sesiones terminaron.

# tandem serve

serve-listening = Escucha en { $address }
serve-nobody = Nadie puede iniciar sesión todavía. El primer administrador: tandem user create NAME --level provider_admin --database sqlite:{ $database }
serve-demo = La demostración está creada. Inicie sesión como { $name } con la contraseña { $password } (solo se muestra ahora).
demo-progress = Creando la demostración

# tandem user

user-created = { $name } ya puede iniciar sesión.
user-not-found = Nadie tiene ese nombre de usuario; `tandem user create` crea una persona.
user-needs-company = La persona de un cliente necesita su cliente: añada --company NAME, o tome un nivel del proveedor.
company-not-found = Aquí no hay ninguna empresa «{ $name }»; escriba su nombre como está en la base de datos.
credential-once = El secreto solo se muestra ahora; guárdelo donde el programa lo encuentre.

console-no-terminal = La consola necesita un terminal, para lo que muestra y para lo que usted escribe. `tandem ticket` y `tandem queue` funcionan sin él; `tandem --help` dice cómo.
console-dumb-terminal = La consola no puede dibujar en este terminal (TERM no está puesto, o es dumb). `tandem --plain` trabaja línea a línea; `tandem ticket` y `tandem queue` muestran lo mismo como texto; `tandem --help` dice cómo.

# La línea al servidor

server-embedded = la demostración incorporada
sign-in-first = Nadie ha iniciado sesión en { $server }: `tandem sign-in NAME` empieza una sesión.
sign-in-embedded = La demostración incorporada no necesita sesión. Nombre un servidor con --server o en la configuración; en la demostración, --as NAME es otra persona.
password-of = Contraseña de { $name } en { $server }:
signed-in = { $name } ({ $company }) ha iniciado sesión en { $server }.
demo-nobody = Nadie en la demostración tiene el nombre de usuario { $name }; `:demo` en la consola los nombra a todos.

# tandem ticket, tandem queue

argument-missing = Aquí hace falta --{ $argument }.
argument-senseless = --{ $argument } no significa nada aquí: quítelo.
create-with-contract = Para crear ambos desde aquí, repítalo con --new-contract per-request; o nombre el elemento con --configuration-item y añada --new-contract subscription, time-limited o support-hours.
create-with-contract-item = Para crear ambos desde aquí, repítalo con --new-contract per-request, subscription, time-limited o support-hours.
change-with-contract = Desde aquí: `tandem ticket cover` con el número del ticket y per-request, subscription, time-limited o support-hours; después repita esto.
ticket-covered = El ticket tiene ahora el contrato «{ $contract }».
argument-missing-with-key = Con --key hace falta aquí --{ $argument }: sin ello vale el día de hoy, y repetido mañana sería otra orden.
name-unknown = Nada se llama «{ $name }»; escriba lo bastante del nombre para que esté claro.
name-ambiguous = «{ $name }» puede ser { $names }; escriba más del nombre.
ticket-not-found = No hay ningún ticket { $number } que usted pueda ver; escriba su número como T20261120.0007.
ticket-ambiguous = { $count } tickets acaban en { $number }; escriba más del número.
tickets-none = Ningún ticket encaja.
tickets-more = Encajan más tickets; --limit muestra más de { $count }.
edit-names-nothing = No se nombró nada que cambiar; `tandem ticket edit --help` enumera los campos.
carried-over = También se completó { $side }: usted es responsable del ticket y la configuración del cliente lo dice.
not-carried-not-owner = { $side } conserva su estado: solo el responsable del ticket completa los dos.
not-carried-setting-off = { $side } conserva su estado: la configuración del cliente no completa los dos.
show-conversation = Conversación:
show-time = Tiempo:
show-history = Historial:
show-files = Archivos:
show-checklist = Lista de comprobación:
file-saved = Guardado como { $path }.
file-differs = El archivo que llegó no es el que se adjuntó. Pídalo otra vez.
file-exists = { $path } ya existe. Indique otro lugar o añada --replace.
audience-both = a los dos
audience-autotask = solo Autotask
audience-taskfire = solo Taskfire
minutes = { $count ->
    [one] 1 minuto
   *[other] { $count } minutos
 }

# tandem import

import-progress = Importando
import-done = Entraron { $added } filas y se crearon { $created } tickets; { $there } filas ya estaban.
import-would = Entrarían { $added } filas y se crearían { $created } tickets; { $there } filas ya están.
import-rejected = { $count ->
    [one] Se apartó 1 fila; está en { $file }. Corríjala e impórtela sola.
   *[other] Se apartaron { $count } filas; están en { $file }. Corríjalas e impórtelas solas.
 }
import-would-reject = { $count ->
    [one] Se apartaría 1 fila.
   *[other] Se apartarían { $count } filas.
 }
import-awaited = { $count ->
    [one] Un campo nombra un registro que no está en el archivo; queda vacío hasta que llegue.
   *[other] { $count } campos nombran registros que no están en el archivo; quedan vacíos hasta que lleguen.
 }
mapping-incomplete = No se encontró columna para: { $fields }. Indíquela donde la correspondencia dice FILL IN.
import-go-on = Lo enviado está dentro; la misma orden sigue desde ahí.
mapping-unknown = No hay ninguna correspondencia { $name }; nombre un archivo, o una de las incluidas: { $names }.

# tandem export

export-progress = Exportando
export-written = { $rows ->
    [one] Se escribió una fila.
   *[other] Se escribieron { $rows } filas.
 }
export-unknown-records = No hay { $name } que exportar; elija entre: { $names }.

# tandem sign-out

sign-out-nobody = Allí nadie ha iniciado sesión, así que nadie puede cerrarla.
sign-out-unsent = { $count ->
    [one] Un cambio no se envió nunca y se perdería.
   *[other] { $count } cambios no se enviaron nunca y se perderían.
 }
sign-out-kept = No se cambió nada. Deje que la consola envíe lo pendiente, termine lo que está a medio escribir, o añada --discard-unsent.
sign-out-unreached = No se pudo avisar a { $server } ({ $reason }); la sesión allí termina sola en 12 horas.
signed-out = { $name } cerró la sesión; la copia de este equipo está borrada.

# tandem doctor

doctor-wrong = { $count ->
    [one] Una cosa está mal.
   *[other] { $count } cosas están mal.
 }
doctor-settings = Configuración: { $file }
doctor-settings-none = Configuración: ninguna, valen los valores de serie (estaría en { $file })
doctor-folder = Carpeta para { $what }: { $folder }, solo para usted
doctor-folder-wrong = Carpeta para { $what }: { $folder } no sirve ({ $reason }). Hágala escribible para usted, o ponga TANDEM_HOME o [paths] en la configuración.
doctor-terminal = Terminal: { $term }, { $columns } por { $rows }, UTF-8
doctor-terminal-none = Terminal: aquí ninguno; `tandem ticket` y `tandem queue` no lo necesitan
doctor-terminal-dumb = Terminal: TERM dice { $term }, en el que la consola no puede dibujar. Ponga en TERM lo que es el terminal, o use `tandem --plain`, que trabaja línea a línea.
doctor-terminal-plain = Terminal: { $term }, en modo sencillo, que trabaja línea a línea en cualquiera
doctor-terminal-small = Terminal: { $columns } por { $rows } es menos que 60 por 20. Agrande la ventana.
doctor-terminal-locale = Terminal: { $term }, { $columns } por { $rows }; el entorno no es UTF-8, por eso la consola dibuja solo con ASCII. LANG=C.UTF-8 muestra cada letra.
doctor-proxy = Proxy: { $proxy }
doctor-authority = Autoridad de certificación: { $file }
doctor-plaintext = Servidor: a { $server } se llega sin cifrar, contraseñas incluidas. Use su dirección https.
doctor-server = Servidor: { $server } responde ({ $name }, versión { $version }; este es { $own })
doctor-server-wrong = Servidor: no se llega a { $server } ({ $reason }). Compruebe server.url, la red, y si está en marcha.
doctor-name = Servidor: el nombre de { $server } no se resuelve ({ $reason }). Compruebe server.url y los servidores de nombres.
doctor-proxy-wrong = Servidor: el proxy no lleva a { $server } ({ $reason }). Compruebe server.proxy y HTTPS_PROXY.
doctor-certificate = Certificado: no se confía en el de { $server } ({ $reason }). Nombre su autoridad en server.ca_file, o corrija el reloj de este equipo.
doctor-clock = Reloj: a { $seconds } s del del servidor
doctor-clock-fast = Reloj: { $seconds } s adelantado al del servidor. Ponga el reloj de este equipo por la hora de la red.
doctor-clock-slow = Reloj: { $seconds } s atrasado al del servidor. Ponga el reloj de este equipo por la hora de la red.
doctor-session = Sesión: { $name } ha iniciado sesión
doctor-session-none = Sesión: nadie ha iniciado sesión en { $server }. `tandem sign-in NAME` empieza una.
doctor-session-over = Sesión: la de { $name } terminó. `tandem sign-in { $name }` empieza otra.
doctor-desk = Demostración incorporada: { $file }, en orden
doctor-desk-none = Demostración incorporada: ninguna todavía, el primer arranque la crea en { $file }
doctor-desk-wrong = Demostración incorporada: { $file } está dañada ({ $reason }). Aparte el archivo; el próximo arranque crea otra.
doctor-copy = Copia local: { $file }; { $unsent } sin enviar, { $stopped } esperan una decisión
doctor-copy-network = Copia local: en un sistema de archivos en red; allí se escribe con más cuidado y más despacio. [paths] state la traslada.
doctor-copy-wrong = Copia local: { $file } no sirve: { $reason }
doctor-copy-damaged = Copia local: { $file } está dañada: { $reason }. Aparte el archivo para empezar de nuevo; lo pendiente está en él.

serve-desk-kept = Esta base de datos es de { $name }, en la zona horaria { $zone }, y así queda: --provider y --time-zone solo cuentan para una nueva.
embedded-waiting = Esperando a otro tandem suyo, que tiene la demostración incorporada y aún no responde …
user-no-database = No hay ninguna base de datos { $file }. Compruebe el nombre; `tandem user create` crea una.
credential-replaced = { $name } ya existía: las credenciales que tenía ya no valen.
demo-person-elsewhere = --as vale solo en la demostración; en un servidor se inicia sesión: `tandem sign-in NAME`.
import-made = Nuevo con ello: { $companies } empresas, { $contacts } contactos, { $resources } personas del proveedor, { $queues } colas, { $types } tipos de solicitud, { $fields } campos definidos por el usuario.
import-would-make = Nuevo con ello sería: { $companies } empresas, { $contacts } contactos, { $resources } personas del proveedor, { $queues } colas, { $types } tipos de solicitud, { $fields } campos definidos por el usuario.
change-unanswered = Puede que se haya hecho: mírelo antes de repetirlo. Repetirlo con el mismo --key cuenta una vez.
sign-out-drafts = { $count ->
    [one] Un texto está a medio escribir y se perdería.
   *[other] { $count } textos están a medio escribir y se perderían.
 }
sign-out-all-the-same = ¿Cerrar la sesión de todos modos (sí/no)?
sign-out-in-use = Una consola suya está abierta con esta copia. Salga primero de ella y cierre después la sesión.
doctor-proxy-dead = Proxy: no se llega a { $proxy } ({ $reason }). Compruebe server.proxy, o quítelo si no hace falta.

# tandem billing

billing-show-no-contracts = Aún no hay contratos; `tandem billing contract create` crea uno.
billing-no-services = No hay servicios en este contrato; `tandem billing contract add-service` añade uno.
billing-column-id = ID
billing-column-contracts = Contratos
billing-edit-names-nothing = No se indicó nada que cambiar; `tandem billing { $what } edit --help` muestra los campos.
billing-periods-to-close = { $count ->
    [one] Un periodo ha terminado y no está cerrado; `tandem billing close` lo cierra.
   *[other] { $count } periodos han terminado y no están cerrados; `tandem billing close` los cierra.
 }
billing-not-closed = No se cerró nada. Escriba { $date } cuando se le pregunte, o añada --yes.
billing-close-unanswered = Puede que se haya realizado: `tandem billing invoices` lo muestra.
billing-invoice-not-found = No hay ninguna factura { $number } que usted pueda ver; `tandem billing invoices` muestra los números.
billing-invoices-more = Hay otras anteriores a estas { $count }; nombre un cliente para ver las suyas.

# tandem audit

audit-sound = { $count ->
    [one] El registro está entero: una entrada. Huella más nueva: { $digest }
   *[other] El registro está entero: { $count } entradas. Huella más nueva: { $digest }
 }
audit-altered = La entrada { $entry } no es lo que se escribió, o fue insertada: no se sigue de la anterior. Compare el registro con una copia anterior.
audit-removed = La entrada { $entry } fue quitada. Compare el registro con una copia anterior.
audit-cut-end = El final del registro fue cortado: la entrada { $entry } era la más nueva y ya no está. Compare el registro con una copia anterior.
audit-added = La entrada { $entry } fue puesta detrás de la más nueva que Tandem escribió. Compare el registro con una copia anterior.
audit-other-head = La huella más nueva que se guarda junto al registro no es la de la entrada { $entry }: una de las dos fue cambiada. Compare ambas con una copia anterior.
audit-digest-unknown = Ninguna entrada del registro tiene la huella guardada en otro sitio: el registro fue cortado o reescrito, o la huella es de otra base de datos. Compare el registro con una copia anterior.

# tandem agreement

agreement-published = La versión { $version } del acuerdo está publicada ({ $languages }).
agreement-folder = { $folder } no lleva el nombre de una versión. Nombre la carpeta con su número, como agreement/3.
agreement-no-text = En { $folder } no hay ningún texto. Ponga en.md, y de.md y es.md para lectores de esos idiomas.

# Iniciar sesión y perderla

code-of = Código de su aplicación de autenticación:
password-must-change = La contraseña la puso otra persona: elija una propia.
two-factor-set-up = Aquí se exige un segundo factor. Dé esto a su aplicación de autenticación:
two-factor-secret = O escriba allí este secreto: { $secret }
deactivated = { $name } ya no puede iniciar sesión aquí, así que la copia de este equipo se borró.
deactivated-unsent = { $name } ya no puede iniciar sesión aquí, así que la copia de este equipo se borró. Lo que no se había enviado está en { $file }.
deactivated-kept = { $name } ya no puede iniciar sesión aquí, pero la copia de este equipo no se pudo borrar ({ $reason }). Es { $file }.
unsent-change = { $number } { $title } ({ $act })
unsent-draft = { $number } ({ $kind })

# tandem config, tandem keys, tandem man

config-check-wrong = { $count ->
    [one] Un error; lo que se entendió vale.
   *[other] { $count } errores; lo que se entendió vale.
 }
config-check-stops = { $count ->
    [one] Un error, sobre el servidor: Tandem no se inicia hasta que se corrija.
   *[other] { $count } errores, algunos sobre el servidor: Tandem no se inicia hasta que se corrijan esos.
 }
keys-provider = el proveedor
keys-without = Sin tecla; pídalos por su nombre:
man-written = Las páginas del manual están en { $folder }.
man-not-written = Las páginas del manual no se pueden escribir en { $folder }: { $reason }. Indique otra carpeta.

# Lo que falla por el camino

remote-unreachable = { $server }: no se llega al servidor: { $reason }. `tandem doctor` dice dónde se corta la línea.
remote-timed-out = { $server }: el servidor no respondió a tiempo: { $reason }. `tandem doctor` dice dónde se corta la línea.
remote-busy = { $server }: el servidor está ocupado. Inténtelo dentro de un momento.
remote-sign-in = { $server }: { $reason } `tandem sign-in NAME` inicia una sesión.
remote-broken = { $server }: no se entiende la respuesta del servidor: { $reason }. ¿Es un servidor Tandem, de esta versión o de una más nueva?
system-no-threads = el sistema no da hilos: { $reason }
log-filter-wrong = --log { $filter }: { $reason }; use info o tandem=debug
log-not-written = no se puede escribir el registro: { $reason }
crash-kept = lo ocurrido queda en { $file }
crash-not-kept = no se pudo guardar ningún informe: { $reason }
demo-become-elsewhere = solo en el helpdesk de demostración integrado se puede ser otra persona
filter-names-without-end = el filtro { $filter } pide más nombres de los que hay
answer-unexpected = la respuesta es de otra pregunta: { $answer }
