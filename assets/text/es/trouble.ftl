# Por qué la línea con el servidor, o la copia de este equipo, no hizo lo que se pedía.

trouble-unreachable = no se llega al servidor: { $reason }
trouble-timed-out = el servidor no respondió a tiempo: { $reason }
trouble-broken = no se entiende la respuesta del servidor: { $reason }
trouble-sign-in = inicie sesión primero
trouble-busy = el servidor está ocupado
trouble-no-line = por ahora no hay línea con el servidor
client-authority = server.ca_file: no se puede usar { $what }: { $reason }. Debe contener certificados en forma PEM
client-no-certificate = server.ca_file: { $what } no contiene ningún certificado. Debe contener certificados en forma PEM
client-proxy = server.proxy: no se puede usar { $what }: { $reason }. Escríbalo como http://proxy.example:3128
client-not-made = no se puede crear un cliente HTTP: { $reason }
copy-make = no se puede crear la carpeta { $path }: { $reason }. Compruebe de quién es y que el disco está ahí.
copy-open = no se puede abrir { $path }: { $reason }. Compruebe de quién es y que el disco está ahí.
copy-make-private = no se puede hacer privado { $path }: { $reason }. Compruebe de quién es y que el disco está ahí.
copy-look-at = no se puede examinar el disco de { $path }: { $reason }. Compruebe de quién es y que el disco está ahí.
copy-migration = la copia local { $path } no se puede actualizar: { $reason }. Use el programa que la escribió, o apártela; contiene cambios sin enviar.
copy-disk-full = no queda espacio en el disco de la copia local: no se guardó nada. Haga sitio y vuelva a hacerlo.
copy-nobody = aún no ha iniciado sesión nadie: iníciela una vez mientras el servidor responde
copy-no-ticket = el ticket { $ticket } no está en la copia local
copy-no-change = este cambio ya no está en la bandeja de salida
copy-on-its-way = este cambio va camino del servidor; espere la respuesta
copy-unreadable = la copia local contiene algo ilegible: { $reason }
copy-locked = otro programa tiene bloqueada la copia local. Ciérrelo, o vuelva a hacerlo dentro de un momento.
copy-database = la copia local falló: { $reason }
embedded-files = no se pueden usar los archivos del desk integrado: { $reason }. `tandem doctor` dice dónde están
embedded-stuck = otro tandem suyo retiene { $file } y no responde; ciérrelo (`fuser` lo nombra) y vuelva a intentarlo
refusal-too_large = La petición es mayor de lo que deja pasar el camino al servidor; acórtela.
