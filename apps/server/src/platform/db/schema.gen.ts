// Generated from the database by `npm run db:types`; a test fails when it drifts.
import type { ColumnType } from 'kysely';

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
// Any JSON may be read; writes go through `json()` of db.ts.
export type Json = ColumnType<JsonValue, unknown, unknown>;

export interface AgentBrandsRow {
  workspace_id: number;
  agent_id: number;
  brand_id: number;
}

export interface AgentLimitsRow {
  workspace_id: number;
  agent_id: number;
  channel: string;
  most: number;
}

export interface AgentShiftsRow {
  workspace_id: number;
  id: Generated<number>;
  agent_id: number;
  starts_at: Timestamp;
  ends_at: Timestamp;
  reason: Generated<string>;
  created_at: Generated<Timestamp>;
}

export interface AgentSkillsRow {
  workspace_id: number;
  agent_id: number;
  skill_id: number;
  level: number;
  expires_at: Timestamp | null;
}

export interface AgentTimeOffRow {
  workspace_id: number;
  id: Generated<number>;
  agent_id: number;
  starts_at: Timestamp;
  ends_at: Timestamp;
  reason: Generated<string>;
  created_at: Generated<Timestamp>;
}

export interface AgentsRow {
  workspace_id: number;
  id: Generated<number>;
  user_id: string | null;
  name: string;
  email: string;
  role: 'owner' | 'admin' | 'lead' | 'agent' | 'viewer' | 'client';
  language: Generated<string>;
  time_zone: Generated<string>;
  preferences: Generated<Json>;
  signature: Generated<string>;
  all_brands: Generated<boolean>;
  active: Generated<boolean>;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
  hand_over_to: 'agent' | 'team' | 'nobody' | null;
  hand_over_id: number | null;
  tier: Generated<number>;
  calendar_id: number | null;
  availability: Generated<'online' | 'busy' | 'break' | 'away'>;
  works_from_home: Generated<boolean>;
  availability_since: Generated<Timestamp>;
  live_at: Timestamp | null;
}

export interface ApprovalAnswersRow {
  workspace_id: number;
  request_id: number;
  rule_id: number;
  agent_id: number;
  approved: boolean;
  words: string | null;
  answered_at: Generated<Timestamp>;
}

export interface ApprovalRequestsRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  rule_id: number;
  satisfied: Generated<number[]>;
  requester_id: number;
  change: Json;
  seen: Generated<Json>;
  reason: string;
  state: Generated<'waiting' | 'approved' | 'refused' | 'expired' | 'withdrawn'>;
  problem: string | null;
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  due_at: Timestamp | null;
  ended_at: Timestamp | null;
  spent_message_id: number | null;
}

export interface ApprovalRulesRow {
  workspace_id: number;
  id: Generated<number>;
  brand_id: number | null;
  name: string;
  active: Generated<boolean>;
  conditions: Generated<Json>;
  guard: 'status' | 'amount' | 'choice' | 'macro' | 'promise' | 'merge' | 'action';
  statuses: string[] | null;
  field_id: number | null;
  above: number | null;
  options: string[] | null;
  approver: 'lead' | 'admin' | 'named';
  approvers: Generated<number[]>;
  approvals: Generated<number>;
  expires_after_hours: number;
  removed_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
  macro_id: number | null;
  later_hours: number | null;
  actions: string[] | null;
}

export interface AutomaticAnswersRow {
  workspace_id: number;
  inbox_id: number;
  address: string;
  answered_at: Timestamp;
}

export interface AutomationProgressRow {
  workspace_id: number;
  xid: string;
  event_id: number;
  lease: string | null;
  leased_until: Timestamp | null;
}

export interface AutomationRunsRow {
  workspace_id: number;
  id: Generated<number>;
  automation_id: number;
  ticket_id: number;
  brand_id: number;
  cause: string;
  outcome: 'done' | 'unchanged' | 'refused' | 'stopped';
  done: Generated<string[]>;
  problem: Json | null;
  replied_to: number | null;
  created_at: Timestamp;
}

export interface AutomationTimersRow {
  workspace_id: number;
  id: Generated<number>;
  automation_id: number;
  ticket_id: number;
  due_at: Timestamp | null;
}

