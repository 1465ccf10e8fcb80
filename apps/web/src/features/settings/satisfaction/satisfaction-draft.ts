import type { Language } from '@ombud/i18n';
import type { Settings } from '../../satisfaction/satisfaction-queries.ts';

/** The settings as their form holds them; the names are those of the API, so that what is refused finds its field. */
export interface SatisfactionDraft {
  enabled: boolean;
  delay_hours: string;
  every_days: string;
  ask_employees: boolean;
  skip_tags: string;
  questions: Partial<Record<Language, string>>;
  low_score: number;
  change_days: string;
  lead: number | null;
  team: number | null;
}

/** From, to: what the API takes. */
export const bounds = { delay_hours: [0, 720], every_days: [1, 365], change_days: [0, 30] } as const;
export type Bounded = keyof typeof bounds;

export function draftOf({ lead, team, skip_tags: tags, questions, ...rest }: Settings): SatisfactionDraft {
  return {
    enabled: rest.enabled, ask_employees: rest.ask_employees, low_score: rest.low_score, delay_hours: String(rest.delay_hours), every_days: String(rest.every_days), change_days: String(rest.change_days),
    skip_tags: tags.join(', '), questions, lead: lead?.id ?? null, team: team?.id ?? null,
  };
}

export function isWithin(field: Bounded, typed: string): boolean {
  const [from, to] = bounds[field];
  return /^\d{1,4}$/.test(typed.trim()) && Number(typed) >= from && Number(typed) <= to;
}

export function bodyOf({ delay_hours: delay, every_days: every, change_days: change, skip_tags: tags, questions, ...rest }: SatisfactionDraft) {
  return {
    ...rest, delay_hours: Number(delay), every_days: Number(every), change_days: Number(change),
    skip_tags: [...new Set(tags.split(/[\s,]+/).map((tag) => tag.toLowerCase()).filter((tag) => tag !== ''))],
    questions,
  };
}

/** What stands for the ticket in the preview, in the mail's language. */
const sample: Record<Language, string> = { en: 'The invoice', sv: 'Fakturan', es: 'La factura', da: 'Fakturaen', pl: 'Faktura' };

/** The question as a customer would read it. */
export function previewOf(question: string, language: Language, brand: string): string {
  const values: Record<string, string> = { 'ticket.number': '1042', 'ticket.subject': sample[language], 'customer.name': 'Maja Nowak', 'customer.first_name': 'Maja', 'agent.name': brand, 'agent.first_name': brand, 'brand.name': brand, 'desk.hours': '' };
  return question.replace(/\{\{([^{}]{0,200})\}\}/g, (whole, name: string) => values[name.trim()] ?? whole);
}
