import type { AgentRole } from '../../platform/auth/actor.ts';
import type { TicketKind } from '../tickets/index.ts';
import type { DemoLanguage, SituationKey } from './texts/texts.types.ts';

/** Who works at the demo's firm, for whom, and what each of its trades brings. */

export const firm = { slug: 'nordlys-support', name: 'Nordlys Support', language: 'en', timeZone: 'Europe/Stockholm', domain: 'nordlys.example' };

const office = [{ from: '08:00', to: '17:00' }];
/** When somebody is there, with the holidays of where the firm is. */
export const hours = { week: [office, office, office, office, office, [], []], holidays: { country: 'SE', region: null, left_out: [], taken_in: [] } };

export type BrandKey = 'skarnet' | 'lumenhus' | 'sundbank' | 'nordlys';
export type DemoBrand = { key: BrandKey; name: string; color: string; language: DemoLanguage; inboxes: string[] };

export const brands: DemoBrand[] = [
  { key: 'nordlys', name: 'Nordlys Internal IT', color: '#0b6e75', language: 'en', inboxes: ['it@nordlys.example'] },
  { key: 'skarnet', name: 'Skärnet', color: '#1f5fbf', language: 'sv', inboxes: ['kundservice@skarnet.example', 'faktura@skarnet.example'] },
  { key: 'lumenhus', name: 'Lumenhus', color: '#a65a00', language: 'da', inboxes: ['hello@lumenhus.example'] },
  { key: 'sundbank', name: 'Sundbanken', color: '#6a3fa0', language: 'en', inboxes: ['support@sundbanken.example'] },
];

/** What each asks for when a ticket is solved. */
export const wrapUpOf: Record<BrandKey, 'off' | 'asked' | 'required'> = { nordlys: 'off', skarnet: 'asked', lumenhus: 'asked', sundbank: 'required' };

export type DemoAgent = { name: string; role: AgentRole; language: DemoLanguage; speaks: DemoLanguage[]; brands: BrandKey[] | 'all'; signature?: string };

export const agents: DemoAgent[] = [
  { name: 'Ingrid Solheim', role: 'owner', language: 'en', speaks: ['en', 'sv', 'da'], brands: 'all', signature: 'Ingrid' },
  { name: 'Mateusz Kowalczyk', role: 'admin', language: 'pl', speaks: ['pl', 'en'], brands: 'all' },
  { name: 'Karin Lindqvist', role: 'lead', language: 'sv', speaks: ['sv', 'da'], brands: 'all' },
  { name: 'Lucía Herrera', role: 'lead', language: 'es', speaks: ['es', 'en'], brands: 'all' },
  { name: 'Emil Sørensen', role: 'agent', language: 'da', speaks: ['da', 'en'], brands: 'all' },
  { name: 'Astrid Nyberg', role: 'agent', language: 'sv', speaks: ['sv', 'en'], brands: 'all' },
  { name: 'Diego Romero', role: 'agent', language: 'es', speaks: ['es'], brands: 'all' },
  { name: 'Zofia Nowak', role: 'agent', language: 'pl', speaks: ['pl'], brands: 'all' },
  { name: 'Oliver Hughes', role: 'agent', language: 'en', speaks: ['en'], brands: 'all' },
  { name: 'Freja Madsen', role: 'agent', language: 'da', speaks: ['da', 'sv'], brands: ['lumenhus'] },
  { name: 'Samuel Osei', role: 'agent', language: 'en', speaks: ['en', 'es'], brands: ['sundbank', 'nordlys'] },
  { name: 'Helena Berg', role: 'viewer', language: 'sv', speaks: [], brands: ['skarnet'] },
];

export type TeamKey = BrandKey | 'nordic' | 'spanish' | 'polish';
export const teams: { key: TeamKey; name: string; members: string[] }[] = [
  { key: 'skarnet', name: 'Broadband', members: ['Karin Lindqvist', 'Astrid Nyberg', 'Oliver Hughes', 'Ingrid Solheim'] },
  { key: 'lumenhus', name: 'Home & lighting', members: ['Emil Sørensen', 'Freja Madsen', 'Oliver Hughes', 'Karin Lindqvist'] },
  { key: 'sundbank', name: 'Banking', members: ['Samuel Osei', 'Oliver Hughes', 'Ingrid Solheim', 'Karin Lindqvist', 'Emil Sørensen'] },
  { key: 'nordlys', name: 'Internal IT', members: ['Mateusz Kowalczyk', 'Samuel Osei', 'Ingrid Solheim'] },
  { key: 'nordic', name: 'Nordic desk', members: ['Karin Lindqvist', 'Astrid Nyberg', 'Emil Sørensen', 'Freja Madsen'] },
  { key: 'spanish', name: 'Spanish desk', members: ['Lucía Herrera', 'Diego Romero', 'Samuel Osei'] },
  { key: 'polish', name: 'Polish desk', members: ['Zofia Nowak', 'Mateusz Kowalczyk'] },
];

