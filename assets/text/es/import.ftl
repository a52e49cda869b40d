# Qué está mal en un archivo que se importa. Los motivos de las filas van detrás de archivo, línea, columna y campo; lo que
# sería correcto sigue tras un punto y coma.

import-first-line = la primera línea debe nombrar las columnas: { $reason }
import-no-line = no hay ninguna
import-json-list = esto es una sola lista JSON; escriba un objeto por línea, como hace { $command }
import-cells = la fila tiene { $found } celdas, la primera línea nombra { $named }
import-no-object = la línea no es un objeto JSON; escriba { $example }
import-no-json = la línea no es JSON: { $reason }
import-too-many-values = la línea tiene más de { $values } valores, o sus nombres más de { $bytes } bytes; quite lo que no está asignado
import-behind-quote = hay texto tras la comilla que cierra la celda; dentro de una celda, escriba la comilla dos veces
import-open-quote = la comilla que abre esta celda no se cierra nunca; ciérrela, o escríbala dos veces
import-row-too-large = la fila tiene { $bytes } bytes, puede tener { $most } como mucho; acorte sus textos
import-no-utf8 = este byte no es UTF-8; guarde el archivo como UTF-8, o escriba el carácter de nuevo
import-nul = aquí hay un carácter NUL; quítelo
import-needs-number = una fila necesita el número de su ticket
import-needs-moment = una fila necesita el momento de su suceso
import-needs-key = { $entity } necesita su clave
import-word-unknown = [{ $section }] de la asignación no conoce "{ $word }"; diga allí qué es aquí
import-no-section = la asignación no tiene [{ $section }]
import-no-moment = "{ $text }" no es un momento; se leen estas formas: { $forms }
import-no-count = "{ $text }" no es una cantidad
import-no-truth = "{ $text }" no es ni verdadero ni falso
import-rejects-imported = los rechazos no pueden ir al archivo que se importa; nombre otro con --rejects
import-rejects-unwritable = los rechazos no se pueden escribir: { $reason }; nombre otro archivo con --rejects
import-no-room = no hay espacio para contar: { $reason }; haga sitio donde están los archivos temporales
import-rows = { $count ->
    [one] una fila
   *[other] { $count } filas
 }

# Por qué el servidor no puede tomar una fila.

import-needs-digest = una fila necesita el número de su ticket y su suma de comprobación
import-no-status = no hay ningún estado de Autotask "{ $text }"; tome uno de: { $known }
import-no-priority = no hay tal prioridad; tome 4, 1, 2 o 3 (P1 a P4)
import-text-too-long = el texto tiene { $length } caracteres; puede tener { $limit } como mucho
import-number-too-large = { $number } es un número demasiado grande
import-too-many-decimals = { $number } tiene más decimales que { $decimals }
import-not-of-type = "{ $text }" no es del tipo { $type }
import-no-choice = no hay "{ $text }"; tome uno de: { $known }
import-no-item = la lista no tiene "{ $text }"
import-no-records = no hay "{ $entity }" que importar; tome uno de: { $known }
import-needs-field = { $entity } lo necesita
import-no-field = { $entity } no tiene tal campo
import-field-not-set = una importación no fija este campo de { $entity }: se sigue de otra cosa, o se concede aquí
import-no-name = no hay { $entity } con el nombre "{ $name }"
import-no-key = de este origen no vino { $entity } con la clave "{ $key }"; impórtelo primero
import-time-needs-minutes = el tiempo necesita sus minutes, o sus hoursWorked
import-udf-nameless = un campo definido por el usuario necesita un nombre
import-udf-not-in-use = este campo definido por el usuario ya no está en uso

# Comentarios en una correspondencia sugerida, una línea cada uno. CHECK y FILL IN son marcas que se buscan: en todos los
# idiomas.

suggested-for = Sugerida para { $file } según sus primeras { $rows } filas.
suggested-log = Los números se repiten: cada fila es un evento de un ticket, en el orden del archivo.
suggested-list = Cada fila es un ticket.
suggested-then = Repásela y después: tandem import ARCHIVO --mapping ESTA --dry-run
suggested-source = Con este nombre quedan conocidos los registros: consérvelo para archivos posteriores del mismo desk.
suggested-unknown = Lo que significa: no se sabe.
suggested-moments = Cómo se escriben los momentos, probados en este orden.
suggested-doubt = CHECK: en la muestra encajan día y mes en cualquier orden.
suggested-zone = Dónde están sus relojes: un nombre como Europe/Berlin.
suggested-ticket = Campo del ticket = texto en el que { $column } representa la celda de esa columna.
suggested-needed = FILL IN, esto hace falta: { $example }
suggested-company = CHECK: ninguna columna dice el cliente; todos los tickets son de este
suggested-status = CHECK: ninguna columna lo dice; todos los tickets son nuevos
suggested-statuses = Su estado = el nombre del estado de Autotask aquí. Una fila con otra palabra se aparta.
suggested-priorities = Su prioridad = Critical, High, Medium o Low. Una fila con otra palabra se aparta.
suggested-word = CHECK: no es una palabra conocida
suggested-contacts = Los contactos, con sus direcciones.
suggested-notes = Lo que hay ahí pasa a ser una nota interna; con { $public } la vería el cliente.
suggested-history = Qué más cuenta el historial cuando cambia.
suggested-rest = Columnas de las que no sale nada. Quite el # para conservar una, con el nombre que usted elija.
suggested-empty = vacía en la muestra
