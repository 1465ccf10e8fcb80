import { nationalDigits } from '../../customers/index.ts';
import { fieldFacet } from '../query/field-words.ts';
import { monthFacet } from '../query/dates.ts';
import { createVector, type VectorBuilder } from '../analysis/vector.ts';
import { tokens, splitAddress } from '../analysis/tokens.ts';
import { nearbyKeys } from '../analysis/nearby.ts';

/** What is read of a ticket for its row in the index. */
export type TicketSource = {
  id: number;
  number: number;
  version: number;
  subject: string;
  status: string;
  priority: string;
  channel: string;
  folder: string;
  language: string | null;
  brand_id: number;
  team_id: number | null;
  assignee_id: number | null;
  tags: string[];
  wrapped: boolean;
  /** Of its wrap-up; null too where it has left the topic's brand. */
  topic_id: number | null;
  created_at: Date;
  people: { name: string; addresses: string[] }[];
  messages: { from_name: string; from_address: string; recipients: { name: string; address: string }[]; text: string; language: string | null }[];
  files: { name: string; text: string; attached: boolean }[];
  /** Custom fields; of an option all the ids from it up to the top of its tree. */
  fields: { id: number; type: string; options: number[]; number: number | null; text: string | null; text_key: string | null }[];
};

export type CustomerSource = { id: number; version: number; name: string; note: string; /** Of those merged into them. */ own_names: string[]; own_notes: string[]; organization: string | null; language: string | null; addresses: string[]; brands: number[] };
export type OrganizationSource = { id: number; version: number; name: string; domains: string[]; note: string };

/** Words of one message, of all messages, and of all files that are looked for; what lies beyond is found no more. */
const mostOfMessage = 3_000;
const mostOfMessages = 12_000;
const mostOfFiles = 3_000;

export function ticketWords(ticket: TicketSource): string {
  const vector = createVector();
  vector.text(ticket.subject, 'A', ticket.language);
  addTicketFacets(vector, ticket);
  for (const { name, addresses } of ticket.people) vector.text([name, ...addresses].join(' '), 'B', 'none');
  const correspondents = { from: new Set<string>(), to: new Set<string>() };
  addFields(vector, ticket);
  let left = mostOfMessages;
  for (const message of ticket.messages) {
    vector.text(message.text, 'C', message.language, Math.min(left, mostOfMessage));
    left -= Math.min(mostOfMessage, message.text.length / 6);
    for (const word of personWords(message.from_name, message.from_address)) correspondents.from.add(word);
    for (const { name, address } of message.recipients) for (const word of personWords(name, address)) correspondents.to.add(word);
    if (left <= 0) break;
  }
  for (const word of correspondents.from) vector.facet('from', word);
  for (const word of correspondents.to) vector.facet('to', word);
  for (const file of ticket.files) {
    if (file.attached) vector.facet('has', 'attachment');
    vector.text(file.name, 'D', 'none', 50);
    if (file.text !== '') vector.text(file.text, 'D', ticket.language, mostOfFiles);
  }
  return vector.toString();
}

function addTicketFacets(vector: VectorBuilder, ticket: TicketSource): void {
  for (const name of ['status', 'priority', 'channel', 'folder'] as const) vector.facet(name, ticket[name]);
  vector.facet('brand', String(ticket.brand_id));
  vector.facet('team', String(ticket.team_id ?? 'none'));
  vector.facet('assignee', String(ticket.assignee_id ?? 'none'));
  if (ticket.language) vector.facet('language', ticket.language);
  for (const tag of ticket.tags) vector.facet('tag', tag);
  if (ticket.wrapped) vector.facet('wrapped', 'yes');
  if (ticket.topic_id !== null) vector.facet('topic', String(ticket.topic_id));
  vector.key(monthFacet(ticket.created_at));
  vector.key(`year:${ticket.created_at.getUTCFullYear()}`);
}

/** Texts and numbers are found by their words; by `key:` every field is, as its key stands in fields that the reader sees. */
function addFields(vector: VectorBuilder, ticket: TicketSource): void {
  for (const { id, type, options, number, text, text_key } of ticket.fields) {
    for (const option of options) vector.facet(fieldFacet(id), String(option));
    if (number !== null) vector.facet(fieldFacet(id), String(number));
    if (text_key !== null) vector.facet(fieldFacet(id), text_key);
    if (text !== null) vector.text(text, 'B', 'none', 100);
    if (type === 'number' && number !== null) vector.text(String(number), 'B', 'none', 5);
  }
}

const mostPersonWords = 40;

function personWords(name: string, address: string): string[] {
  return [...splitAddress(name), ...(address === '' ? [] : [address, ...splitAddress(address)])].slice(0, mostPersonWords);
}

export function customerWords(customer: CustomerSource): string {
  const vector = createVector();
  vector.text(customer.name, 'A', 'none', 50);
  for (const name of customer.own_names) vector.text(name, 'B', 'none', 50);
  for (const key of [customer.name, ...customer.own_names].flatMap(nameKeys)) vector.key(key);
  // As they are dialled at home too: short ones have no eight digits in common with the international form.
  vector.text([...customer.addresses, ...customer.addresses.filter((address) => address.startsWith('+')).map(nationalDigits)].join(' '), 'B', 'none', 500);
  if (customer.organization) vector.text(customer.organization, 'C', 'none', 50);
  for (const note of [customer.note, ...customer.own_notes]) vector.text(note, 'D', customer.language, 1_000);
  for (const brand of customer.brands) vector.facet('brand', String(brand));
  return vector.toString();
}

export function organizationWords(organization: OrganizationSource): string {
  const vector = createVector();
  vector.text(organization.name, 'A', 'none', 50);
  for (const key of nameKeys(organization.name)) vector.key(key);
  vector.text(organization.domains.join(' '), 'B', 'none', 500);
  vector.text(organization.note, 'D', null, 1_000);
  return vector.toString();
}

const mostNameWords = 12;

function nameKeys(name: string): string[] {
  return [...tokens(name)].slice(0, mostNameWords).flatMap(({ folded }) => nearbyKeys(folded));
}