export type Trade = { brand: BrandKey; inbox: number; kind: TicketKind; tags: string[]; urgency: number; weight: number; attaches?: 'customer' | 'agent' };

/** What a situation is, whatever the language. `urgency`: how often it is high or urgent, 0 to 1. */
export const trades: Record<SituationKey, Trade> = {
  outage: { brand: 'skarnet', inbox: 0, kind: 'incident', tags: ['outage', 'fibre'], urgency: 0.6, weight: 12 },
  technician: { brand: 'skarnet', inbox: 0, kind: 'complaint', tags: ['field-visit', 'complaint'], urgency: 0.4, weight: 8 },
  invoice: { brand: 'skarnet', inbox: 1, kind: 'question', tags: ['invoice', 'billing'], urgency: 0.15, weight: 10 },
  slow: { brand: 'skarnet', inbox: 0, kind: 'problem', tags: ['wifi', 'speed'], urgency: 0.1, weight: 9 },
  return: { brand: 'lumenhus', inbox: 0, kind: 'order', tags: ['return'], urgency: 0.05, weight: 10 },
  damaged: { brand: 'lumenhus', inbox: 0, kind: 'complaint', tags: ['damaged', 'replacement'], urgency: 0.2, weight: 9, attaches: 'customer' },
  delivery: { brand: 'lumenhus', inbox: 0, kind: 'order', tags: ['delivery'], urgency: 0.2, weight: 9 },
  transfer: { brand: 'sundbank', inbox: 0, kind: 'question', tags: ['transfer'], urgency: 0.35, weight: 9, attaches: 'agent' },
  card: { brand: 'sundbank', inbox: 0, kind: 'incident', tags: ['card', 'fraud-check'], urgency: 0.6, weight: 8 },
  login: { brand: 'sundbank', inbox: 0, kind: 'problem', tags: ['app', 'sign-in'], urgency: 0.25, weight: 7 },
  password: { brand: 'nordlys', inbox: 0, kind: 'incident', tags: ['password'], urgency: 0.3, weight: 5 },
  laptop: { brand: 'nordlys', inbox: 0, kind: 'task', tags: ['onboarding', 'hardware'], urgency: 0.1, weight: 4 },
};

/**
 * Which subjects suit the first, second and third opening, and which of the two courses (question, answer, end) follows
 * from it; null where either does.
 */
export const courses: Record<SituationKey, { subjects: [number[], number[], number[]]; course: [0 | 1 | null, 0 | 1 | null, 0 | 1 | null]; endsFit: boolean }> = {
  outage: { subjects: [[0, 1, 2], [1, 2], [2]], course: [null, 1, null], endsFit: false },
  technician: { subjects: [[0, 1], [1, 2], [0, 2]], course: [null, null, null], endsFit: false },
  invoice: { subjects: [[0, 2], [1], [1]], course: [null, 0, 1], endsFit: false },
  slow: { subjects: [[0], [1], [2]], course: [null, 0, null], endsFit: false },
  return: { subjects: [[0, 1, 2], [0, 2], [1, 2]], course: [null, null, null], endsFit: true },
  damaged: { subjects: [[0, 2], [1], [0]], course: [0, 1, null], endsFit: false },
  delivery: { subjects: [[0, 2], [1], [0]], course: [0, 1, 0], endsFit: true },
  transfer: { subjects: [[1], [0, 2], [1]], course: [0, 1, 0], endsFit: true },
  card: { subjects: [[0, 1], [2], [0]], course: [0, 1, 0], endsFit: true },
  login: { subjects: [[0, 2], [1], [0]], course: [1, 0, 1], endsFit: true },
  password: { subjects: [[0, 2], [0, 1], [0, 1]], course: [null, 0, 1], endsFit: true },
  laptop: { subjects: [[0, 1, 2], [1, 2], [0]], course: [null, null, null], endsFit: false },
};

export const products = ['Halden', 'Vide 40', 'Lumi', 'Norrsken', 'Pilar', 'Odet Mini', 'Strand', 'Luna 60'];

export function emailOf(name: string, domain: string): string {
  const plain = name.replace(/ø/g, 'o').replace(/Ø/g, 'O').replace(/æ/g, 'ae').replace(/ł/g, 'l').replace(/Ł/g, 'L').normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return `${plain.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}`;
}