export interface AutomationsRow {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  brand_id: number | null;
  trigger: Json;
  conditions: Generated<Json>;
  actions: Json;
  position: number;
  enabled: Generated<boolean>;
  enabled_at: Timestamp | null;
  planned_at: Timestamp | null;
  stopped_at: Timestamp | null;
  runs: Generated<number>;
  last_run_at: Timestamp | null;
  archived_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface BaseMovesRow {
  workspace_id: number;
  id: Generated<number>;
  entries: Json;
  moved_by: number;
  created_at: Generated<Timestamp>;
  undone_at: Timestamp | null;
  part_of: number | null;
}

export interface BlockListRow {
  workspace_id: number;
  id: Generated<number>;
  pattern: string;
  created_by: number | null;
  created_at: Generated<Timestamp>;
}

export interface BrandTextsRow {
  workspace_id: number;
  brand_id: number;
  kind: 'escalation' | 'acknowledgement' | 'signature';
  language: string;
  subject: Generated<string>;
  body: string;
  updated_at: Generated<Timestamp>;
}

export interface BrandsRow {
  workspace_id: number;
  id: Generated<number>;
  slug: string;
  name: string;
  color: Generated<string>;
  default_language: Generated<string>;
  from_name: Generated<string>;
  acknowledge: Generated<boolean>;
  is_default: Generated<boolean>;
  archived_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
  calendar_id: number | null;
  wrap_up: Generated<'off' | 'asked' | 'required'>;
  tell_escalations: Generated<boolean>;
  clients_see_notes: Generated<boolean>;
  clients_see_contacts: Generated<boolean>;
  team_ids: number[] | null;
}

export interface BulkChangeItemsRow {
  workspace_id: number;
  bulk_change_id: number;
  place: number;
  ticket_id: number;
  outcome: 'changed' | 'unchanged' | 'refused' | 'left' | null;
  problem: Json | null;
  applied: Json | null;
  takes_back: Json | null;
}

export interface BulkChangesRow {
  workspace_id: number;
  id: Generated<number>;
  agent_id: number;
  change: Json | null;
  undoes: number | null;
  status: Generated<'running' | 'done' | 'stopped' | 'failed'>;
  error: 'not_allowed' | 'failed' | null;
  position: Generated<number>;
  handled: Generated<number>;
  total: number;
  counts: Generated<Json>;
  lease: Generated<number>;
  next_attempt_at: Generated<Timestamp | null>;
  failures: Generated<number>;
  created_at: Generated<Timestamp>;
  finished_at: Timestamp | null;
}

export interface CalendarsRow {
  workspace_id: number;
  id: Generated<number>;
  name: Generated<string>;
  is_default: Generated<boolean>;
  time_zone: string | null;
  week: Json | null;
  holidays: Json | null;
  holiday_days: Generated<Json>;
  holidays_until: number | null;
  exceptions: Generated<Json>;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface ClientOpeningsRow {
  workspace_id: number;
  agent_id: number;
  day: string;
  ticket_id: number;
  times: Generated<number>;
  files: Generated<number>;
  last_at: Timestamp;
}

export interface CommitmentMovesRow {
  workspace_id: number;
  id: Generated<number>;
  commitment_id: number;
  from_due: Timestamp;
  to_due: Timestamp;
  reason: string;
  told: 'message' | 'otherwise' | 'asked';
  message_id: number | null;
  moved_by: number | null;
  created_at: Generated<Timestamp>;
}

export interface CommitmentsRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  kind: Generated<'promise' | 'callback'>;
  text: string;
  due_at: Timestamp;
  due_on: string | null;
  starts_at: Timestamp | null;
  phone: string | null;
  owner_id: number | null;
  team_id: number | null;
  source: 'button' | 'macro' | 'slash' | 'noticed' | 'api';
  state: Generated<'open' | 'broken' | 'kept' | 'kept_late' | 'withdrawn'>;
  next_at: Timestamp | null;
  warned_at: Timestamp | null;
  broken_at: Timestamp | null;
  kept_at: Timestamp | null;
  kept_by: number | null;
  withdrawn_at: Timestamp | null;
  withdrawn_by: number | null;
  withdrawn_reason: string | null;
  message_id: number | null;
  linked_at: Timestamp | null;
  agreed_at: Timestamp | null;
  proposed_at: Timestamp | null;
  proposed_due: Timestamp | null;
  proposed_text: string | null;
  made_by: number | null;
  created_at: Generated<Timestamp>;
}

export interface CustomFieldOptionsRow {
  workspace_id: number;
  id: Generated<number>;
  field_id: number;
  parent_id: number | null;
  key: string;
  label: string;
  labels: Generated<Json>;
  position: Generated<number>;
  archived: Generated<boolean>;
}

export interface CustomFieldsRow {
  workspace_id: number;
  id: Generated<number>;
  brand_id: number | null;
  key: string;
  type: 'text' | 'number' | 'date' | 'choice' | 'tree' | 'checkbox';
  label: string;
  labels: Generated<Json>;
  help: Generated<string>;
  helps: Generated<Json>;
  required: Generated<'never' | 'create' | 'solve'>;
  filterable: Generated<boolean>;
  values_indexed: Generated<boolean>;
  position: Generated<number>;
  archived_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface CustomerAddressesRow {
  workspace_id: number;
  id: Generated<number>;
  customer_id: number;
  kind: 'email' | 'phone';
  address: string;
  is_primary: Generated<boolean>;
  bounced_at: Timestamp | null;
  bounce_status: string | null;
  created_at: Generated<Timestamp>;
}

export interface CustomerBrandsRow {
  workspace_id: number;
  customer_id: number;
  brand_id: number;
  merged_from: number | null;
}

export interface CustomerChecksRow {
  workspace_id: number;
  xid: string;
  event_id: number;
  customers_below: number | null;
}

export interface CustomerImportRowsRow {
  workspace_id: number;
  import_id: number;
  number: number;
  outcome: 'new' | 'adds' | 'unchanged' | 'refused';
  draft: Json;
  adds: Json | null;
  problems: Generated<Json>;
  notices: Generated<Json>;
  cells: Json;
  customer_id: number | null;
  applied: Json | null;
  applied_at: Timestamp | null;
  undone: 'removed' | 'taken_back' | 'kept' | null;
}

export interface CustomerImportsRow {
  workspace_id: number;
  id: Generated<number>;
  agent_id: number;
  brand_id: number;
  file_name: string;
  'sha256': string;
  size: number;
  format: 'csv' | 'vcard';
  encoding: string;
  delimiter: string;
  header: boolean;
  columns: Json;
  mapping: string[];
  country: string | null;
  create_organizations: Generated<boolean>;
  status: Generated<'draft' | 'checking' | 'ready' | 'importing' | 'done' | 'undoing' | 'undone' | 'failed' | 'removing'>;
  failed_while: 'checking' | 'importing' | 'undoing' | null;
  error: string | null;
  error_row: number | null;
  position: Generated<number>;
  handled: Generated<number>;
  total: Generated<number>;
  counts: Generated<Json>;
  lease: Generated<number>;
  next_attempt_at: Timestamp | null;
  failures: Generated<number>;
  created_at: Generated<Timestamp>;
  started_at: Timestamp | null;
  finished_at: Timestamp | null;
}

export interface CustomerKeysRow {
  workspace_id: number;
  customer_id: number;
  key: string;
}

export interface CustomerPairsRow {
  workspace_id: number;
  one_id: number;
  other_id: number;
  reasons: string[];
  dismissed_at: Timestamp | null;
  dismissed_by: number | null;
}

export interface CustomersRow {
  workspace_id: number;
  id: Generated<number>;
  kind: Generated<'external' | 'employee'>;
  name: Generated<string>;
  language: string | null;
  organization_id: number | null;
  note: Generated<string>;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
  merged_into: number | null;
  person_id: number | null;
  own_name: string | null;
  given: Json | null;
  merged_at: Timestamp | null;
  merged_by: number | null;
  account_agent_id: number | null;
  account_deputy_id: number | null;
  next_contact_on: string | null;
  next_contact_note: Generated<string>;
}

export interface DraftsRow {
  workspace_id: number;
  ticket_id: number;
  agent_id: number;
  kind: string;
  html: string;
  cc: Generated<Json>;
  file_ids: Generated<number[]>;
  updated_at: Generated<Timestamp>;
  changes: Generated<Json>;
  macro_ids: Generated<number[]>;
  recipients_to: Json | null;
  bcc: Generated<Json>;
  subject: Generated<string>;
  quoted: Generated<number[]>;
  replaced: Json | null;
  replaced_file_ids: Generated<number[]>;
}

export interface EscalationsRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  kind: 'functional' | 'hierarchical';
  target: 'tier' | 'agent' | 'team' | 'lead';
  tier: number | null;
  team_id: number | null;
  owner_id: number | null;
  from_agent_id: number | null;
  from_team_id: number | null;
  known: Generated<string>;
  tried: Generated<string>;
  promised: Generated<string>;
  question: Generated<string>;
  state: Generated<'open' | 'passed_on' | 'handed_back' | 'withdrawn' | 'ended'>;
  previous_id: number | null;
  message_id: number | null;
  made_by: number | null;
  created_at: Timestamp;
  over_at: Timestamp | null;
  over_by: number | null;
  explanation: string | null;
  sources: Generated<Json>;
}

export interface EventsRow {
  workspace_id: number;
  id: Generated<number>;
  xid: Generated<string>;
  type: string;
  ticket_id: number | null;
  brand_id: number | null;
  message_id: number | null;
  actor_type: 'agent' | 'customer' | 'system';
  actor_id: number | null;
  data: Generated<Json>;
  created_at: Generated<Timestamp>;
}

export interface FilesRow {
  workspace_id: number;
  id: Generated<number>;
  'sha256': string;
  size: number;
  type: string;
  name: string;
  uploaded_by: number | null;
  created_at: Generated<Timestamp>;
}

export interface GuidelineVersionsRow {
  workspace_id: number;
  guideline_id: number;
  version: number;
  text: string;
  moments: string[];
  conditions: Generated<Json>;
  effective_from: Timestamp;
  effective_until: Timestamp | null;
  withdrawn_at: Timestamp | null;
  created_by: number;
  created_at: Generated<Timestamp>;
}

export interface GuidelinesRow {
  workspace_id: number;
  id: Generated<number>;
  brand_id: number | null;
  name: string;
  archived_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface IdempotencyKeysRow {
  workspace_id: number;
  agent_id: number;
  key: string;
  fingerprint: Buffer;
  message_id: number | null;
  created_at: Generated<Timestamp>;
}

export interface InboxesRow {
  workspace_id: number;
  id: Generated<number>;
  brand_id: number;
  address: string;
  name: Generated<string>;
  team_id: number | null;
  smtp_url_sealed: string | null;
  active: Generated<boolean>;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface IntakeRow {
  workspace_id: number;
  id: Generated<number>;
  inbox_id: number;
  source: 'smtp' | 'lmtp' | 'imap';
  'raw_sha256': string;
  raw_size: number;
  envelope_from: string | null;
  envelope_to: string;
  remote_ip: string | null;
  helo: string | null;
  status: Generated<'received' | 'done' | 'duplicate' | 'blocked' | 'failed'>;
  attempts: Generated<number>;
  next_attempt_at: Generated<Timestamp | null>;
  error: string | null;
  ticket_id: number | null;
  message_id: number | null;
  dedupe_key: string | null;
  created_at: Generated<Timestamp>;
  arrived_at: Timestamp | null;
}

export interface KnownGuidelinesRow {
  workspace_id: number;
  agent_id: number;
  guideline_id: number;
  version: number;
  known_at: Generated<Timestamp>;
}

export interface MacroTextsRow {
  workspace_id: number;
  macro_id: number;
  language: string;
  html: string;
  text: string;
}

export interface MacroUsesRow {
  workspace_id: number;
  agent_id: number;
  macro_id: number;
  uses: Generated<number>;
  last_used_at: Timestamp;
}

export interface MacrosRow {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  owner_id: number | null;
  brand_id: number | null;
  message_kind: 'public' | 'note' | null;
  keywords: Generated<string[]>;
  actions: Generated<Json>;
  archived_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface MailAppsRow {
  workspace_id: number;
  provider: 'microsoft' | 'google';
  client_id: string;
  client_secret_sealed: string;
  tenant: Generated<string>;
  updated_at: Generated<Timestamp>;
}

export interface MailConversationsRow {
  workspace_id: number;
  thread_root: string;
  ticket_id: number;
}

export interface MailGrantsRow {
  workspace_id: number;
  inbox_id: number;
  provider: 'microsoft' | 'google';
  username: string;
  refresh_token_sealed: string;
  access_token_sealed: string | null;
  access_expires_at: Timestamp | null;
  revoked_at: Timestamp | null;
  granted_by: number | null;
  created_at: Generated<Timestamp>;
}

export interface MailboxFoldersRow {
  workspace_id: number;
  inbox_id: number;
  path: string;
  position: Generated<number>;
  uid_validity: number | null;
  last_uid: Generated<number>;
  missing: Generated<boolean>;
  withheld: Generated<number>;
}

export interface MailboxesRow {
  workspace_id: number;
  inbox_id: number;
  host: string;
  port: number;
  security: 'tls' | 'starttls' | 'none';
  username: string;
  sign_in: Generated<'password' | 'microsoft' | 'google'>;
  password_sealed: string | null;
  import_from: Timestamp;
  mark_seen: Generated<boolean>;
  active: Generated<boolean>;
  lease: Generated<number>;
  next_attempt_at: Generated<Timestamp | null>;
  failures: Generated<number>;
  state: Generated<'new' | 'connected' | 'trouble'>;
  trouble: string | null;
  trouble_detail: string | null;
  trouble_since: Timestamp | null;
  checked_at: Timestamp | null;
  last_message_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface MessageFilesRow {
  workspace_id: number;
  message_id: number;
  file_id: number;
  position: number;
  name: string;
  content_id: string | null;
  inline: Generated<boolean>;
}

export interface MessagesRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  kind: 'public' | 'note' | 'side';
  direction: 'in' | 'out';
  channel: 'email' | 'phone' | 'chat' | 'form' | 'letter' | 'walk_in' | 'api' | 'web';
  author_type: 'agent' | 'customer' | 'system';
  author_id: number | null;
  from_name: Generated<string>;
  from_address: Generated<string>;
  recipients_to: Generated<Json>;
  recipients_cc: Generated<Json>;
  subject: Generated<string>;
  text: Generated<string>;
  html: string | null;
  reply_text: Generated<string>;
  language: string | null;
  message_id: string | null;
  in_reply_to: string | null;
  automatic: 'escalation' | 'automation' | 'survey' | 'auto-reply' | 'out-of-office' | 'bulk' | 'list' | 'bounce' | 'delay' | 'report' | 'own' | 'acknowledgement' | null;
  sender_check: Generated<'verified' | 'unverified' | 'failed' | 'none'>;
  notices: Generated<string[]>;
  raw_file_id: number | null;
  created_at: Generated<Timestamp>;
  recipients_bcc: Generated<Json>;
  side_id: number | null;
  taken_back_at: Timestamp | null;
}

export interface NotificationProgressRow {
  workspace_id: number;
  xid: string;
  event_id: number;
  leased_until: Timestamp | null;
  lease: string | null;
}

export interface NotificationSettingsRow {
  workspace_id: number;
  agent_id: number;
  ways: Generated<Json>;
  quiet_until: Timestamp | null;
  quiet: Generated<Json>;
  updated_at: Generated<Timestamp>;
}

export interface NotificationsRow {
  workspace_id: number;
  id: Generated<number>;
  agent_id: number;
  event_id: number | null;
  kind: 'offered' | 'complaint_given' | 'complaint_acknowledge_due' | 'complaint_acknowledge_late' | 'complaint_answer_due' | 'complaint_answer_late' | 'compliment' | 'approval_asked' | 'approval_answered' | 'asked' | 'handed_back' | 'escalated' | 'low_score' | 'assigned' | 'mentioned' | 'answered' | 'colleague' | 'new_in_team' | 'failed' | 'woken' | 'promise_due' | 'promise_broken' | 'promise_answered' | 'sla_warning' | 'sla_breached';
  ticket_id: number | null;
  message_id: number | null;
  actor_type: 'agent' | 'customer' | 'system';
  actor_id: number | null;
  happened_at: Timestamp;
  shown: boolean;
  rings: boolean;
  read_at: Timestamp | null;
  push_at: Timestamp | null;
  mail_at: Timestamp | null;
  attempts: Generated<number>;
  created_at: Generated<Timestamp>;
  feedback_id: number | null;
  offer_id: number | null;
}

export interface OrganizationsRow {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  domains: Generated<string[]>;
  note: Generated<string>;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
  account_agent_id: number | null;
  account_deputy_id: number | null;
  next_contact_on: string | null;
  next_contact_note: Generated<string>;
}

export interface OutboxRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number | null;
  brand_id: number;
  inbox_id: number | null;
  message_id: number | null;
  kind: 'survey' | 'reply' | 'acknowledgement' | 'side';
  mail_message_id: string;
  mail: Generated<Json>;
  envelope_to: string[];
  accepted: Generated<string[]>;
  refused: Generated<string[]>;
  status: 'queued' | 'sending' | 'sent' | 'failed' | 'cancelled';
  attempts: Generated<number>;
  next_attempt_at: Timestamp | null;
  locked_until: Timestamp | null;
  last_error: string | null;
  sent_at: Timestamp | null;
  created_by: number | null;
  created_at: Generated<Timestamp>;
  scheduled_for: Timestamp | null;
  unless_answered: Generated<boolean>;
  cancel_reason: string | null;
}

export interface ParticipantsRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  customer_id: number;
  address: string;
  name: Generated<string>;
  role: 'requester' | 'cc';
  confirmed: Generated<boolean>;
  created_at: Generated<Timestamp>;
  merged_from: number | null;
}

export interface PlaybookStepsRow {
  workspace_id: number;
  id: Generated<number>;
  playbook_id: number;
  position: number;
  text: string;
  done_by: 'person' | 'field' | 'event';
  field_id: number | null;
  options: string[] | null;
  event: 'reply' | 'note' | 'promise' | 'callback' | 'wrap_up' | null;
  removed_at: Timestamp | null;
}

export interface PlaybooksRow {
  workspace_id: number;
  id: Generated<number>;
  brand_id: number | null;
  name: string;
  conditions: Generated<Json>;
  guards: string[];
  archived_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface PresenceRow {
  workspace_id: number;
  ticket_id: number;
  agent_id: number;
  connection: string;
  state: 'open' | 'looking' | 'writing';
  seen_at: Generated<Timestamp>;
}

export interface PushDevicesRow {
  workspace_id: number;
  id: Generated<number>;
  agent_id: number;
  session_id: string;
  endpoint: string;
  'p256dh': string;
  auth: string;
  name: Generated<string>;
  last_error: string | null;
  last_sent_at: Timestamp | null;
  created_at: Generated<Timestamp>;
}

export interface ReportDayTimesRow {
  workspace_id: number;
  dimension: 'all' | 'team' | 'assignee' | 'tier' | 'topic' | 'channel' | 'language' | 'kind';
  day: string;
  value: string;
  brand_id: number;
  measure: 'first_reply' | 'resolution';
  step: number;
  count: number;
}

export interface ReportDaysRow {
  workspace_id: number;
  dimension: 'all' | 'team' | 'assignee' | 'tier' | 'topic' | 'channel' | 'language' | 'kind';
  day: string;
  value: string;
  brand_id: number;
  tickets: Generated<number>;
  open: Generated<number>;
  replies: Generated<number>;
  first_replies: Generated<number>;
  first_reply_seconds: Generated<number>;
  first_reply_open_seconds: Generated<number>;
  sla_met: Generated<number>;
  sla_missed: Generated<number>;
  promises_kept: Generated<number>;
  promises_broken: Generated<number>;
  solved: Generated<number>;
  reopened: Generated<number>;
  first_contact: Generated<number>;
  resolved: Generated<number>;
  resolution_seconds: Generated<number>;
  resolution_open_seconds: Generated<number>;
  degree_solved: Generated<number>;
  degree_partly: Generated<number>;
  degree_worked_around: Generated<number>;
  degree_not_solved: Generated<number>;
  degree_withdrawn: Generated<number>;
  timed: Generated<number>;
  minutes: Generated<number>;
  rated: Generated<number>;
  score_sum: Generated<number>;
}

export interface ReportProgressRow {
  workspace_id: number;
  xid: string;
  event_id: number;
  counted_to: number | null;
  count_until: Generated<number>;
  lease: string | null;
  leased_until: Timestamp | null;
}

export interface ReportSchedulesRow {
  workspace_id: number;
  id: Generated<number>;
  agent_id: number;
  made_by: number;
  every: 'day' | 'week' | 'month';
  hour: number;
  filter: Generated<Json>;
  format: 'csv' | 'xlsx';
  next_at: Timestamp | null;
  last_at: Timestamp | null;
  created_at: Generated<Timestamp>;
}

export interface ReportTicketsRow {
  workspace_id: number;
  ticket_id: number;
  brand_id: number;
  team: string;
  assignee: string;
  tier: string;
  topic: string;
  channel: string;
  language: string;
  kind: string;
  created_at: Timestamp;
  day: string;
  solved_day: string | null;
  open: number;
  replies: number;
  first_replies: number;
  first_reply_seconds: number;
  first_reply_open_seconds: number;
  sla_met: number;
  sla_missed: number;
  promises_kept: number;
  promises_broken: number;
  solved: number;
  reopened: number;
  first_contact: number;
  resolved: number;
  resolution_seconds: number;
  resolution_open_seconds: number;
  degree_solved: number;
  degree_partly: number;
  degree_worked_around: number;
  degree_not_solved: number;
  degree_withdrawn: number;
  timed: number;
  minutes: number;
  rated: number;
  score_sum: number;
}

export interface RoutingDecisionsRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  team_id: number;
  agent_id: number | null;
  overflow_team_id: number | null;
  reasons: Json;
  decided_at: Timestamp;
}

export interface RoutingNeedsRow {
  workspace_id: number;
  id: Generated<number>;
  team_id: number;
  brand_id: number | null;
  skill_id: number;
  need: 'required' | 'preferred';
  level: Generated<number>;
}

export interface RoutingOffersRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  team_id: number;
  agent_id: number;
  round: number;
  state: Generated<'open' | 'accepted' | 'declined' | 'missed' | 'withdrawn'>;
  reasons: Json;
  note: Generated<string>;
  offered_at: Timestamp;
  due_at: Timestamp | null;
  ended_at: Timestamp | null;
}

export interface RoutingProgressRow {
  workspace_id: number;
  xid: string;
  event_id: number;
  sweep: Generated<boolean>;
}

export interface RoutingQueueRow {
  workspace_id: number;
  ticket_id: number;
  team_id: number;
  since: Timestamp;
  look_at: Timestamp;
  came_from: Generated<number[]>;
  round: Generated<number>;
  anew_at: Timestamp | null;
}

export interface RoutingRulesRow {
  workspace_id: number;
  team_id: number;
  mode: Generated<'pull' | 'push'>;
  method: Generated<'round_robin' | 'least_busy' | 'longest_idle' | 'best_match'>;
  sticky_account: Generated<boolean>;
  sticky_last: Generated<boolean>;
  language_need: Generated<'required' | 'preferred' | 'none'>;
  relax_minutes: Generated<number>;
  overflow_team_id: number | null;
  overflow_minutes: Generated<number>;
  updated_at: Generated<Timestamp>;
  delivery: Generated<'assign' | 'offer'>;
  offer_seconds: Generated<number>;
  offer_misses: Generated<number>;
}

export interface RoutingTurnsRow {
  workspace_id: number;
  team_id: number;
  agent_id: number;
  turn: number;
  handed_at: Timestamp;
}

export interface SatisfactionDaysRow {
  workspace_id: number;
  brand_id: number;
  day: string;
  asked: Generated<number>;
  'score_1': Generated<number>;
  'score_2': Generated<number>;
  'score_3': Generated<number>;
  'score_4': Generated<number>;
  'score_5': Generated<number>;
}

export interface SatisfactionProgressRow {
  workspace_id: number;
  xid: string;
  event_id: number;
  lease: string | null;
  leased_until: Timestamp | null;
}

export interface SatisfactionSettingsRow {
  workspace_id: number;
  brand_id: number;
  enabled: Generated<boolean>;
  enabled_at: Timestamp | null;
  delay_hours: Generated<number>;
  every_days: Generated<number>;
  ask_employees: Generated<boolean>;
  skip_tags: Generated<string[]>;
  questions: Generated<Json>;
  low_score: Generated<number>;
  change_days: Generated<number>;
  lead_id: number | null;
  team_id: number | null;
  updated_at: Generated<Timestamp>;
}

export interface SavedViewsRow {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  audience: 'own' | 'team' | 'everyone';
  owner_id: number;
  team_id: number | null;
  conditions: Json;
  display: Generated<Json>;
  removed_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface SearchCustomersRow {
  workspace_id: number;
  customer_id: number;
  words: string;
  version: Generated<number>;
}

export interface SearchFilesRow {
  workspace_id: number;
  'sha256': string;
  status: 'waiting' | 'read' | 'empty' | 'failed';
  text: Generated<string>;
  attempts: Generated<number>;
  next_attempt_at: Generated<Timestamp | null>;
  created_at: Generated<Timestamp>;
}

export interface SearchOrganizationsRow {
  workspace_id: number;
  organization_id: number;
  words: string;
  version: Generated<number>;
}

export interface SearchProgressRow {
  workspace_id: number;
  xid: string;
  event_id: number;
  tickets_below: number | null;
  customers_below: number | null;
  organizations_below: number | null;
  leased_until: Timestamp | null;
  lease: string | null;
}

export interface SearchTicketsRow {
  workspace_id: number;
  ticket_id: number;
  slice: number;
  words: string;
  version: Generated<number>;
}

export interface SenderKeysRow {
  workspace_id: number;
  domain: string;
  selector: string;
  public_key: string;
  private_key_sealed: string;
  signs_since: Timestamp | null;
  stopped_at: Timestamp | null;
  created_at: Generated<Timestamp>;
}

export interface SideConversationsRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  kind: 'forward' | 'question';
  subject: string;
  done_at: Timestamp | null;
  created_by: number | null;
  created_at: Generated<Timestamp>;
}

export interface SidePeopleRow {
  workspace_id: number;
  id: Generated<number>;
  side_id: number;
  address: string;
  name: Generated<string>;
  role: 'to' | 'cc';
  confirmed: Generated<boolean>;
  created_at: Generated<Timestamp>;
}

export interface SkillsRow {
  workspace_id: number;
  id: Generated<number>;
  kind: 'product' | 'technology' | 'language' | 'certificate';
  name: string;
  language: string | null;
  archived_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface SlaPoliciesRow {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  position: number;
  active: Generated<boolean>;
  version: Generated<number>;
  conditions: Generated<Json>;
  targets: Json;
  pause: Generated<string[]>;
  warn_minutes: Generated<number>;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface SlaProgressRow {
  workspace_id: number;
  xid: string;
  event_id: number;
  sweep_after: number | null;
  lease: string | null;
  leased_until: Timestamp | null;
}

export interface SlaTargetsRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  brand_id: number;
  kind: 'pickup' | 'first_reply' | 'next_reply' | 'update' | 'resolution';
  cycle_at: Timestamp;
  policy_id: number;
  policy_version: number;
  priority: 'low' | 'normal' | 'high' | 'urgent';
  business: boolean;
  target_minutes: number;
  reason: 'started' | 'paused' | 'resumed' | 'reopened' | 'terms';
  began_at: Timestamp;
  due_at: Timestamp | null;
  resting: Generated<boolean>;
  left_seconds: number;
  next_at: Timestamp | null;
  warned_at: Timestamp | null;
  breached_at: Timestamp | null;
  ended_at: Timestamp | null;
  outcome: 'met' | 'breached' | 'dropped' | 'replaced' | null;
}

export interface StaffFeedbackRow {
  workspace_id: number;
  id: Generated<number>;
  brand_id: number;
  kind: 'complaint' | 'compliment';
  about_id: number;
  ticket_id: number | null;
  customer_id: number | null;
  channel: 'mail' | 'phone' | 'letter' | 'in_person' | 'web';
  text: string;
  wants: string | null;
  received_at: Timestamp;
  filed_by: number;
  owner_id: number | null;
  acknowledge_by: Timestamp | null;
  acknowledged_at: Timestamp | null;
  acknowledged_how: 'mail' | 'phone' | 'letter' | 'in_person' | null;
  answer_by: Timestamp | null;
  answered_at: Timestamp | null;
  answered_how: 'mail' | 'phone' | 'letter' | 'in_person' | null;
  outcome: 'upheld' | 'partly_upheld' | 'not_upheld' | 'withdrawn' | 'not_settled' | null;
  outcome_text: string | null;
  closed_at: Timestamp | null;
  released_at: Timestamp | null;
  released_text: string | null;
  statement: string | null;
  statement_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  acknowledge_soon_at: Timestamp | null;
  answer_soon_at: Timestamp | null;
  reminded_until: Timestamp | null;
  remind_at: Timestamp | null;
}

export interface StaffFeedbackHistoryRow {
  workspace_id: number;
  id: Generated<number>;
  feedback_id: number;
  agent_id: number;
  what: 'filed' | 'read' | 'note' | 'owner' | 'left' | 'acknowledged' | 'answered' | 'closed' | 'reopened' | 'released' | 'statement';
  text: string | null;
  at: Timestamp;
}

export interface StaffFeedbackSettingsRow {
  workspace_id: number;
  acknowledge_days: number;
  answer_days: number;
  updated_at: Generated<Timestamp>;
}

export interface StepOverridesRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  status: string;
  reason: string;
  steps: number[];
  made_by: number;
  created_at: Generated<Timestamp>;
}

export interface SurveysRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  brand_id: number;
  state: Generated<'waiting' | 'asked' | 'answered' | 'dropped'>;
  dropped_for: 'off' | 'reopened' | 'not_in_inbox' | 'merged' | 'employee' | 'tag' | 'machine' | 'no_address' | 'asked_lately' | 'no_inbox' | 'never_open' | null;
  solved_at: Timestamp;
  next_at: Timestamp | null;
  asked_at: Timestamp | null;
  customer_id: number | null;
  message_id: number | null;
  language: string | null;
  score: number | null;
  words: string | null;
  low: Generated<boolean>;
  answered_at: Timestamp | null;
  answered_on: string | null;
  changed_at: Timestamp | null;
  task_id: number | null;
  unfinished: Generated<boolean>;
}

