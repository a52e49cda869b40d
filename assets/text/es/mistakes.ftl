# Lo que está mal en un archivo que alguien ha escrito: ajustes, colores, teclas, vistas, macros, correspondencias.
# Delante van el archivo y la línea; lo que sería correcto sigue tras un punto y coma.

mistake-toml = esto no es TOML: { $reason }
mistake-file-unreadable = no se puede leer: { $reason }
settings-unreadable = el archivo de ajustes { $file } no se puede leer: { $reason }

# Lo que sería correcto

mistake-nearest = ¿quiso decir "{ $name }"?
mistake-one-of = elija entre: { $names }
mistake-write = escriba { $example }
mistake-write-like = escríbalo como "{ $example }"
mistake-write-or-leave = escriba { $example } o quite el paso
mistake-write-below = escriba { $example } debajo de [{ $section }]

# Cualquier archivo

mistake-no-section = no hay ninguna sección "{ $name }"
mistake-not-section = "{ $name }" tiene que ser una sección
mistake-write-section = escriba [{ $name }] en una línea propia
mistake-item-not-section = "{ $name }" tiene que ser una lista de secciones, no de { $found ->
    [text] texto
    [whole-number] números enteros
    [fraction] números con decimales
    [boolean] true o false
    [date] fechas
    [list] listas
   *[section] secciones
 }
mistake-wanted = "{ $name }" tiene que ser { $wanted ->
    [text] texto entre comillas
    [texts] texto entre comillas o una lista de tales textos
    [boolean] true o false
    [whole-number] un número entero
   *[sections] una lista de secciones
 }, no { $found ->
    [text] texto
    [whole-number] un número entero
    [fraction] un número con decimales
    [boolean] true o false
    [date] una fecha
    [list] una lista
   *[section] una sección
 }
mistake-not-among = "{ $name }" no puede ser "{ $value }"
mistake-unreadable = "{ $name }": { $path } no se puede leer: { $reason }

# Ajustes

mistake-no-setting = no hay ningún ajuste "{ $name }"
mistake-setting-below = escriba el ajuste debajo de [{ $section }]
mistake-address = "{ $name }" tiene que ser una dirección que empiece por http:// o https://
mistake-line = "line" tiene que ser una velocidad en bits por segundo, de { $least } en adelante
mistake-line-unset = quite la línea para tomar la velocidad del terminal

# Teclas

mistake-no-key = "{ $key }" no es ninguna tecla
mistake-write-keys = escriba teclas como { $keys } y secuencias como { $sequence }
mistake-no-intent = no hay ninguna intención "{ $name }"
mistake-keys-listed = `tandem keys` las enumera todas
mistake-not-bound = en [{ $section }] no hay nada asignado a "{ $keys }"
mistake-leave-line-out = quite la línea
mistake-keys-twice = "{ $keys }" aparece dos veces en [{ $section }]
mistake-leave-one-line-out = quite una de las dos líneas
mistake-keys-clash = "{ $keys }" no puede estar junto a "{ $other }" en [{ $section }]: una empieza la otra
mistake-unbind = libere la otra con { $line }

# Colores

mistake-no-role = no hay ningún papel "{ $name }"
mistake-no-colour = "{ $word }" no es ni color ni atributo
mistake-colours-besides = (los colores también pueden ser de 0 a 255 o #rrggbb)

# Vistas

mistake-no-view-setting = una vista no tiene ningún ajuste "{ $name }"
mistake-no-sort = una lista no se puede ordenar por "{ $word }"
mistake-sort-turned = (un menos delante invierte el orden)
mistake-no-column = no hay ninguna columna "{ $name }"
mistake-word-twice = "{ $word }" aparece dos veces
mistake-leave-one-out = quite una de las dos
mistake-columns-lack = en "columns" falta "{ $word }"
mistake-columns-always = toda lista muestra el título y los dos estados
mistake-no-digit = "key" tiene que ser una cifra de 1 a 9
mistake-digit-taken = { $digit } ya abre "{ $name }"
mistake-other-digit = elija otra cifra

# Macros

mistake-macro-empty = "{ $name }" no hace nada
mistake-no-macro-setting = una macro no tiene ningún ajuste "{ $name }"
mistake-step-empty = este paso no hace nada
mistake-reopens-nothing = un paso que no reabre no hace nada
mistake-no-act = no hay ninguna acción "{ $name }"
mistake-beside = "{ $name }" está junto a "{ $other }"
mistake-one-act = cada paso hace una sola cosa: escriba { $example }
mistake-beside-no-time = "{ $name }" no está junto a ningún tiempo
mistake-write-beside = escriba { $example } al lado
mistake-time-only = "{ $name }" solo va con el tiempo
mistake-no-time = "{ $text }" no es un tiempo empleado
mistake-no-template-field = ningún ticket tiene un campo "{ $name }"
mistake-brace = una llave no tiene pareja
mistake-write-braces = escriba { $open } y { $close } para las llaves que van como tales
mistake-no-assignee = una macro no puede asignar "{ $name }"
mistake-no-priority = no hay ninguna prioridad "{ $name }"
mistake-no-status = no hay ningún estado "{ $name }"
mistake-no-queue = no hay ninguna cola "{ $name }"

# Correspondencias de una importación

mistake-no-part = una correspondencia no tiene ninguna parte "{ $name }"
mistake-no-source = la correspondencia no nombra su origen
mistake-write-source = escriba { $example }, un nombre que no cambie para los archivos de este helpdesk
mistake-needed = [{ $section }] no dice de dónde viene "{ $name }"
mistake-no-zone = "{ $name }" no es una zona horaria como Europe/Berlin o America/New_York
mistake-no-form = "{ $form }" no es una forma de momento
mistake-no-day = "{ $form }" no dice el día
mistake-no-references = los registros se nombran por names o por keys, no por "{ $word }"
mistake-no-field = no hay ningún campo "{ $name }"
mistake-field-not-set = una importación no pone este campo: se deduce de otro o se concede aquí
mistake-no-records = no hay registros llamados "{ $name }"
mistake-column-open = una { $open } no está cerrada: escriba el nombre de la columna y { $close }
mistake-column-unnamed = { $braces } no nombra ninguna columna
mistake-file-lacks = el archivo no tiene ninguna columna "{ $name }"
