import type { BrandKey } from '../cast.ts';
import type { DemoLanguage } from './texts.types.ts';

/** The macros that the demo's desk has written, in the languages of its customers. */

export type DemoMacro = {
  key: string;
  name: string;
  brand: BrandKey | null;
  /** By name; null: shared. */
  owner: string | null;
  message: 'public' | 'note' | null;
  keywords: string[];
  actions: Record<string, unknown>;
  texts: Partial<Record<DemoLanguage, string>>;
  /** By whom and how often */
  uses: Record<string, number>;
};

export const macros: DemoMacro[] = [
  {
    key: 'looking', name: 'We are looking into it', brand: null, owner: null, message: 'public', keywords: ['received', 'first answer'], actions: { status: 'open', assignee: 'me' },
    texts: {
      en: '<p>Hi {{customer.first_name}},</p><p>thank you for writing. I have your case {{ticket.number}} in front of me and will get back to you today.</p>',
      sv: '<p>Hej {{customer.first_name}},</p><p>tack för att du skrev. Jag har ditt ärende {{ticket.number}} framför mig och återkommer i dag.</p>',
      es: '<p>Hola, {{customer.first_name}}:</p><p>Gracias por escribirnos. Tengo tu caso {{ticket.number}} delante y te responderé hoy mismo.</p>',
      da: '<p>Hej {{customer.first_name}},</p><p>tak fordi du skrev. Jeg har din sag {{ticket.number}} foran mig og vender tilbage i dag.</p>',
      pl: '<p>Dzień dobry, {{customer.first_name}},</p><p>dziękuję za wiadomość. Zajmuję się zgłoszeniem {{ticket.number}} i odezwę się jeszcze dziś.</p>',
    },
    uses: { 'Karin Lindqvist': 34, 'Oliver Hughes': 28, 'Zofia Nowak': 19, 'Ingrid Solheim': 6 },
  },
  {
    key: 'restart', name: 'Restart the router', brand: 'skarnet', owner: null, message: 'public', keywords: ['reboot', 'wifi', 'modem'], actions: { status: 'pending', add_tags: ['router'] },
    texts: {
      sv: '<p>Hej {{customer.first_name}},</p><p>prova det här först:</p><ol><li><p>Dra ut routerns strömkabel och vänta tio sekunder.</p></li><li><p>Sätt i den igen och vänta tills lampan lyser grönt.</p></li><li><p>Anslut med kabel och prova igen.</p></li></ol><p>Hjälper det inte, svara på det här mejlet så bokar vi en tekniker.</p>',
      en: '<p>Hi {{customer.first_name}},</p><p>please try this first:</p><ol><li><p>Unplug the router and wait ten seconds.</p></li><li><p>Plug it in again and wait for the green light.</p></li><li><p>Connect by cable and try again.</p></li></ol><p>If it does not help, answer this mail and we book a technician.</p>',
      pl: '<p>Dzień dobry, {{customer.first_name}},</p><p>proszę najpierw spróbować tak:</p><ol><li><p>Odłączyć router od prądu i odczekać dziesięć sekund.</p></li><li><p>Podłączyć go ponownie i poczekać na zielone światło.</p></li><li><p>Połączyć się kablem i spróbować jeszcze raz.</p></li></ol><p>Jeśli to nie pomoże, proszę odpowiedzieć na tę wiadomość, umówimy technika.</p>',
    },
    uses: { 'Astrid Nyberg': 41, 'Karin Lindqvist': 22, 'Ingrid Solheim': 3 },
  },
  {
    key: 'technician', name: 'Technician booked', brand: 'skarnet', owner: null, message: 'public', keywords: ['visit', 'appointment'], actions: { status: 'on_hold', add_tags: ['field-visit'], fields: { topic: 'visit' } },
    texts: {
      sv: '<p>Hej {{customer.first_name}},</p><p>en tekniker är bokad och ringer dig en halvtimme innan. Någon över 18 år behöver vara hemma.</p>',
      en: '<p>Hi {{customer.first_name}},</p><p>a technician is booked and will call you half an hour before. Somebody over 18 has to be at home.</p>',
    },
    uses: { 'Astrid Nyberg': 12 },
  },
  {
    key: 'return', name: 'How to return', brand: 'lumenhus', owner: null, message: 'public', keywords: ['refund', 'label'], actions: { status: 'pending', kind: 'order', add_tags: ['return'], fields: { topic: 'return' } },
    texts: {
      da: '<p>Hej {{customer.first_name}},</p><p>du kan returnere varen inden for 30 dage. Pak den i den originale æske, skriv sagsnummer {{ticket.number}} på den, og aflever den i en pakkeshop. Pengene er hos dig tre dage efter, at vi har fået den.</p>',
      en: '<p>Hi {{customer.first_name}},</p><p>you can return it within 30 days. Pack it in its box, write case {{ticket.number}} on it, and hand it in at a parcel shop. The money is with you three days after it has reached us.</p>',
      sv: '<p>Hej {{customer.first_name}},</p><p>du kan lämna tillbaka varan inom 30 dagar. Packa den i kartongen, skriv ärende {{ticket.number}} på den och lämna den hos ett ombud. Pengarna är hos dig tre dagar efter att vi har fått den.</p>',
    },
    uses: { 'Emil Sørensen': 25, 'Freja Madsen': 31 },
  },
  {
    key: 'card', name: 'Card blocked', brand: 'sundbank', owner: null, message: 'public', keywords: ['fraud', 'stolen', 'lost'], actions: { status: 'pending', priority: 'urgent', add_tags: ['fraud-check'], fields: { identity_checked: true } },
    texts: {
      en: '<p>Dear {{customer.name}},</p><p>your card is blocked and nothing more can be taken from it. A new one is with you within five working days. Please check the last payments in the app and tell us of any that you do not know.</p>',
      es: '<p>Estimado/a {{customer.name}}:</p><p>Su tarjeta está bloqueada y no se puede cargar nada más en ella. Recibirá una nueva en cinco días laborables. Revise los últimos pagos en la aplicación e indíquenos los que no reconozca.</p>',
    },
    uses: { 'Samuel Osei': 17, 'Ingrid Solheim': 2 },
  },
  { key: 'escalate', name: 'Escalate', brand: null, owner: null, message: null, keywords: ['urgent', 'second line'], actions: { priority: 'high', add_tags: ['escalated'] }, texts: {}, uses: { 'Oliver Hughes': 9 } },
  {
    key: 'call', name: 'Summary of a call', brand: null, owner: null, message: 'note', keywords: ['phone'], actions: {},
    texts: { en: '<p>Spoke with {{customer.name}} by phone.</p><p><strong>What they want:</strong> </p><p><strong>What was agreed:</strong> </p><p><strong>Next step, and when:</strong> </p>' },
    uses: { 'Ingrid Solheim': 5, 'Samuel Osei': 8 },
  },
  { key: 'hours', name: 'Our hours', brand: null, owner: 'Ingrid Solheim', message: null, keywords: [], actions: {}, texts: { en: '<p>We are here Monday to Friday, 8 to 17 (Central European Time).</p>' }, uses: { 'Ingrid Solheim': 4 } },
];
