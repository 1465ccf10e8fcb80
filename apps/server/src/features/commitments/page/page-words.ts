import type { Language } from '@ombud/i18n';

/** What the customer's page says. `{}` stand for what is put in. */
export type PageWords = {
  title: string; hello: string; promised: string; call: string; due: string; newDue: string; phone: string; by: string; open: string; kept: string; withdrawn: string; over: string; agree: string; agreed: string; other: string; when: string;
  zone: string; note: string; noteHint: string; send: string; asked: string; again: string; notThere: string; notThereText: string; wrongTime: string; tooMany: string;
};

export const pageWords: Record<Language, PageWords> = {
  en: {
    title: 'What we promised', hello: 'Hello{name},', promised: 'we promised you:', call: 'we promised to call you:', due: 'By', newDue: 'When', phone: 'On', by: 'Who', open: 'We are on it.', kept: 'This promise has been kept.', withdrawn: 'This promise is no longer open.',
    over: 'This should have been done by now. We are sorry; we have been told and will be in touch.', agree: 'That suits me', agreed: 'You agreed to this. Thank you!', other: 'Propose another time', when: 'When would suit you better?', zone: 'Time zone: {zone}',
    note: 'Anything else? (optional)', noteHint: 'For example why, or when you cannot be reached', send: 'Send the proposal', asked: 'You asked for {when}. We will answer you.', again: 'Ask for yet another time', notThere: 'This link does not work any more',
    notThereText: 'It is too old, or not complete. Answer our mail instead: we will read it.', wrongTime: 'Choose a moment that is still to come.', tooMany: 'That was too often. Please wait a little.',
  },
  sv: {
    title: 'Det vi har lovat', hello: 'Hej{name}!', promised: 'Vi har lovat dig:', call: 'Vi har lovat att ringa dig:', due: 'Senast', newDue: 'När', phone: 'På', by: 'Vem', open: 'Vi arbetar på det.', kept: 'Löftet har hållits.', withdrawn: 'Löftet gäller inte längre.',
    over: 'Det här skulle ha varit klart nu. Vi beklagar; vi vet om det och hör av oss.', agree: 'Det passar mig', agreed: 'Du har godkänt detta. Tack!', other: 'Föreslå en annan tid', when: 'När passar det dig bättre?', zone: 'Tidszon: {zone}',
    note: 'Något mer? (frivilligt)', noteHint: 'Till exempel varför, eller när du inte går att nå', send: 'Skicka förslaget', asked: 'Du har önskat {when}. Vi svarar dig.', again: 'Önska ytterligare en annan tid', notThere: 'Länken fungerar inte längre',
    notThereText: 'Den är för gammal eller inte fullständig. Svara på vårt mejl i stället, så läser vi det.', wrongTime: 'Välj en tid som ännu inte har passerat.', tooMany: 'Det blev för många försök. Vänta en liten stund.',
  },
  es: {
    title: 'Lo que hemos prometido', hello: 'Hola{name}:', promised: 'Le hemos prometido:', call: 'Hemos prometido llamarle:', due: 'Plazo', newDue: 'Cuándo', phone: 'Al', by: 'Quién', open: 'Estamos en ello.', kept: 'Esta promesa se ha cumplido.', withdrawn: 'Esta promesa ya no está en curso.',
    over: 'Esto ya debería estar hecho. Lo sentimos; estamos avisados y nos pondremos en contacto.', agree: 'Me viene bien', agreed: 'Ha aceptado esta hora. ¡Gracias!', other: 'Proponer otra hora', when: '¿Cuándo le vendría mejor?', zone: 'Zona horaria: {zone}',
    note: '¿Algo más? (opcional)', noteHint: 'Por ejemplo, el motivo o cuándo no podemos localizarle', send: 'Enviar la propuesta', asked: 'Ha pedido {when}. Le responderemos.', again: 'Pedir otra hora distinta', notThere: 'Este enlace ya no funciona',
    notThereText: 'Es demasiado antiguo o no está completo. Responda a nuestro correo y lo leeremos.', wrongTime: 'Elija un momento que aún no haya pasado.', tooMany: 'Demasiados intentos. Espere un momento.',
  },
  da: {
    title: 'Det, vi har lovet', hello: 'Hej{name}', promised: 'Vi har lovet dig:', call: 'Vi har lovet at ringe til dig:', due: 'Senest', newDue: 'Hvornår', phone: 'På', by: 'Hvem', open: 'Vi arbejder på det.', kept: 'Løftet er holdt.', withdrawn: 'Løftet gælder ikke længere.',
    over: 'Det skulle have været klaret nu. Vi beklager; vi ved det og kontakter dig.', agree: 'Det passer mig', agreed: 'Du har accepteret. Tak!', other: 'Foreslå et andet tidspunkt', when: 'Hvornår passer det dig bedre?', zone: 'Tidszone: {zone}',
    note: 'Andet? (valgfrit)', noteHint: 'For eksempel hvorfor, eller hvornår du ikke kan træffes', send: 'Send forslaget', asked: 'Du har ønsket {when}. Vi svarer dig.', again: 'Ønsk endnu et andet tidspunkt', notThere: 'Linket virker ikke længere',
    notThereText: 'Det er for gammelt eller ikke helt. Svar på vores mail i stedet, så læser vi den.', wrongTime: 'Vælg et tidspunkt, der endnu ikke er gået.', tooMany: 'Det var for mange forsøg. Vent lidt.',
  },
  pl: {
    title: 'Nasza obietnica', hello: 'Dzień dobry{name},', promised: 'obiecaliśmy:', call: 'obiecaliśmy zadzwonić:', due: 'Termin', newDue: 'Kiedy', phone: 'Numer', by: 'Kto', open: 'Zajmujemy się tym.', kept: 'Obietnica została dotrzymana.', withdrawn: 'Obietnica nie jest już aktualna.',
    over: 'To powinno już być zrobione. Przepraszamy – wiemy o tym i się odezwiemy.', agree: 'Pasuje mi', agreed: 'Termin został potwierdzony. Dziękujemy!', other: 'Zaproponuj inny termin', when: 'Jaki termin byłby lepszy?', zone: 'Strefa czasowa: {zone}',
    note: 'Coś jeszcze? (nieobowiązkowe)', noteHint: 'Na przykład powód albo pora, o której nie można się dodzwonić', send: 'Wyślij propozycję', asked: 'Prośba o termin: {when}. Odpowiemy na nią.', again: 'Poproś o jeszcze inny termin', notThere: 'Ten link już nie działa',
    notThereText: 'Jest zbyt stary lub niepełny. Prosimy odpowiedzieć na naszą wiadomość – przeczytamy ją.', wrongTime: 'Prosimy wybrać termin w przyszłości.', tooMany: 'Zbyt wiele prób. Prosimy chwilę poczekać.',
  },
};
