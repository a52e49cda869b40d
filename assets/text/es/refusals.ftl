# Por qué se rechaza algo, y qué lo haría posible. Las claves son `refusal-` y el código del rechazo.

refusal-unknown = El servidor lo rechazó ({ $code }).

refusal-forbidden = { $act ->
    [escalate] No le corresponde: solo Taskfire puede escalar. Transfiera el ticket para entregarlo al cliente.
    [transfer] No le corresponde: solo Autotask puede transferir. Escale el ticket para entregarlo al proveedor.
    [decline] No le corresponde: solo Autotask puede rechazar lo que se le escaló. Recupere el ticket mientras allí esté en New.
    [recall] No le corresponde: solo Taskfire puede recuperar lo que escaló. Rechace el ticket mientras esté en New, o transfiéralo.
   *[other] Su nivel de seguridad no lo permite. Pídaselo a alguien cuyo nivel lo permita, o a un administrador.
 }
refusal-not_holder = El ticket lo tiene ahora { $side }, así que solo { $side } puede hacerlo. Una nota pública les llega.
refusal-taskfire_not_enabled = Taskfire está desactivado en esta empresa. Los administradores del proveedor pueden activarlo.
refusal-predates_taskfire = El ticket se creó con Taskfire desactivado y por eso se queda en su lado. Créelo de nuevo para entregarlo.
refusal-ticket_complete = El ticket está completo en su lado. Vuelva a abrirlo primero.
refusal-contract_required = { $taker ->
    [you] { $offer ->
        [per_item] Ningún contrato cubre este trabajo. Cree uno junto con la solicitud: solo para ella o para su elemento.
       *[other] Ningún contrato cubre este trabajo. Cree uno solo para la solicitud junto con ella, o indique el elemento y cree uno para este.
     }
   *[administrators] Ningún contrato cubre este trabajo. Se ha pedido uno a los administradores del proveedor y se le avisará cuando exista; inténtelo entonces otra vez.
 }
refusal-request_held = La solicitud espera a que su contrato esté activo: admite notas, pero no tiempo ni estados. Un administrador puede activar el contrato ya.
refusal-request_not_held = Aquí nada espera un contrato, así que no hay nada que recordar.
refusal-ends_before_start = El contrato terminaría antes de empezar. Elija un final posterior o un inicio anterior.
refusal-contracts_overlap = { $name } ya cubre lo mismo en ese tiempo. Empiece este después de que termine, o termine antes aquel.
refusal-time_expired_option_required = Elija qué pasa con el tiempo que su contrato no cubre: pasarlo al contrato siguiente o no.
refusal-contracts_active = Los contratos ya están activados.
refusal-contracts_inactive = Los contratos aún no están activados. Lo hace un administrador del proveedor.
refusal-items_without_owner = { $count ->
    [1] Hay un elemento sin dueño. Asígnelo antes a una persona o a una empresa.
   *[other] Hay { $count } elementos sin dueño. Asigne antes cada uno a una persona o a una empresa.
 }
refusal-time_in_future = No se puede registrar tiempo para un día que aún no ha llegado.
refusal-day_full = Un día tiene 24 horas: de este quedan { $left } minutos.
refusal-not_escalated = Solo puede volver así un ticket que fue escalado y que el proveedor todavía tiene.
refusal-already_started = { $own ->
    [autotask] El trabajo ya empezó, así que no se puede rechazar. Transfiéralo en su lugar.
   *[other] El trabajo ya empezó, así que no se puede retirar ni devolver de este modo. Pida al proveedor que lo transfiera.
 }
