import type { Language } from '@ombud/i18n';

/** What the customer's page says beside the names of the scores (survey-words.ts). */
export type RatingPageWords = {
  title: string; question: string; words: string; wordsHint: string; keepHint: string; send: string; change: string; thanks: string; changeable: string; over: string;
  expired: string; expiredText: string; notThere: string; notThereText: string; choose: string; tooLong: string; tooMany: string;
};

export const ratingPageWords: Record<Language, RatingPageWords> = {
  en: {
    title: 'Your opinion', question: 'How satisfied are you with the way we handled your case?', words: 'Do you want to tell us more? (optional)', wordsHint: 'We read every answer.', keepHint: 'Leave it empty to keep what you wrote before.', send: 'Send the answer', change: 'Change the answer',
    thanks: 'Thank you! We have your answer: {score} – {name}.', changeable: 'You may still change it until {day}.', over: 'It cannot be changed any more.', expired: 'This question is closed', expiredText: 'It was too long ago. Simply answer our mail if you want to tell us something: we will read it.', notThere: 'This link does not work',
    notThereText: 'It is not complete, or belongs to something that is not there any more. Answer our mail instead: we will read it.', choose: 'Please choose one of the five answers.', tooLong: 'That is too long: at most 2,000 characters.', tooMany: 'That was too often. Please wait a little.',
  },
  sv: {
    title: 'Din åsikt', question: 'Hur nöjd är du med hur vi skötte ditt ärende?', words: 'Vill du berätta mer? (frivilligt)', wordsHint: 'Vi läser alla svar.', keepHint: 'Lämna fältet tomt för att behålla det du skrev tidigare.', send: 'Skicka svaret', change: 'Ändra svaret',
    thanks: 'Tack! Vi har ditt svar: {score} – {name}.', changeable: 'Du kan ändra det fram till {day}.', over: 'Det går inte längre att ändra.', expired: 'Frågan är stängd', expiredText: 'Det har gått för lång tid. Vill du berätta något är det bara att svara på vårt mejl, så läser vi det.', notThere: 'Länken fungerar inte',
    notThereText: 'Den är inte fullständig, eller hör till något som inte längre finns. Svara på vårt mejl i stället, så läser vi det.', choose: 'Välj ett av de fem svaren.', tooLong: 'Det är för långt: högst 2 000 tecken.', tooMany: 'Det blev för många försök. Vänta en liten stund.',
  },
  es: {
    title: 'Su opinión', question: '¿Cómo valora la forma en que hemos atendido su caso?', words: '¿Quiere contarnos algo más? (opcional)', wordsHint: 'Leemos todas las respuestas.', keepHint: 'Déjelo vacío para conservar lo que escribió antes.', send: 'Enviar la respuesta', change: 'Cambiar la respuesta',
    thanks: '¡Gracias! Hemos recibido su respuesta: {score} – {name}.', changeable: 'Puede cambiarla hasta el {day}.', over: 'Ya no se puede cambiar.', expired: 'Esta pregunta está cerrada', expiredText: 'Ha pasado demasiado tiempo. Si quiere contarnos algo, responda a nuestro correo y lo leeremos.', notThere: 'Este enlace no funciona',
    notThereText: 'No está completo o pertenece a algo que ya no existe. Responda a nuestro correo y lo leeremos.', choose: 'Elija una de las cinco respuestas.', tooLong: 'Es demasiado largo: como máximo 2000 caracteres.', tooMany: 'Demasiados intentos. Espere un momento.',
  },
  da: {
    title: 'Din mening', question: 'Hvor tilfreds er du med den måde, vi håndterede din sag på?', words: 'Vil du fortælle mere? (valgfrit)', wordsHint: 'Vi læser alle svar.', keepHint: 'Lad feltet være tomt for at beholde det, du skrev før.', send: 'Send svaret', change: 'Ret svaret',
    thanks: 'Tak! Vi har dit svar: {score} – {name}.', changeable: 'Du kan rette det indtil {day}.', over: 'Det kan ikke længere rettes.', expired: 'Spørgsmålet er lukket', expiredText: 'Det er for længe siden. Vil du fortælle os noget, kan du blot svare på vores mail, så læser vi det.', notThere: 'Linket virker ikke',
    notThereText: 'Det er ikke helt, eller hører til noget, der ikke findes længere. Svar på vores mail i stedet, så læser vi den.', choose: 'Vælg et af de fem svar.', tooLong: 'Det er for langt: højst 2.000 tegn.', tooMany: 'Det var for mange forsøg. Vent lidt.',
  },
  pl: {
    title: 'Państwa opinia', question: 'Jak oceniają Państwo sposób, w jaki zajęliśmy się sprawą?', words: 'Czy chcą Państwo coś dodać? (nieobowiązkowe)', wordsHint: 'Czytamy każdą odpowiedź.', keepHint: 'Puste pole zachowa to, co zostało napisane wcześniej.', send: 'Wyślij odpowiedź', change: 'Zmień odpowiedź',
    thanks: 'Dziękujemy! Odpowiedź została zapisana: {score} – {name}.', changeable: 'Można ją zmienić do {day}.', over: 'Nie można jej już zmienić.', expired: 'To pytanie jest już zamknięte', expiredText: 'Minęło zbyt dużo czasu. Prosimy odpowiedzieć na naszą wiadomość – przeczytamy ją.', notThere: 'Ten link nie działa',
    notThereText: 'Jest niepełny albo dotyczy czegoś, czego już nie ma. Prosimy odpowiedzieć na naszą wiadomość – przeczytamy ją.', choose: 'Prosimy wybrać jedną z pięciu odpowiedzi.', tooLong: 'Tekst jest zbyt długi: najwyżej 2000 znaków.', tooMany: 'Zbyt wiele prób. Prosimy chwilę poczekać.',
  },
};
