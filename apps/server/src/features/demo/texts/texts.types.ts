/**
 * What the demo's people say, by language. Places in braces are filled in: {name} {agent} {brand} {product} {order}
 * {amount} {day} (a weekday with its date, some days ago) {later} (one some days ahead) {street} {ref}.
 */
export type DemoLanguage = 'en' | 'sv' | 'es' | 'da' | 'pl';

export const situationKeys = ['outage', 'technician', 'invoice', 'slow', 'return', 'damaged', 'delivery', 'transfer', 'card', 'login', 'password', 'laptop'] as const;
export type SituationKey = (typeof situationKeys)[number];

export type SituationTexts = {
  subjects: [string, string, string];
  openings: [string, string, string];
  /** Sentences that may follow an opening. */
  details: string[];
  /** What the agent must know first; the first answer is to the first question. */
  asks: [string, string];
  answers: [string, string];
  /** What settles it. */
  fixes: [string, string];
};

export type LanguageTexts = {
  greetings: string[];
  closings: string[];
  agentGreetings: string[];
  agentClosings: string[];
  thanks: string[];
  /** The customer has waited long enough. */
  chases: string[];
  /** The agent has no answer yet and says so. */
  updates: string[];
  /** The agent ends a case whose customer does not answer any more. */
  nudges: string[];
  outOfOffice: { subject: string; body: string };
  /** The line above a quote, with {date} and {from}. */
  attribution: string;
  people: string[];
  streets: string[];
  /** `members`: who of `people`, by index. The last two people are always colleagues of ours. */
  organizations: { name: string; domain: string; members: number[] }[];
  mailDomains: string[];
  phone: string;
  currency: string;
  signature: string;
  situations: Record<SituationKey, SituationTexts>;
};
