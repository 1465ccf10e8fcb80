import type { LanguageTexts } from './texts.types.ts';

export const es: LanguageTexts = {
  greetings: ['Hola:', 'Buenos días:', 'Buenas tardes:', 'Hola, equipo de {brand}:', 'Estimados señores:'],
  closings: ['Un saludo,\n{name}', 'Saludos cordiales,\n{name}', 'Gracias de antemano.\n{name}', '{name}', 'Atentamente,\n{name}\n{street}'],
  agentGreetings: ['Hola, {first}:', 'Buenos días, {first}:', 'Buenas tardes, {first}:'],
  agentClosings: ['Un saludo,\n{agent}', 'Saludos cordiales,\n{agent}\n{brand}', 'Que tengas un buen día.\n{agent}'],
  thanks: [
    '¡Perfecto, ya funciona! Muchas gracias por la rapidez.',
    'Muchas gracias, era justo lo que necesitaba saber.',
    'Todo solucionado. Gracias por la paciencia.',
    'Ya está como siempre. Da gusto que contesten así.',
    'Estupendo, por mi parte pueden cerrar el caso.',
  ],
  chases: [
    '¿Hay alguna novedad? No he sabido nada desde mi último mensaje.',
    'Perdón por insistir, pero necesito saber cómo va esto.',
    'Sigo esperando respuesta. ¿Podría mirarlo alguien hoy?',
    '¿Se sabe ya algo de lo mío?',
  ],
  updates: [
    'Te escribo para que no te quedes con la duda: el caso está con nuestros especialistas y espero su respuesta antes del {later}. Te contaré lo que digan, sea lo que sea.',
    'Gracias por tu paciencia. Seguimos esperando a la otra parte y esta mañana se lo he vuelto a recordar.',
    'No me he olvidado de ti. La comprobación tarda un día más de lo que esperaba; tendrás noticias mías el {later} a más tardar.',
    'Haces bien en preguntar. Una persona del equipo está revisando los datos y te respondo antes de que acabe el día.',
  ],
  nudges: [
    'Como no he tenido noticias tuyas, supongo que está resuelto y cierro el caso por ahora. Si falta algo, basta con responder a este mensaje.',
    'Espero que el silencio sea buena señal. Cierro el caso hoy; con una respuesta se vuelve a abrir.',
  ],
  outOfOffice: { subject: 'Respuesta automática: fuera de la oficina', body: 'Gracias por su mensaje. Estaré fuera de la oficina hasta el {later} y leeré el correo de vez en cuando. Si es urgente, llame a recepción.' },
  attribution: 'El {date}, {from} escribió:',
  people: ['María José Ferrer', 'Antonio Quintana', 'Lucía Belmonte', 'Javier Orduña', 'Carmen Aguirre', 'Pablo Iriarte', 'Nuria Castaño', 'Sergio Peñalver', 'Elena Zamora', 'Álvaro Muñiz', 'Inés Caballero', 'Rubén Salas'],
  streets: ['Calle Mayor 14, 2.º B', 'Avenida del Puerto 27', 'Plaza de la Fuente 3', 'Calle del Molino 9', 'Paseo de los Olmos 52', 'Calle Nueva 118'],
  organizations: [{ name: 'Gestoría Quintana', domain: 'gestoriaquintana.example', members: [1] }, { name: 'Hotel Mirador del Cabo', domain: 'miradordelcabo.example', members: [6, 8] }],
  mailDomains: ['correocasa.example', 'buzon.example'],
  phone: '+34 600 55 01',
  currency: '{n},00 €',
  signature: 'Atención al cliente de {brand}\nDe lunes a viernes, de 8 a 17 h',
  situations: {
    outage: {
      subjects: ['Sin internet desde el {day}', 'No hay conexión en {street}', 'Fibra caída por completo'],
      openings: [
        'Llevamos sin internet desde el {day}. La luz de la caja, que antes era verde, ahora parpadea en rojo.',
        'No tenemos nada de conexión en {street}. He reiniciado todo dos veces y he esperado media hora entre medias.',
        'La conexión se cortó en mitad de una reunión y no ha vuelto. Tampoco hay televisión; solo funciona el teléfono.',
      ],
      details: ['Mi vecina también está con ustedes y le pasa lo mismo.', 'Trabajo en casa y me estoy quedando sin datos en el móvil.', 'Según su página de estado todo va bien, y no es así.', 'La última vez que llovió fuerte pasó igual.'],
      asks: [
        'Siento mucho la molestia. ¿Puedes decirme qué luces están encendidas en la cajita blanca de la pared y de qué color? No veo ninguna avería en tu zona, así que puede ser solo tu línea.',
        'Gracias por avisar. Desenchufa la caja de fibra un minuto entero, vuelve a enchufarla y dime si la luz LOS sigue en rojo.',
      ],
      answers: ['He hecho lo que me dices. POWER está en verde, LOS en rojo fijo y PON no hace nada.', 'Desenchufada, esperado y enchufada. A los dos minutos vuelve la luz roja.'],
      fixes: [
        'Ya lo tenemos: se había soltado un empalme en el armario de la calle y un técnico lo arregló hace una hora. Tu línea mide bien. Los días sin servicio los descuento de la próxima factura.',
        'Una excavadora había dañado el cable de tu calle. Se reparó esta mañana y tu caja ya responde. Reinicia el router una vez para que coja una dirección nueva.',
      ],
    },
    technician: {
      subjects: ['El técnico no vino', 'Visita perdida el {day}', 'Todo el día esperando para nada'],
      openings: [
        'Un técnico tenía que venir el {day} entre las 8 y las 12. Pedí la mañana libre y no llamó ni vino nadie.',
        'Estuve todo el {day} en casa esperando la visita que me confirmaron por SMS. No apareció nadie.',
        'Es la segunda vez que fallan con la cita en {street}. La primera, por lo menos, llamaron.',
      ],
      details: ['No puedo pedir otro día libre así como así.', 'Conservo el SMS con la hora, por si lo quieren ver.', 'El timbre funciona, lo he probado.', 'El número de la orden es {ref}.'],
      asks: [
        'Te pido disculpas, esto no debe pasar. En la planificación consta que no encontraron el portal. ¿Qué piso es y hay algún código en la puerta?',
        'Siento que perdieras el día. Puedo ofrecerte el {later} por la mañana o a última hora de la tarde. ¿Qué prefieres y a qué número puede llamar el técnico?',
      ],
      answers: ['Segundo izquierda, código 2580. El nombre está en la puerta.', 'Mejor a última hora. Que llamen media hora antes, por favor; el número es el que tienen.'],
      fixes: [
        'Queda reservado para el {later} entre las 16 y las 18 h. El técnico llamará media hora antes y el código ya está en el parte. Por la visita perdida te he abonado {amount}.',
        'Gracias, la visita está confirmada para el {later}. Esa misma tarde comprobaré que se haya hecho, y la perdida no te cuesta nada.',
      ],
    },
    invoice: {
      subjects: ['Me han cobrado dos veces', 'La factura {ref} está mal', 'Factura duplicada'],
      openings: [
        'He recibido dos facturas del mismo mes, las dos de {amount}, y las dos me las han cobrado.',
        'En la factura {ref} aparece mi tarifa dos veces. Solo tengo una línea y un piso.',
        '¿Pueden revisar la factura {ref}? Son {amount} más que de costumbre y no he contratado nada.',
      ],
      details: ['Seguro que tienen las dos en el sistema.', 'El banco dice que puedo devolver el recibo, pero prefiero no hacerlo.', 'Creo que la buena es la del {day}.', 'En primavera pasó lo mismo y tardaron dos meses.'],
      asks: [
        'Gracias, veo las dos facturas. Antes de anular una: ¿te has mudado o has cambiado de tarifa hace poco? Una lleva otra dirección.',
        'He encontrado la factura {ref}. ¿Qué día te cobraron el segundo importe? Así puedo casarlo con nuestra contabilidad.',
      ],
      answers: ['Ni mudanza ni cambios. Llevo nueve años en {street}.', 'El segundo cobro fue el {day}, el primero tres días antes.'],
      fixes: [
        'Tienes toda la razón y te pido disculpas. La segunda factura venía de una tarifa antigua que debía estar de baja. Está anulada y recibirás {amount} en cinco días hábiles.',
        'Fue un error en nuestra facturación. He emitido un abono de {amount}; lo verás en tu cuenta antes del {later}.',
      ],
    },
    slow: {
      subjects: ['Wifi muy lento por la noche', 'No llega la velocidad contratada', 'Las videollamadas se cortan'],
      openings: [
        'Por la noche el wifi va tan lento que las películas se paran cada poco. De día va bien.',
        'Pago 500 y como mucho mido 40. He probado con tres móviles y un portátil.',
        'Desde el {day} las videollamadas se congelan y se cortan. Con cable va algo mejor, pero no del todo.',
      ],
      details: ['El router está en la entrada y el salón queda a dos paredes.', 'En casa hay once aparatos conectados.', 'Tengo un router antiguo suyo en el armario, por si sirve.', 'Mi medición de anoche: 38 de bajada y 9 de subida.'],
      asks: [
        'Vamos a ver qué parte va lenta. ¿Puedes medir una vez con cable directo al router y otra por wifi en la misma habitación?',
        'Desde aquí la línea se ve bien. ¿De qué color es la luz del router y usas la red cuyo nombre acaba en 5G?',
      ],
      answers: ['Con cable me da 480 y por wifi en la misma habitación 52. Será cosa del wifi.', 'La luz es azul. Usamos la que no tiene 5G porque la impresora solo ve esa.'],
      fixes: [
        'Eso lo explica: el router había elegido un canal que usa todo el edificio. Lo he pasado a uno libre y lo he actualizado desde aquí. Mide otra vez esta noche; debería dar más de 300.',
        'Te he enviado un router más nuevo sin coste; llega el {later}. Conecta la tele y los portátiles a la red 5G y deja la impresora en la otra.',
      ],
    },
    return: {
      subjects: ['Quiero devolver {product}', 'Devolución del pedido {order}', 'Devolver una lámpara'],
      openings: [
        'Quiero devolver la {product} del pedido {order}. Es preciosa, pero demasiado grande para nuestra mesa.',
        '¿Cómo se devuelve una lámpara? Compré la {product} el {day} y el color no pega con la habitación.',
        '¿Cómo devuelvo parte del pedido {order}? Me quedo con una {product} y devuelvo la otra.',
      ],
      details: ['La caja está abierta, pero está todo.', 'No encuentro la hoja de devolución, si la había.', 'No se ha encendido nunca.', '¿Puedo entregarla en una tienda?'],
      asks: [
        'Por supuesto. ¿Conservas la caja original? ¿Prefieres entregar el paquete o que lo recojan en {street}?',
        'Sin problema. ¿Quieres el dinero o una {product} en otro tamaño?',
      ],
      answers: ['Tengo la caja. Que lo recojan, por favor, cualquier día a partir de las 15 h.', 'El dinero, por favor. Quizá más adelante pidamos la pequeña.'],
      fixes: [
        'Tienes la etiqueta en el correo. Recogerán el paquete el {later} a partir de las 15 h. En cuanto llegue te devolvemos {amount} a la tarjeta.',
        'La devolución está registrada como {ref}. Pega la etiqueta encima de la antigua y entrega el paquete; los {amount} llegarán unos tres días después.',
      ],
    },
    damaged: {
      subjects: ['La {product} llegó rota', 'Pantalla agrietada', 'Cristal roto en el pedido {order}'],
      openings: [
        'La {product} ha llegado hoy con el cristal hecho pedazos. La caja parece intacta.',
        'He abierto el pedido {order} y la pantalla tiene una grieta de arriba abajo. Adjunto una foto.',
        'La lámpara funciona, pero la base está doblada y se inclina como la torre de Pisa.',
      ],
      details: ['Era un regalo para el {later}.', 'Todavía no he tirado nada.', 'El repartidor la dejó bajo la lluvia.', 'La otra del mismo paquete está bien.'],
      asks: [
        '¡Vaya, lo siento! ¿Puedes mandarme una foto del daño y de la etiqueta de la caja? Así te envío otra enseguida.',
        'Gracias por avisar tan pronto. ¿Es solo la pantalla o también el pie? Puede que tenga la pieza aquí.',
      ],
      answers: ['Aquí van las fotos. Solo está rota la pantalla, lo demás está bien.', 'Adjuntas. La etiqueta se mojó un poco; espero que se lea.'],
      fixes: [
        'Gracias, está claro. Hoy sale una pantalla nueva y llega el {later}. No hace falta que devuelvas la rota; cuidado con los cristales.',
        'Te enviamos una {product} nueva, pedido {ref}. Mete la rota en la caja y dásela al repartidor, que ya lo sabe.',
      ],
    },
    delivery: {
      subjects: ['¿Dónde está el pedido {order}?', 'Falta una pieza', 'Otra entrega con retraso'],
      openings: [
        'El pedido {order} tenía que llegar el {day}. El seguimiento lleva cuatro días diciendo «en reparto».',
        'La {product} ha llegado hoy, pero falta la bolsa con los tornillos y el gancho.',
        'Según el seguimiento, mi paquete se entregó el {day}. Ni lo tengo yo ni ningún vecino al que haya preguntado.',
      ],
      details: ['El electricista viene el {later}, así que corre un poco de prisa.', 'La dirección es {street}, como siempre.', 'Por favor, no me manden otra vez el enlace de seguimiento.', 'Pagué el envío urgente.'],
      asks: [
        'Lo siento. He preguntado al transportista. ¿Hay algún sitio donde se pueda dejar el paquete? ¿Encontraste quizá un aviso en el buzón?',
        'Gracias, me ocupo. ¿Qué letra pone en la hoja de la bolsa que sí llegó, A o B? Así sé cuál falta.',
      ],
      answers: ['Ningún aviso, nada. Lo pueden dejar en la panadería de abajo.', 'En la hoja pone B.'],
      fixes: [
        'El transportista ha encontrado tu paquete en otro almacén. Llega el {later} y te he devuelto los gastos de envío, {amount}.',
        'La bolsa que faltaba ha salido hoy por correo y debería llegar el {later}. Si ese día no está, llámanos y te llevamos una.',
      ],
    },
    transfer: {
      subjects: ['Necesito un justificante', '¿Dónde está mi transferencia de {amount}?', 'Comprobante del pago {ref}'],
      openings: [
        'Envié {amount} el {day} y el destinatario dice que no le ha llegado. ¿Pueden confirmar que salió?',
        'Necesito un justificante de mi transferencia {ref}, con sello, para el casero.',
        'Una transferencia de {amount} a mi hija lleva «en curso» desde el {day}. Normalmente tarda minutos.',
      ],
      details: ['El dinero ya no está en mi cuenta, eso lo veo.', 'El plazo acaba el {later}.', 'El número de cuenta es correcto, lo he comprobado dos veces.', 'Era el primer pago a esa persona.'],
      asks: [
        'Entiendo la preocupación. ¿Me dices los cuatro últimos dígitos de la cuenta de destino? No envíes el número entero por correo.',
        'Gracias. ¿A nombre de quién va el justificante y en qué idioma lo necesitas?',
      ],
      answers: ['Los cuatro últimos son 4471.', 'En español, a nombre de la administración de la finca. Con un PDF basta.'],
      fixes: [
        'La transferencia se detuvo para una comprobación rutinaria por ser la primera a ese destinatario. Ya está liberada y en la otra cuenta. Adjunto el justificante.',
        'El justificante de {ref} va adjunto y también está en la aplicación, en Documentos. El otro banco ha abonado el dinero hoy.',
      ],
    },
    card: {
      subjects: ['Tarjeta bloqueada', 'Tarjeta rechazada en el extranjero', 'He perdido la tarjeta'],
      openings: [
        'Hoy me han rechazado la tarjeta tres veces y hay dinero en la cuenta. En la aplicación pone «restringida».',
        'No encuentro la tarjeta desde el {day}. La he congelado en la aplicación, pero necesito una nueva.',
        'Hay dos pagos del {day} que no he hecho, {amount} en total.',
      ],
      details: ['Estoy de viaje y es la única que llevo.', 'Nadie más sabe el PIN.', 'Lo último que pagué fue un billete de tren.', 'No llamen antes de mediodía, estoy en otra zona horaria.'],
      asks: [
        'Tu tarjeta está a salvo: el sistema la paró por un pago en un país donde nunca se había usado. ¿La reserva de hotel del {day} era tuya?',
        'Gracias por congelarla enseguida. ¿Sigue siendo {street} la dirección para la tarjeta nueva?',
      ],
      answers: ['Sí, el hotel es mío. El otro pago no.', 'Sí, la dirección es correcta.'],
      fixes: [
        'He desbloqueado la tarjeta y el pago que no era tuyo, {amount}, ya está de vuelta en la cuenta. Por seguridad, te enviamos una nueva.',
        'La antigua queda cancelada y la nueva sale hoy; estará en tu buzón antes del {later}. Mientras tanto puedes pagar con el móvil.',
      ],
    },
    login: {
      subjects: ['No puedo entrar en la aplicación', 'SMS sospechoso en su nombre', 'Dice: dispositivo desconocido'],
      openings: [
        'Desde que tengo móvil nuevo, la aplicación dice «dispositivo desconocido» y el código no llega.',
        'He recibido un SMS en su nombre que me pide confirmar la cuenta en un enlace. No lo he abierto. ¿Es suyo?',
        'Tras la actualización del {day}, la aplicación se cierra al poner el PIN.',
      ],
      details: ['El móvil antiguo está roto y no puedo confirmar con él.', 'También lo he probado en el navegador.', 'A mi madre le ha llegado el mismo mensaje.', 'El móvil no tiene ni un año.'],
      asks: [
        'Gracias por preguntar antes. ¿Escribiste algo en la página del enlace, aunque fuera solo el nombre?',
        'Con un móvil nuevo hay que vincular otra vez la aplicación. ¿Tienes el pasaporte a mano? ¿Tu número sigue acabando en 38?',
      ],
      answers: ['No, no lo abrí. Ya lo he borrado.', 'Tengo el pasaporte aquí y el número es el mismo.'],
      fixes: [
        'Muy bien hecho: no era nuestro. Hemos denunciado la página y ya no existe. Tu cuenta no se ha tocado, así que no tienes que hacer nada más.',
        'Ya puedes vincular el móvil: abre la aplicación, elige «Nuevo dispositivo» y acerca el pasaporte a la parte de atrás. El código vale hasta el {later}.',
      ],
    },
    password: {
      subjects: ['Cuenta bloqueada', 'Restablecer contraseña', 'No entro en el correo tras las vacaciones'],
      openings: [
        'Vuelvo de vacaciones y la contraseña ha caducado. La página para cambiarla dice que la cuenta está bloqueada.',
        'Puse mal la contraseña demasiadas veces y ahora no entro ni en el correo ni en la telefonía.',
        'El correo para restablecer llega justo al buzón que no puedo abrir. ¿Alguien lo puede hacer a mano?',
      ],
      details: ['Mi turno empieza a las 10.', 'Hoy estoy en la oficina, segunda planta.', 'En el móvil funcionó hasta ayer.', 'Sí, las mayúsculas estaban desactivadas.'],
      asks: [
        'Claro. Tengo que asegurarme de que eres tú: pasa por el rincón de informática o que tu responsable lo confirme aquí.',
        'La cuenta está desbloqueada. ¿La página te pide el código del autenticador o se para antes?',
      ],
      answers: ['Acabo de pasar, gracias. El correo va, la telefonía todavía no.', 'Se para antes del código, nada más poner la contraseña.'],
      fixes: [
        'La telefonía recoge las contraseñas nuevas cada hora; lo he forzado a mano. Cierra la sesión una vez y funcionará.',
        'El navegador guardaba una contraseña antigua. La he restablecido otra vez: escríbela a mano la primera vez y deja que la guarde entonces.',
      ],
    },
    laptop: {
      subjects: ['Portátil para alguien que empieza el {later}', 'Incorporación: equipo', 'Nueva persona en el equipo, {later}'],
      openings: [
        'El {later} empieza una persona en mi equipo y necesita portátil, auriculares y acceso a los casos.',
        '¿Podéis preparar el equipo para la nueva incorporación? Primer día: {later}; teletrabajo desde la segunda semana.',
        'Pedí un portátil para la nueva incorporación hace dos semanas y no sé nada. Empieza el {later}.',
      ],
      details: ['Con teclado español, si hay.', 'Dos pantallas sería genial; con una basta.', 'El contrato está firmado, RR. HH. lo tiene todo.', 'Añadid a la persona al equipo de banda ancha, por favor.'],
      asks: [
        'Con gusto. ¿Qué marcas tiene que ver desde el primer día? ¿El portátil va a la oficina o a su casa?',
        'Tengo un portátil en existencias. ¿Qué distribución de teclado hace falta y auriculares de uno o dos oídos?',
      ],
      answers: ['A la oficina, y de momento solo Skärnet.', 'De dos oídos, que en nuestro rincón hay ruido. Teclado español.'],
      fixes: [
        'Listo: portátil, auriculares y cuentas están en la taquilla 12. Al entrar por primera vez pide contraseña nueva; estaré por aquí a las nueve.',
        'La cuenta existe, el portátil está instalado y la tarjeta espera en recepción. Las cuentas de formación llegan la tarde del {later}.',
      ],
    },
  },
};
