import type { TicketChannel, TicketFolder, TicketKind, TicketPriority, TicketStatus } from '../../tickets/index.ts';
import type { EventData, EventType } from '../../../platform/events/event-types.ts';
import type { BrandKey, TeamKey } from '../cast.ts';
import type { DemoLanguage, SituationKey } from '../texts/texts.types.ts';

/** The demo before it is written: people and teams by their place in the cast, moments as dates. */

export type PlannedCustomer = {
  name: string;
  language: DemoLanguage;
  kind: 'external' | 'employee';
  organization: string | null;
  brands: BrandKey[];
  addresses: { kind: 'email' | 'phone'; address: string; bounced?: boolean }[];
  street: string;
  sendsSpam?: boolean;
};

/** Index of an agent or a customer. */
export type PlannedActor = { type: 'agent' | 'customer'; index: number } | { type: 'system' };
export type AttachmentKey = 'photo-shade' | 'photo-foot' | 'confirmation' | 'speedtest';

export type PlannedMessage = {
  kind: 'public' | 'note';
  direction: 'in' | 'out';
  channel: TicketChannel;
  subject: string;
  text: string;
  replyText: string;
  language: DemoLanguage;
  automatic: 'out-of-office' | 'bounce' | null;
  attachment: AttachmentKey | null;
};

/** One entry of a timeline; a message goes with `ticket.created` and `message.added`. */
export type PlannedStep = {
  at: Date;
  actor: PlannedActor;
  type: EventType;
  data: EventData;
  message?: PlannedMessage;
  /** The message that the step is about, when it brings none: a place in the story's steps. */
  about?: number;
};

export type PlannedTicket = {
  number: number;
  subject: string;
  status: TicketStatus;
  priority: TicketPriority;
  kind: TicketKind;
  channel: TicketChannel;
  folder: TicketFolder;
  language: DemoLanguage;
  brand: BrandKey;
  /** Place among the brand's inboxes. */
  inbox: number;
  team: TeamKey;
  assignee: number | null;
  requester: number;
  /** The address that the requester writes from. */
  address: string;
  tags: string[];
  solvedAt: Date | null;
  steps: PlannedStep[];
  linkedTo: number | null;
  /** What it is about; custom fields tell it. */
  about?: { situation: SituationKey; product: string };
};
