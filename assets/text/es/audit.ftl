# El registro de los actos administrativos.

audit-title = Registro
audit-entry-title = Registro · entrada { $number }
audit-at = Cuándo
audit-who = Quién
audit-act = Qué
audit-subject = Sobre
audit-origin = Desde
audit-digest = Huella
audit-differences = ANTES → DESPUÉS
audit-no-difference = No se guarda nada de antes y después.
audit-none = Ninguna entrada encaja. Tras la tecla del filtro escriba client:… act:… who:… since:… until:…, o nada para verlas todas.
audit-more = Más antiguas más abajo. Acotar con client: act: who: since: until:
audit-all = No hay entradas más antiguas.
audit-unreadable = No se entiende: { $words }. Se conocen client: act: who: since: until:
audit-newest = Huella más nueva
audit-digest-about = Guárdela en otro sitio: `tandem audit verify --from` con ella encuentra una entrada quitada, alterada o cortada al final.
audit-digest-copied = La huella más nueva va camino de su portapapeles. `tandem audit verify --from` con ella comprueba el registro.
audit-exported = El registro está escrito en { $path }; solo usted puede leerlo.

reason-not-at-audit = Abra primero el registro.
reason-no-entry = No hay ninguna entrada bajo el cursor.

context-audit = Registro
intent-audit-open = abrir la entrada
    .short = abrir
    .about = Muestra qué era distinto después.
intent-audit-export = exportar el registro
    .short = exportar
    .about = Lo escribe todo como líneas JSON con sus huellas, en un archivo que solo usted puede leer.
intent-audit-digest = copiar la huella más nueva
    .short = copiar huella
    .about = Guardada en otro sitio, demuestra más tarde que no se cortó nada.
intent-go-audit = ir al registro
    .short = registro
    .about = Cada acto administrativo: quién, cuándo, desde dónde, antes y después.

field-isActive = Con actividad
field-isPortalActive = Portal
field-licenceSince = Licencia desde
field-feature = Función
field-completeTaskfireWithAutotask = Completa Taskfire
field-completeAutotaskWithTaskfire = Completa Autotask
field-hideFinancials = Oculta informes
field-twoFactor = Segundo factor
field-lockAfterMinutes = Bloqueo tras minutos
field-shownTime = Tiempo mostrado
field-resourceNames = Nombres mostrados
field-ticketsSince = Tickets desde
field-nextVersion = Próxima versión
field-assignableLevels = Niveles que se pueden dar
