import type { BrandKey } from '../cast.ts';

/** What the demo's desk has agreed among itself, in the house language: rules, times and what happens by itself. */

type Step = { text: string; by: 'person' | 'field' | 'event'; field?: string; event?: 'reply' | 'note' | 'promise' | 'callback' };
type Hours = { low: number; normal: number; high: number; urgent: number };

export type BrandService = {
  guideline: { name: string; text: string; moments: string[]; conditions: Record<string, unknown> };
  playbook: { name: string; conditions: Record<string, unknown>; steps: Step[] };
  /** In opening hours, or day and night. */
  times: { time: 'business' | 'calendar'; first_reply: Hours; next_reply: Hours; resolution: Hours; warnMinutes: number };
};

export const service: Record<BrandKey, BrandService> = {
  nordlys: {
    guideline: {
      name: 'Passwords and proof', moments: ['reply'], conditions: { tag: ['password'] },
      text: 'A colleague who asks for a new password is called back on the number in the staff directory.\n- Never send a password by mail or chat.\n- A colleague on leave gets access back from their manager only.',
    },
    playbook: {
      name: 'A new colleague starts', conditions: { kind: ['task'] },
      steps: [
        { text: 'Say in the topic what it is about', by: 'field', field: 'topic' },
        { text: 'Laptop made ready, and signed for', by: 'person' },
        { text: 'Told them where to find everything', by: 'event', event: 'reply' },
      ],
    },
    times: { time: 'business', first_reply: { low: 36, normal: 27, high: 9, urgent: 4 }, next_reply: { low: 27, normal: 18, high: 9, urgent: 4 }, resolution: { low: 270, normal: 180, high: 90, urgent: 45 }, warnMinutes: 60 },
  },
  skarnet: {
    guideline: {
      name: 'Outages: what we say', moments: ['case', 'reply'], conditions: { kind: ['incident'] },
      text: 'Look at the map of outages first, then write.\n- Give a time only when the field team has given us one.\n- After 24 hours without a connection we offer the credit ourselves, before anybody asks.\n- Anybody who works from home gets a mobile router the same day.',
    },
    playbook: {
      name: 'Connection fault', conditions: { kind: ['incident', 'problem'] },
      steps: [
        { text: 'Serial number of the router written down', by: 'field', field: 'router_serial' },
        { text: 'Line measured, and the result noted on the case', by: 'person' },
        { text: 'Told the customer what happens next', by: 'event', event: 'reply' },
      ],
    },
    times: { time: 'business', first_reply: { low: 36, normal: 27, high: 9, urgent: 4 }, next_reply: { low: 27, normal: 18, high: 9, urgent: 4 }, resolution: { low: 270, normal: 180, high: 135, urgent: 90 }, warnMinutes: 60 },
  },
  lumenhus: {
    guideline: {
      name: 'Damaged on the way', moments: ['case', 'solved'], conditions: { tag: ['damaged'] },
      text: 'The customer chooses: a new one, or the money back.\n- A picture of the damage and of the box is enough, nothing has to be sent back.\n- Up to DKK 800 anybody decides; above that, ask a lead.',
    },
    playbook: {
      name: 'Damaged goods', conditions: { kind: ['complaint'] },
      steps: [
        { text: 'Product filled in', by: 'field', field: 'product' },
        { text: 'Claim opened with the carrier', by: 'person' },
        { text: 'Told the customer what they get', by: 'event', event: 'reply' },
      ],
    },
    times: { time: 'business', first_reply: { low: 36, normal: 27, high: 9, urgent: 4 }, next_reply: { low: 27, normal: 18, high: 9, urgent: 5 }, resolution: { low: 360, normal: 270, high: 180, urgent: 90 }, warnMinutes: 60 },
  },
  sundbank: {
    guideline: {
      name: 'Who is writing?', moments: ['case', 'reply'], conditions: {},
      text: 'No word about an account before the customer has confirmed who they are in the app.\n- Of a card or an account we write the last four digits, never more.\n- If somebody sounds pushed or afraid, pass it to the fraud desk and say nothing of it.',
    },
    playbook: {
      name: 'Card blocked or misused', conditions: { tag: ['card'] },
      steps: [
        { text: 'Identity checked', by: 'field', field: 'identity_checked' },
        { text: 'Old card blocked, and the fraud desk told', by: 'person' },
        { text: 'Told the customer when the new card comes', by: 'event', event: 'reply' },
      ],
    },
    times: { time: 'calendar', first_reply: { low: 96, normal: 60, high: 24, urgent: 8 }, next_reply: { low: 96, normal: 72, high: 48, urgent: 12 }, resolution: { low: 1440, normal: 960, high: 720, urgent: 480 }, warnMinutes: 120 },
  },
};

/** Above this, somebody who leads has to agree. */
export const creditRule = { name: 'Credit above 200 SEK', brand: 'skarnet' as const, field: 'credit', above: 200, hours: 48 };
export const creditAsked = { amount: 299, reason: 'Four days without a connection, and two visits that nobody came to. The customer has been with us for eight years.' };

export type DemoAutomation = { name: string; brand: BrandKey | null; trigger: Record<string, unknown>; conditions: Record<string, unknown>; actions: Record<string, unknown>; enabled: boolean };
export const automations: DemoAutomation[] = [
  { name: 'Lost cards come first', brand: 'sundbank', trigger: { on: 'events', events: ['tag_added'] }, conditions: { tag: ['card'], status: ['new', 'open'] }, actions: { priority: 'urgent' }, enabled: true },
  { name: 'Remind us of what has waited for a week', brand: null, trigger: { on: 'time', since: 'last_message', hours: 168 }, conditions: { status: ['on_hold'] }, actions: { note: 'On hold for a week now: is it still true what we are waiting for?' }, enabled: false },
];