refusal-reason_required = Diga por qué: los dos lados leerán el motivo.
refusal-status_by_handover = Este estado viene con una entrega y no se puede elegir. Escale o transfiera el ticket.
refusal-no_part = { $side } no participa en este ticket. Lo hará cuando se le entregue.
refusal-not_complete = El ticket no está completo en su lado, así que no hay nada que reabrir.
refusal-required = Falta { $label }.
refusal-out_of_range = { $label } está fuera de rango: como mucho { $limit }.
refusal-not_usable = Lo que nombra { $label } no existe, o no se puede usar en este ticket.
refusal-not_assignable = Esta persona no puede recibir el ticket: tiene que estar activa y trabajar tickets en su lado, en esta empresa.
refusal-already_assigned = Nadie puede estar a cargo de un ticket y ayudar en él a la vez. Quite primero una de las dos cosas.
refusal-company_fixed = La empresa no puede cambiar: el ticket es compartido, o no le corresponde a usted elegirla.
refusal-both_boxes_required = Marque las dos casillas del acuerdo; entonces se puede aceptar.
refusal-agreement_outdated = Entretanto se publicó la versión { $version } del acuerdo. Léala y acéptela; no se activó nada.
refusal-taskfire_already_enabled = Taskfire ya está activado en esta empresa. La constancia dice quién lo activó.
refusal-feature_inactive = Esta función está desactivada para toda la instancia. Un administrador del proveedor la activa en Activaciones.
refusal-disable_taskfire_first = El portal sigue activo mientras Taskfire lo esté. Desactive primero Taskfire.
refusal-not_confirmed = Lo que escribió no es el nombre de la empresa. Escríbalo tal como aparece arriba.
refusal-ticket_archived = Taskfire está desactivado en esta empresa, así que este ticket es un archivo que solo se puede leer.
refusal-level_by_provider_only = Solo el proveedor da niveles de Taskfire, porque cada uno es una licencia. Pídaselo al proveedor.
refusal-level_not_assignable = El proveedor se reserva este nivel. Elija otro, o pídaselo.
refusal-level_in_use = Todavía hay personas con este nivel. Deles otro primero.
refusal-system_level = Los niveles del sistema no se pueden editar ni eliminar. Cree uno propio a su imagen.
refusal-other_licence_held = Esta persona tiene una licencia de cogestión. Cada persona tiene una de las dos.
refusal-fee_changed = La tarifa de la licencia cambió entretanto. Vuelva a mirarla y confirme después.
refusal-currency_fixed = La moneda ya no puede cambiar: hay un período cerrado.

refusal-invalid = { $field ->
    [timeZone] Una zona horaria se nombra como Europe/Berlin o America/New_York.
    [currency] Una moneda tiene las tres letras de ISO 4217, como EUR.
    [licenceFee] La tarifa de la licencia es un importe de 0.00 a 99999.99 con dos decimales como mucho, como 20.00.
    [lockAfterMinutes] La pantalla se bloquea tras 1 a 1440 minutos; vacío significa nunca.
    [ticketsSince] Un día se escribe como 2026-01-31, y no es posterior a hoy.
    [colour] Un color se escribe como #1a6fb5; vacío significa ninguno.
    [start] Un contrato empieza entre 2000-01-01 y 2099-12-31.
    [end] Un contrato termina el 2099-12-31 a más tardar; deje el fin vacío si no tiene.
    [from] Elija hoy o un día posterior, el 2099-12-31 a más tardar, o deje el día vacío.
   *[other] { $label } contiene caracteres que no se pueden mostrar, como tabuladores o finales de línea. Escríbalo sin ellos.
}
refusal-person_not_active = Esta persona no está activa. Actívela primero.
refusal-not_printable = El carácter { $place } de { $label } no se puede mostrar. Quítelo.
refusal-user_name_taken = Alguien ya inicia sesión con este nombre de usuario. Elija otro.
refusal-password_wrong = La contraseña antigua no es la correcta. Escríbala otra vez.
refusal-password_too_short = Una contraseña tiene al menos { $least } caracteres. Unas cuantas palabras seguidas se recuerdan bien.
refusal-password_known = La contraseña no puede ser el nombre de usuario ni la que sustituye. Elija otra.
refusal-password_must_change = La contraseña la puso otra persona. Cámbiela primero; entonces está todo.
refusal-two_factor_required = Aquí se exige un segundo factor. Configúrelo primero; entonces está todo.
refusal-two_factor_configured = El segundo factor ya está configurado. Quítelo primero, o pida a un administrador que lo restablezca.
refusal-two_factor_not_begun = Empiece primero a configurar el segundo factor; el código lo confirma después.
refusal-code_wrong = Este código no es correcto, o ya se usó. Espere al siguiente.
refusal-not_an_address = Esto no es una dirección de correo: se parece a nombre@empresa.example. Puede quedar vacía.
refusal-automation_contract_required = Elija primero el contrato: el servicio es uno de los suyos.
refusal-service_reserved = Este servicio se reserva para facturar licencias de Taskfire, así que no puede facturar otra cosa, ni estar en otro lugar, ni tener unidades puestas a mano. Quítele las unidades o use otro servicio.
refusal-units_automated = Las unidades de este servicio siguen por sí solas a las personas con nivel de Taskfire. Conceda o retire niveles en su lugar.
refusal-service_not_monthly = Las licencias se facturan por meses. Use un servicio de período mensual.
refusal-own_licences = Las licencias propias del proveedor se cuentan, pero nunca se facturan: no hay nada que automatizar.
refusal-period_not_over = Un período se puede cerrar cuando ha pasado su último día. Elija un día anterior a hoy.
refusal-nothing_to_close = Hasta ese día no queda abierto ningún período terminado.
refusal-preview_outdated = Lo que se cerraría ha cambiado desde que lo vio, o alguien lo cerró entretanto. Vuelva a ver la vista previa.
refusal-upload_incomplete = El archivo aún no está completo en el servidor. Envíe primero las partes que faltan.
