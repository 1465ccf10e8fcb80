/** As in en.ts. */
export const kept = `
Le llamaremos mañana. | 2
Le llamaré mañana a las 15:00. | 2 15:00
Le llamo el jueves. | 3
Le llamaré el jueves a las 15. | 3 15:00
Le responderemos en dos horas. | 1 12:00
Le enviaré la factura hoy. | 1
Le contestaremos antes del viernes. | 4
Nos pondremos en contacto con usted el lunes. | 7
Me pondré en contacto con usted mañana por la mañana. | 2 12:00
Le devolveré la llamada esta tarde. | 1 17:00
Volveremos a llamarle el viernes a las 10:30. | 4 10:30
Voy a llamarle mañana. | 2
Vamos a enviarle la pieza el miércoles. | 2
Le avisaremos antes del fin de semana laboral. | 4
Le informaré el próximo lunes. | 7
Le confirmaré la cita antes de las 17:00. | 1 17:00
Un técnico le visitará el miércoles entre las 8 y las 12. | 2 08:00-12:00
Nuestro técnico irá a su casa el 4 de diciembre. | 4
Mi compañera le llamará esta tarde. | 1 17:00
El técnico pasará mañana a las 9. | 2 09:00
Tendrá una respuesta mañana. | 2
Recibirá el reembolso en tres días hábiles. | 4
Recibirá noticias nuestras el jueves. | 3
Su pedido llegará el 10 de diciembre. | 10
El paquete llegará pasado mañana. | 3
La pieza llegará la semana que viene. | 11
Su línea estará reparada mañana. | 2
Prometo llamarle antes de las 18:00. | 1 18:00
Le prometemos una respuesta el viernes. | 4
Te llamo mañana a las 11. | 2 11:00
Te escribiré esta noche. | 1 21:00
Os enviaremos el contrato a final de mes. | 31
Le llamaré en media hora. | 1 10:30
Le llamo en una hora. | 1 11:00
Revisaremos el caso y le escribiremos el jueves. | 3
Lo comprobaré y le contestaré hoy. | 1
Le mandaremos el informe el 18 de diciembre de 2026. | 18
Le haremos la transferencia antes de las 16:00. | 1 16:00
Abonaremos el importe dentro de 5 días. | 6
Cambiaremos el router el jueves. | 3
Repararemos la avería en 48 horas. | 3 10:00
Le mantengo informado y le llamo mañana. | 2
Estaremos allí el sábado a las 9:00. | 5 09:00
Le diré algo mañana al mediodía. | 2 12:00
Le daré una respuesta el viernes por la tarde. | 4 17:00
Hola Ana:\nle llamaré mañana. | 2
Gracias por su paciencia. Le responderemos en 24 horas. | 2 10:00
El jueves le llamaremos. | 3
Mañana por la tarde le enviaré los datos. | 2 17:00
El viernes a las 12:00 le confirmaremos la visita. | 4 12:00
Le entregaremos el equipo el 3/12. | 3
Nos encargaremos de todo el jueves. | 3
Sí, le llamaré mañana. | 2
Le notificaremos el resultado antes del 2026-12-15. | 15
Solucionaremos la incidencia esta semana. | 4
Iremos a su domicilio el miércoles de 9 a 11. | 2 09:00-11:00
Le paso el presupuesto y le llamo el viernes. | 4
Le remitiremos la documentación en 3 días laborables. | 4
Recogeremos el aparato el lunes por la mañana. | 7 12:00
Investigaremos lo ocurrido y contestaremos en una semana. | 8
Le actualizaré la información mañana a primera hora. | 2 12:00
Le avisaré sobre las 14:00. | 1 14:00
`;

export const noPromise = `
No le llamaré mañana.
No podemos enviarlo antes del viernes.
Nunca llamamos los viernes.
Hoy no le enviaremos nada.
Le llamaremos.
Le responderemos lo antes posible.
¿Puede llamarme mañana?
¿Le llamo mañana a las 15:00?
¿Quiere que le llamemos el jueves?
¿Estará en casa mañana?
¿Cuándo recibiré el paquete, el viernes?
Llámenos mañana.
Envíenos la factura antes del viernes.
Puede llamarnos el jueves.
Por favor, escríbanos hoy.
Ayer le llamé a las 15:00.
Le enviamos la factura y no llegó el lunes.
El técnico vino el martes.
Si nos envía los datos hoy, le contestaremos mañana.
Si vuelve a ocurrir, le llamaremos el viernes.
Le llamaré mañana si recibo la pieza.
Quizás le llame mañana.
Tal vez le llamaremos el jueves.
Espero llamarle mañana.
Intentaré llamarle mañana.
Intentaremos repararlo el viernes.
Le llamaría mañana.
Usted escribió "le llamaremos mañana" y nadie llamó.
> Le llamaremos mañana.
«Le devolveremos el dinero el viernes», decía el correo.
Nuestra oficina abre mañana de 8 a 16.
La reunión es el jueves a las 15:00.
Su contrato termina el 31 de diciembre.
Su cita fue el martes.
Gracias por su llamada de hoy.
Que tenga un buen día y hasta mañana.
La oferta es válida hasta el viernes.
El precio sube un 15 por ciento.
Cerramos hoy a las 17:00.
Vuelve a funcionar desde el lunes.
Mañana es festivo.
Como acordamos el lunes, el caso está cerrado.
Dijeron que llegará el jueves.
Probablemente llegará el jueves.
A lo mejor le llamamos el viernes.
Cuando nos envíe la pieza, iremos el lunes.
En cuanto llegue mañana, la enviaremos.
Una vez recibida, le llamaremos el jueves.
A menos que diga lo contrario, lo cancelaremos el viernes.
No recibirá ninguna factura en diciembre.
En caso de fallo, le llamaremos el lunes.
¿Recibió mi correo del 3 de diciembre?
Mañana no hay nadie en la oficina.
Reinicie el router y espere dos minutos.
Según el tiempo, iremos el jueves.
Depende del proveedor y llegará el viernes.
Nos alegra poder ayudarle.
La factura vence el 15 de diciembre.
Hoy es martes.
El jueves hay mucho tráfico.
Ojalá pueda llamarle mañana.
Podríamos ir el miércoles.
`;
