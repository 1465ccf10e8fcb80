/**
 * What can happen. `data` holds ids, numbers and codes only: texts, names and addresses stand in rows that can be
 * erased. A change of fields says `{changes: {status: {from, to}, …}}`; a changed text says only that it changed.
 */
export const eventTypes = [
  'ticket.created',
  'ticket.updated',
  'ticket.linked',
  'ticket.unlinked',
  'ticket.merged',
  'ticket.unmerged',
  'ticket.moved_away',
  'ticket.snoozed',
  'ticket.woken',
  'ticket.followed',
  'ticket.unfollowed',
  'task.added',
  'task.updated',
  'task.removed',
  'time.added',
  'time.updated',
  'time.removed',
  'message.added',
  'message.queued',
  'message.sent',
  'message.failed',
  'message.cancelled',
  'message.bounced',
  'message.delayed',
  'side.updated',
  'participant.added',
  'participant.confirmed',
  'participant.removed',
  'customer.created',
  'customer.updated',
  'customer.removed',
  'customer.merged',
  'customer.unmerged',
  'customer.kept_apart',
  'organization.created',
  'organization.updated',
  'organization.removed',
  'brand.created',
  'brand.updated',
  'inbox.created',
  'inbox.updated',
  'inbox.removed',
  'field.created',
  'field.updated',
  'macro.created',
  'macro.updated',
  'team.created',
  'team.updated',
  'agent.created',
  'agent.updated',
  'invitation.created',
  'invitation.renewed',
  'invitation.removed',
  'saved_view.created',
  'saved_view.updated',
  'saved_view.removed',
  'second_factor.added',
  'second_factor.removed',
  'second_factor.reset',
  'passkey.added',
  'passkey.removed',
  'passkey.barred',
  'token.created',
  'token.removed',
  'block.added',
  'block.removed',
  'workspace.updated',
  'intake.failed',
  'intake.retried',
  'backup.requested',
  'customer_import.created',
  'customer_import.updated',
  'customer_import.removed',
  'bulk_change.created',
  'bulk_change.updated',
] as const;

export type EventType = (typeof eventTypes)[number];
export type EventData = Record<string, unknown>;

export type NewEvent = {
  type: EventType;
  ticketId?: number | null;
  /** Null: seen by everyone in the workspace. */
  brandId?: number | null;
  messageId?: number | null;
  data?: EventData;
};
