/** The head of a message that is passed on, in the brand's language. */
type Words = { forwarded: string; from: string; date: string; subject: string; to: string };

const words: Record<string, Words> = {
  en: { forwarded: 'Forwarded message', from: 'From', date: 'Date', subject: 'Subject', to: 'To' },
  sv: { forwarded: 'Vidarebefordrat meddelande', from: 'Från', date: 'Datum', subject: 'Ämne', to: 'Till' },
  es: { forwarded: 'Mensaje reenviado', from: 'De', date: 'Fecha', subject: 'Asunto', to: 'Para' },
  da: { forwarded: 'Videresendt besked', from: 'Fra', date: 'Dato', subject: 'Emne', to: 'Til' },
  pl: { forwarded: 'Przekazana wiadomość', from: 'Od', date: 'Data', subject: 'Temat', to: 'Do' },
};

export function quoteWords(language: string): Words {
  return words[language] ?? (words['en'] as Words); // it is there, above
}