export interface SwarmAnswersRow {
  workspace_id: number;
  swarm_id: number;
  message_id: number;
}

export interface SwarmPeopleRow {
  workspace_id: number;
  swarm_id: number;
  agent_id: number;
  waits: Generated<boolean>;
}

export interface SwarmsRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  question: string;
  team_id: number | null;
  asked_by: number;
  created_at: Timestamp;
  closed_at: Timestamp | null;
  closed_by: number | null;
  helpful_message_id: number | null;
}

export interface TasksRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  text: string;
  assignee_id: number | null;
  due_at: Generated<Timestamp>;
  due_on: string | null;
  position: number;
  done_at: Timestamp | null;
  done_by: number | null;
  created_by: number | null;
  created_at: Generated<Timestamp>;
}

export interface TeamMembersRow {
  workspace_id: number;
  team_id: number;
  agent_id: number;
}

export interface TeamsRow {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  archived_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface TicketFieldsRow {
  workspace_id: number;
  ticket_id: number;
  field_id: number;
  option_id: number | null;
  number_value: number | null;
  text_value: string | null;
  text_key: string | null;
  indexed: Generated<boolean>;
  merged_from: number | null;
}

export interface TicketFollowersRow {
  workspace_id: number;
  ticket_id: number;
  agent_id: number;
  created_at: Generated<Timestamp>;
  merged_from: number | null;
}

export interface TicketLinksRow {
  workspace_id: number;
  ticket_id: number;
  other_ticket_id: number;
  kind: 'related' | 'claims_to_continue';
  created_at: Generated<Timestamp>;
}

export interface TicketMentionsRow {
  workspace_id: number;
  agent_id: number;
  ticket_id: number;
  message_id: number;
  created_at: Generated<Timestamp>;
}

export interface TicketNumberBlocksRow {
  workspace_id: number;
  next_number: Generated<number>;
}

export interface TicketReadsRow {
  workspace_id: number;
  agent_id: number;
  ticket_id: number;
  read_at: Timestamp;
}

export interface TicketSkillsRow {
  workspace_id: number;
  ticket_id: number;
  skill_id: number;
  need: 'required' | 'preferred' | 'none';
  level: Generated<number>;
  set_by: number | null;
  created_at: Generated<Timestamp>;
}

export interface TicketStepsRow {
  workspace_id: number;
  ticket_id: number;
  step_id: number;
  done_by: number;
  done_at: Generated<Timestamp>;
}

export interface TicketsRow {
  workspace_id: number;
  id: Generated<number>;
  number: number;
  subject: string;
  status: 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed';
  priority: Generated<'low' | 'normal' | 'high' | 'urgent'>;
  kind: Generated<'question' | 'incident' | 'problem' | 'task' | 'complaint' | 'order'>;
  channel: 'email' | 'phone' | 'chat' | 'form' | 'letter' | 'walk_in' | 'api' | 'web';
  folder: Generated<'inbox' | 'spam' | 'trash'>;
  language: string | null;
  brand_id: number;
  inbox_id: number | null;
  team_id: number | null;
  assignee_id: number | null;
  requester_id: number;
  tags: Generated<string[]>;
  last_line: Generated<string>;
  last_author: Generated<string>;
  last_direction: Generated<'in' | 'out'>;
  last_message_at: Generated<Timestamp>;
  message_count: Generated<number>;
  snoozed_until: Timestamp | null;
  solved_at: Timestamp | null;
  close_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
  merged_into: number | null;
  merged_status: 'new' | 'open' | 'pending' | 'on_hold' | 'solved' | 'closed' | null;
  snoozed_by: number | null;
  answer_stops_mail: Generated<boolean>;
  last_public_direction: 'in' | 'out' | null;
  merged_snoozed_until: Timestamp | null;
  merged_snoozed_by: number | null;
  merged_close_at: Timestamp | null;
  promise_due_at: Timestamp | null;
  wrapped: Generated<boolean>;
  needed_tier: number | null;
  escalated_at: Timestamp | null;
}

export interface TimeEntriesRow {
  workspace_id: number;
  id: Generated<number>;
  ticket_id: number;
  agent_id: number;
  stretch: string | null;
  seconds: number;
  started_at: Timestamp;
  note: Generated<string>;
  measured: boolean;
  measured_seconds: number | null;
  message_id: number | null;
  created_at: Generated<Timestamp>;
}

export interface TopicTreesRow {
  workspace_id: number;
  id: Generated<number>;
  brand_id: number | null;
  updated_at: Generated<Timestamp>;
}

export interface TopicsRow {
  workspace_id: number;
  id: Generated<number>;
  brand_id: number | null;
  key: string;
  parent_id: number | null;
  label: string;
  labels: Generated<Json>;
  position: number;
  archived: Generated<boolean>;
}

export interface WebhookDeliveriesRow {
  workspace_id: number;
  id: Generated<number>;
  webhook_id: number;
  event_id: number | null;
  type: string;
  state: Generated<'waiting' | 'delivered' | 'failed' | 'dropped'>;
  next_attempt_at: Timestamp | null;
  attempts: Generated<number>;
  last_attempt_at: Timestamp | null;
  status_code: number | null;
  error: string | null;
  duration_ms: number | null;
  answer: string | null;
  created_at: Generated<Timestamp>;
}

export interface WebhookProgressRow {
  workspace_id: number;
  xid: string;
  event_id: number;
  leased_until: Timestamp | null;
  lease: string | null;
}

export interface WebhooksRow {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  url: string;
  event_types: string[] | null;
  brand_ids: number[] | null;
  owner_id: number;
  status: Generated<'active' | 'paused' | 'failing' | 'gone'>;
  secret_sealed: string;
  old_secret_sealed: string | null;
  old_secret_until: Timestamp | null;
  from_xid: string;
  from_event_id: number;
  lease: string | null;
  leased_until: Timestamp | null;
  failures: Generated<number>;
  failing_since: Timestamp | null;
  resting_until: Timestamp | null;
  last_delivered_at: Timestamp | null;
  last_attempt_at: Timestamp | null;
  removed_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface WrapUpDaysRow {
  workspace_id: number;
  id: Generated<number>;
  brand_id: number;
  day: string;
  topic_id: number | null;
  degree: string;
  count: number;
  minutes: number;
}

export interface WrapUpVersionsRow {
  workspace_id: number;
  ticket_id: number;
  version: number;
  topic_id: number | null;
  degree: string;
  cause: string;
  resolution: string;
  minutes: number | null;
  written_by: number;
  written_at: Timestamp;
}

export interface WrapUpsRow {
  workspace_id: number;
  ticket_id: number;
  version: number;
  topic_id: number | null;
  degree: 'solved' | 'partly' | 'worked_around' | 'not_solved' | 'withdrawn';
  cause: Generated<string>;
  resolution: Generated<string>;
  minutes: number | null;
  written_by: number;
  written_at: Timestamp;
  solved_at: Timestamp | null;
  counted_brand_id: number | null;
  counted_topic_id: number | null;
  counted_degree: string | null;
  counted_minutes: number | null;
}

export interface IdentityAccountRow {
  id: string;
  'accountId': string;
  'providerId': string;
  'userId': string;
  'accessToken': string | null;
  'refreshToken': string | null;
  'idToken': string | null;
  'accessTokenExpiresAt': Timestamp | null;
  'refreshTokenExpiresAt': Timestamp | null;
  scope: string | null;
  password: string | null;
  'createdAt': Generated<Timestamp>;
  'updatedAt': Generated<Timestamp>;
}

export interface IdentityApiTokensRow {
  id: Generated<number>;
  hash: Buffer;
  workspace_id: number;
  agent_id: number;
  name: string;
  prefix: string;
  expires_at: Timestamp | null;
  last_used_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  scopes: string[] | null;
}

export interface IdentityBackupRunsRow {
  id: Generated<number>;
  reason: 'schedule' | 'asked' | 'command' | 'upgrade';
  status: 'queued' | 'running' | 'done' | 'failed';
  queued_at: Generated<Timestamp>;
  started_at: Timestamp | null;
  finished_at: Timestamp | null;
  phase: 'database' | 'files' | null;
  step_done: Generated<number>;
  step_total: Generated<number>;
  size: number | null;
  file_count: number | null;
  files_missing: Generated<number>;
  folder: string | null;
  error: 'no_space' | 'not_writable' | 'interrupted' | 'stopped' | 'failed' | null;
  removed_at: Timestamp | null;
}

export interface IdentityInboxAddressesRow {
  address: string;
  workspace_id: number;
  inbox_id: number;
}

export interface IdentityInvitationsRow {
  id: Generated<number>;
  workspace_id: number;
  email: string;
  role: 'owner' | 'admin' | 'lead' | 'agent' | 'viewer' | 'client';
  language: string;
  all_brands: boolean;
  brands: Generated<number[]>;
  teams: Generated<number[]>;
  invited_by: number;
  hash: Buffer;
  expires_at: Timestamp;
  created_at: Generated<Timestamp>;
}

export interface IdentityMembershipsRow {
  user_id: string;
  workspace_id: number;
  agent_id: number;
  created_at: Generated<Timestamp>;
}

export interface IdentityPasskeyChallengesRow {
  hash: Buffer;
  purpose: 'sign_in' | 'add' | 'prove';
  holder: Buffer;
  asker: Buffer;
  expires_at: Timestamp;
}

export interface IdentityPasskeysRow {
  id: Generated<number>;
  user_id: string;
  rp_id: string;
  credential_id: Buffer;
  public_key: Buffer;
  counter: Generated<number>;
  transports: Generated<string[]>;
  synced: boolean;
  name: string;
  barred_at: Timestamp | null;
  last_used_at: Timestamp | null;
  created_at: Generated<Timestamp>;
}

export interface IdentityPasswordResetsRow {
  user_id: string;
  hash: Buffer;
  expires_at: Timestamp;
}

export interface IdentityRecoveryCodesRow {
  user_id: string;
  hash: Buffer;
}

export interface IdentitySecondFactorsRow {
  user_id: string;
  secret_sealed: string;
  confirmed_at: Timestamp | null;
  last_step: Generated<number>;
  created_at: Generated<Timestamp>;
}

export interface IdentitySessionRow {
  id: string;
  'expiresAt': Timestamp;
  token: string;
  'createdAt': Generated<Timestamp>;
  'updatedAt': Generated<Timestamp>;
  'ipAddress': string | null;
  'userAgent': string | null;
  'userId': string;
  last_seen_at: Timestamp | null;
  awaits: string | null;
}

export interface IdentitySetupLinkRow {
  one: Generated<boolean>;
  hash: Buffer;
  created_at: Generated<Timestamp>;
}

export interface IdentitySignInFailuresRow {
  key: string;
  at: Generated<Timestamp>;
}

export interface IdentitySystemMailRow {
  id: Generated<number>;
  kind: 'invitation' | 'password_reset' | 'webhook_stopped' | 'report' | 'answer_waits';
  address: string;
  invitation_id: number | null;
  token_sealed: string | null;
  slot: number | null;
  status: Generated<'queued' | 'sending' | 'sent' | 'failed' | 'dropped'>;
  attempts: Generated<number>;
  next_attempt_at: Generated<Timestamp | null>;
  last_error: string | null;
  created_at: Generated<Timestamp>;
  workspace_id: number | null;
  subject_id: number | null;
}

export interface IdentityUserRow {
  id: string;
  name: string;
  email: string;
  'emailVerified': Generated<boolean>;
  image: string | null;
  'createdAt': Generated<Timestamp>;
  'updatedAt': Generated<Timestamp>;
}

export interface IdentityVerificationRow {
  id: string;
  identifier: string;
  value: string;
  'expiresAt': Timestamp;
  'createdAt': Generated<Timestamp>;
  'updatedAt': Generated<Timestamp>;
}

export interface IdentityWorkspacesRow {
  id: Generated<number>;
  slug: string;
  name: string;
  default_language: Generated<string>;
  time_zone: Generated<string>;
  close_after_hours: Generated<number>;
  demo: Generated<boolean>;
  created_at: Generated<Timestamp>;
  second_factor_roles: Generated<string[]>;
  setup: Json | null;
  hours: Json | null;
  country: string | null;
  time_tracking: Generated<boolean>;
  account_first: Generated<boolean>;
}

export interface DB {
  agent_brands: AgentBrandsRow;
  agent_limits: AgentLimitsRow;
  agent_shifts: AgentShiftsRow;
  agent_skills: AgentSkillsRow;
  agent_time_off: AgentTimeOffRow;
  agents: AgentsRow;
  approval_answers: ApprovalAnswersRow;
  approval_requests: ApprovalRequestsRow;
  approval_rules: ApprovalRulesRow;
  automatic_answers: AutomaticAnswersRow;
  automation_progress: AutomationProgressRow;
  automation_runs: AutomationRunsRow;
  automation_timers: AutomationTimersRow;
  automations: AutomationsRow;
  base_moves: BaseMovesRow;
  block_list: BlockListRow;
  brand_texts: BrandTextsRow;
  brands: BrandsRow;
  bulk_change_items: BulkChangeItemsRow;
  bulk_changes: BulkChangesRow;
  calendars: CalendarsRow;
  client_openings: ClientOpeningsRow;
  commitment_moves: CommitmentMovesRow;
  commitments: CommitmentsRow;
  custom_field_options: CustomFieldOptionsRow;
  custom_fields: CustomFieldsRow;
  customer_addresses: CustomerAddressesRow;
  customer_brands: CustomerBrandsRow;
  customer_checks: CustomerChecksRow;
  customer_import_rows: CustomerImportRowsRow;
  customer_imports: CustomerImportsRow;
  customer_keys: CustomerKeysRow;
  customer_pairs: CustomerPairsRow;
  customers: CustomersRow;
  drafts: DraftsRow;
  escalations: EscalationsRow;
  events: EventsRow;
  files: FilesRow;
  guideline_versions: GuidelineVersionsRow;
  guidelines: GuidelinesRow;
  idempotency_keys: IdempotencyKeysRow;
  inboxes: InboxesRow;
  intake: IntakeRow;
  known_guidelines: KnownGuidelinesRow;
  macro_texts: MacroTextsRow;
  macro_uses: MacroUsesRow;
  macros: MacrosRow;
  mail_apps: MailAppsRow;
  mail_conversations: MailConversationsRow;
  mail_grants: MailGrantsRow;
  mailbox_folders: MailboxFoldersRow;
  mailboxes: MailboxesRow;
  message_files: MessageFilesRow;
  messages: MessagesRow;
  notification_progress: NotificationProgressRow;
  notification_settings: NotificationSettingsRow;
  notifications: NotificationsRow;
  organizations: OrganizationsRow;
  outbox: OutboxRow;
  participants: ParticipantsRow;
  playbook_steps: PlaybookStepsRow;
  playbooks: PlaybooksRow;
  presence: PresenceRow;
  push_devices: PushDevicesRow;
  report_day_times: ReportDayTimesRow;
  report_days: ReportDaysRow;
  report_progress: ReportProgressRow;
  report_schedules: ReportSchedulesRow;
  report_tickets: ReportTicketsRow;
  routing_decisions: RoutingDecisionsRow;
  routing_needs: RoutingNeedsRow;
  routing_offers: RoutingOffersRow;
  routing_progress: RoutingProgressRow;
  routing_queue: RoutingQueueRow;
  routing_rules: RoutingRulesRow;
  routing_turns: RoutingTurnsRow;
  satisfaction_days: SatisfactionDaysRow;
  satisfaction_progress: SatisfactionProgressRow;
  satisfaction_settings: SatisfactionSettingsRow;
  saved_views: SavedViewsRow;
  search_customers: SearchCustomersRow;
  search_files: SearchFilesRow;
  search_organizations: SearchOrganizationsRow;
  search_progress: SearchProgressRow;
  search_tickets: SearchTicketsRow;
  sender_keys: SenderKeysRow;
  side_conversations: SideConversationsRow;
  side_people: SidePeopleRow;
  skills: SkillsRow;
  sla_policies: SlaPoliciesRow;
  sla_progress: SlaProgressRow;
  sla_targets: SlaTargetsRow;
  staff_feedback: StaffFeedbackRow;
  staff_feedback_history: StaffFeedbackHistoryRow;
  staff_feedback_settings: StaffFeedbackSettingsRow;
  step_overrides: StepOverridesRow;
  surveys: SurveysRow;
  swarm_answers: SwarmAnswersRow;
  swarm_people: SwarmPeopleRow;
  swarms: SwarmsRow;
  tasks: TasksRow;
  team_members: TeamMembersRow;
  teams: TeamsRow;
  ticket_fields: TicketFieldsRow;
  ticket_followers: TicketFollowersRow;
  ticket_links: TicketLinksRow;
  ticket_mentions: TicketMentionsRow;
  ticket_number_blocks: TicketNumberBlocksRow;
  ticket_reads: TicketReadsRow;
  ticket_skills: TicketSkillsRow;
  ticket_steps: TicketStepsRow;
  tickets: TicketsRow;
  time_entries: TimeEntriesRow;
  topic_trees: TopicTreesRow;
  topics: TopicsRow;
  webhook_deliveries: WebhookDeliveriesRow;
  webhook_progress: WebhookProgressRow;
  webhooks: WebhooksRow;
  wrap_up_days: WrapUpDaysRow;
  wrap_up_versions: WrapUpVersionsRow;
  wrap_ups: WrapUpsRow;
  'identity.account': IdentityAccountRow;
  'identity.api_tokens': IdentityApiTokensRow;
  'identity.backup_runs': IdentityBackupRunsRow;
  'identity.inbox_addresses': IdentityInboxAddressesRow;
  'identity.invitations': IdentityInvitationsRow;
  'identity.memberships': IdentityMembershipsRow;
  'identity.passkey_challenges': IdentityPasskeyChallengesRow;
  'identity.passkeys': IdentityPasskeysRow;
  'identity.password_resets': IdentityPasswordResetsRow;
  'identity.recovery_codes': IdentityRecoveryCodesRow;
  'identity.second_factors': IdentitySecondFactorsRow;
  'identity.session': IdentitySessionRow;
  'identity.setup_link': IdentitySetupLinkRow;
  'identity.sign_in_failures': IdentitySignInFailuresRow;
  'identity.system_mail': IdentitySystemMailRow;
  'identity.user': IdentityUserRow;
  'identity.verification': IdentityVerificationRow;
  'identity.workspaces': IdentityWorkspacesRow;
}
