import { isLanguage, type Language } from '@ombud/i18n';

/** What we ask customers with where the brand has no words of its own; and what stands beside the links. */
export type SurveyWords = { question: string; scores: readonly [string, string, string, string, string]; note: string; task: string };

export const surveyWords: Record<Language, SurveyWords> = {
  en: {
    question: 'Hello,\n\nyour case “{{ticket.subject}}” is solved. How satisfied are you with the way we handled it?',
    scores: ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied'],
    note: 'One click opens a page where you confirm your answer and may add a few words.',
    task: 'Low score ({score} of 5): get in touch with the customer',
  },
  sv: {
    question: 'Hej!\n\nDitt ärende ”{{ticket.subject}}” är löst. Hur nöjd är du med hur vi skötte det?',
    scores: ['Mycket missnöjd', 'Missnöjd', 'Varken eller', 'Nöjd', 'Mycket nöjd'],
    note: 'Ett klick öppnar en sida där du bekräftar ditt svar och kan lägga till några ord.',
    task: 'Lågt betyg ({score} av 5): kontakta kunden',
  },
  es: {
    question: 'Hola:\n\nSu caso «{{ticket.subject}}» está resuelto. ¿Cómo valora la atención que ha recibido?',
    scores: ['Muy mala', 'Mala', 'Ni buena ni mala', 'Buena', 'Muy buena'],
    note: 'Un clic abre una página en la que confirma su respuesta y puede añadir unas palabras.',
    task: 'Valoración baja ({score} de 5): ponte en contacto con el cliente',
  },
  da: {
    question: 'Hej\n\nDin sag »{{ticket.subject}}« er løst. Hvor tilfreds er du med den måde, vi håndterede den på?',
    scores: ['Meget utilfreds', 'Utilfreds', 'Hverken eller', 'Tilfreds', 'Meget tilfreds'],
    note: 'Et klik åbner en side, hvor du bekræfter dit svar og kan tilføje et par ord.',
    task: 'Lav score ({score} af 5): kontakt kunden',
  },
  pl: {
    question: 'Dzień dobry,\n\nsprawa „{{ticket.subject}}” została rozwiązana. Jak oceniają Państwo sposób, w jaki się nią zajęliśmy?',
    scores: ['Bardzo źle', 'Źle', 'Ani dobrze, ani źle', 'Dobrze', 'Bardzo dobrze'],
    note: 'Kliknięcie otwiera stronę, na której można potwierdzić odpowiedź i dodać kilka słów.',
    task: 'Niska ocena ({score} z 5): skontaktuj się z klientem',
  },
};

/** The first of these that we have words in, else English. */
export function surveyLanguage(...wanted: (string | null)[]): Language {
  return wanted.find((each): each is Language => each !== null && isLanguage(each)) ?? 'en';
}
