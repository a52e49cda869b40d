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
