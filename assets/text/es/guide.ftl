# Lo que la gente de un cliente lee primero, y a quién pregunta.

guide-title = Primeros pasos y más ayuda
guide-title-of = Primeros pasos y más ayuda para { $company }
guide-queues = Colas
    .about = Los tickets propios de su mesa están en colas propias. Cree una para cada grupo que trabaja por su cuenta y dé un sitio a cada tipo de trabajo: un ticket que nadie encuentra no es de nadie.
guide-request-types = Tipos de solicitud
    .about = Su gente elige un tipo de solicitud cuando pide algo. Nómbrelos como lo harían ellos y lleve cada uno a la cola donde se trabaja primero.
guide-hours = Horario
    .about = Los plazos cuentan solo mientras su mesa está abierta. Anote las horas de cada día y los días libres antes de que el primer ticket tenga plazo.
guide-vendors = Proveedores externos
    .about = El trabajo que espera a alguien de fuera, un operador o un fabricante, espera en un proveedor externo. Anote con quiénes trabaja, para que se vea a quién espera un ticket.
guide-users = Usuarios y niveles
    .about = Usted crea y gestiona los usuarios del portal de su gente: básico ve sus propias solicitudes, avanzado las de la organización, un gestor gestiona también usuarios. Los niveles que trabajan en Taskfire son licencias y los da el proveedor; pregunte allí cuando alguien empieza o se va.
guide-submit = Pedir algo
    .about = En su lista, { $key } abre una solicitud nueva: elija el tipo que mejor encaja y diga en una línea qué pasa. Puede añadir más después.
guide-follow = Ver cómo va
    .about = { $key } abre la solicitud bajo el cursor, con todo lo que se dijo y cuándo.
guide-answer = Responder
    .about = { $key } escribe una respuesta que leen los dos lados. Una respuesta a una solicitud cerrada la abre otra vez.
guide-ask = Más ayuda
guide-ask-manager = Pregunte a { $manager } en { $provider }, que se ocupa de su organización; lo urgente, envíelo como solicitud.
guide-ask-provider = Pregunte a { $provider }; lo urgente, envíelo como solicitud.

intent-guide-open = primeros pasos y más ayuda
    .short = primeros pasos
    .about = Qué hace quien administra Taskfire, qué hacen todos y a quién se pregunta.
