import type { Language } from '@ombud/i18n';

type Words = {
  many: string;
  /** What an answer to the mail becomes. */
  public: string;
  note: string;
  noAnswer: string;
  settings: string;
};

/** What stands in the mail itself; the kinds are named as on the screen. */
export const mailWords: Record<Language, Words> = {
  en: {
    many: 'What waits for you in {workspace}',
    public: 'Answer this mail to write to the customer. Begin with #note to write a note for colleagues instead.',
    note: 'Answer this mail to write a note for colleagues. Begin with #public to write to the customer instead.',
    noAnswer: 'This mail cannot be answered; open the ticket instead.',
    settings: 'What comes by mail: {link}',
  },
  sv: {
    many: 'Det som väntar på dig i {workspace}',
    public: 'Svara på det här mejlet för att skriva till kunden. Börja med #note för att i stället skriva en anteckning till kollegorna.',
    note: 'Svara på det här mejlet för att skriva en anteckning till kollegorna. Börja med #public för att i stället skriva till kunden.',
    noAnswer: 'Det här mejlet går inte att svara på; öppna ärendet i stället.',
    settings: 'Vad som kommer per mejl: {link}',
  },
  es: {
    many: 'Lo que te espera en {workspace}',
    public: 'Responde a este correo para escribir al cliente. Empieza con #note para escribir una nota al equipo.',
    note: 'Responde a este correo para escribir una nota al equipo. Empieza con #public para escribir al cliente.',
    noAnswer: 'No se puede responder a este correo; abre el ticket.',
    settings: 'Qué llega por correo: {link}',
  },
  da: {
    many: 'Det, der venter på dig i {workspace}',
    public: 'Svar på denne mail for at skrive til kunden. Begynd med #note for i stedet at skrive et notat til kollegerne.',
    note: 'Svar på denne mail for at skrive et notat til kollegerne. Begynd med #public for i stedet at skrive til kunden.',
    noAnswer: 'Denne mail kan ikke besvares; åbn sagen i stedet.',
    settings: 'Hvad der kommer på mail: {link}',
  },
  pl: {
    many: 'Co czeka na Ciebie w {workspace}',
    public: 'Odpowiedz na tę wiadomość, aby napisać do klienta. Zacznij od #note, aby zamiast tego napisać notatkę dla zespołu.',
    note: 'Odpowiedz na tę wiadomość, aby napisać notatkę dla zespołu. Zacznij od #public, aby zamiast tego napisać do klienta.',
    noAnswer: 'Na tę wiadomość nie można odpowiedzieć; otwórz zgłoszenie.',
    settings: 'Co przychodzi e-mailem: {link}',
  },
};
