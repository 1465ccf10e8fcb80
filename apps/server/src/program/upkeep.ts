import type { Context } from '../context.ts';
import { setAwayWhoHasGone } from '../features/availability/index.ts';
import type { BackupWorker } from '../features/backups/index.ts';
import { forgetRuns } from '../features/automations/index.ts';
import { forgetBulkChanges } from '../features/bulk-changes/index.ts';
import { refreshHolidays } from '../features/calendars/index.ts';
import { deleteOldMoves } from '../features/customer-base/index.ts';
import { forgetOldImports } from '../features/customer-imports/index.ts';
import { findDuplicates, readStoredNumbers } from '../features/customers/index.ts';
import { indexFieldValues } from '../features/custom-fields/index.ts';
import { removeUnattachedFiles } from '../features/files/index.ts';
import { finishHandOvers } from '../features/hand-over/index.ts';
import { forgetDevices, tidyNotifications } from '../features/notifications/index.ts';
import { closeDueTickets } from '../features/tickets/index.ts';
import { removeStalePresence } from '../features/presence/index.ts';
import { forgetChallenges } from '../features/passkeys/index.ts';
import { tidyRouting } from '../features/routing/index.ts';
import { lookForRecords } from '../features/sender-keys/index.ts';
import { forgetSystemMail } from '../features/system-mail/index.ts';
import { keptDays, tidyWebhooks } from '../features/webhooks/index.ts';
import { forgetFailures } from '../platform/auth/identity.queries.ts';
import { forgetOnce } from '../platform/once/once.queries.ts';
import { startJobs, type Jobs, type JobTasks } from '../platform/jobs/jobs.ts';
import { findWorkspaces } from './program.queries.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** What goes wrong in one workspace keeps nothing from the others. The task fails all the same, after them, and is tried again. */
export async function inEachWorkspace({ db, log }: Pick<Context, 'db' | 'log'>, work: (workspaceId: number) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const workspaceId of await findWorkspaces(db)) {
    try {
      await work(workspaceId);
    } catch (error) {
      log.warn({ err: error, workspace: workspaceId }, 'a workspace could not be tidied now');
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} workspaces could not be tidied`);
}

/** What happens by the clock. Each task may run twice, and on any node. */
export function upkeepJobs(context: Context, backups: Pick<BackupWorker, 'look'>): JobTasks {
  const { db, clock } = context;
  const ago = (milliseconds: number) => new Date(clock.now().getTime() - milliseconds);
  const forEachWorkspace = (work: (workspaceId: number) => Promise<unknown>) => inEachWorkspace(context, work);
  return {
    tasks: {
      close_due_tickets: async () => void (await closeDueTickets(context)),
      remove_stale_presence: () => forEachWorkspace((workspaceId) => removeStalePresence(db, workspaceId)),
      set_away_who_has_gone: () => forEachWorkspace((workspaceId) => setAwayWhoHasGone(context, workspaceId)),
      forget_sign_in_failures: () => forgetFailures(db, [], ago(60 * minute)),
      forget_passkey_challenges: () => forgetChallenges(db, clock.now()),
      finish_hand_overs: () => forEachWorkspace((workspaceId) => finishHandOvers(context, workspaceId)),
      find_duplicates: () => forEachWorkspace((workspaceId) => findDuplicates(context, workspaceId)),
      read_stored_numbers: () => forEachWorkspace((workspaceId) => readStoredNumbers(context, workspaceId)),
      forget_system_mail: () => forgetSystemMail(db, { resets: ago(day), all: ago(30 * day) }),
      remove_unattached_files: () => forEachWorkspace((workspaceId) => removeUnattachedFiles(db, workspaceId, ago(day))),
      forget_idempotency_keys: () => forEachWorkspace((workspaceId) => forgetOnce(db, workspaceId, ago(2 * day))),
      index_field_values: () => forEachWorkspace((workspaceId) => indexFieldValues(context, workspaceId)),
      forget_customer_imports: () => forEachWorkspace((workspaceId) => forgetOldImports(context, workspaceId, ago(30 * day))),
      forget_base_moves: () => forEachWorkspace((workspaceId) => deleteOldMoves(db, workspaceId, ago(30 * day))),
      forget_bulk_changes: () => forEachWorkspace((workspaceId) => forgetBulkChanges(context, workspaceId, ago(30 * day))),
      tidy_notifications: () => forEachWorkspace((workspaceId) => tidyNotifications(db, workspaceId, { before: ago(60 * day), keep: 1_000 })),
      tidy_webhooks: () => forEachWorkspace((workspaceId) => tidyWebhooks(db, workspaceId, { removedBefore: ago(day), deliveriesBefore: ago(keptDays * day), now: clock.now() })),
      refresh_holidays: () => forEachWorkspace((workspaceId) => refreshHolidays(context, workspaceId)),
      forget_automation_runs: () => forEachWorkspace((workspaceId) => forgetRuns(context, workspaceId, ago(400 * day))),
      forget_routing_decisions: () => forEachWorkspace((workspaceId) => tidyRouting(context, workspaceId, ago(90 * day))),
      forget_push_devices: () => forEachWorkspace((workspaceId) => forgetDevices(db, workspaceId, clock.now())),
      look_for_sender_keys: () => forEachWorkspace((workspaceId) => lookForRecords(context, workspaceId)),
      look_for_backups: () => backups.look(),
      remove_unfinished_files: async () => void (await context.files.removeUnfinished(ago(day))),
    },
    schedule: [
      { task: 'close_due_tickets', match: '* * * * *' },
      { task: 'remove_stale_presence', match: '* * * * *' },
      { task: 'set_away_who_has_gone', match: '* * * * *' },
      { task: 'forget_sign_in_failures', match: '*/10 * * * *' },
      { task: 'forget_passkey_challenges', match: '*/10 * * * *' },
      { task: 'finish_hand_overs', match: '* * * * *' },
      { task: 'find_duplicates', match: '* * * * *' },
      { task: 'read_stored_numbers', match: '7 * * * *' },
      { task: 'forget_system_mail', match: '31 3 * * *' },
      { task: 'remove_unattached_files', match: '17 * * * *' },
      { task: 'forget_idempotency_keys', match: '23 * * * *' },
      { task: 'index_field_values', match: '* * * * *' },
      { task: 'forget_customer_imports', match: '41 3 * * *' },
      { task: 'forget_bulk_changes', match: '51 3 * * *' },
      { task: 'forget_base_moves', match: '53 3 * * *' },
      { task: 'tidy_notifications', match: '11 * * * *' },
      { task: 'tidy_webhooks', match: '43 * * * *' },
      { task: 'refresh_holidays', match: '37 2 * * *' },
      { task: 'forget_push_devices', match: '23 * * * *' },
      { task: 'forget_automation_runs', match: '57 3 * * *' },
      { task: 'forget_routing_decisions', match: '43 * * * *' },
      { task: 'look_for_sender_keys', match: '29 * * * *' },
      { task: 'look_for_backups', match: '* * * * *' },
      { task: 'remove_unfinished_files', match: '47 * * * *' },
    ],
  };
}

export async function startUpkeep(context: Context, databaseUrl: string, backups: BackupWorker): Promise<Jobs> {
  return startJobs({ databaseUrl, log: context.log, jobs: upkeepJobs(context, backups) });
}
