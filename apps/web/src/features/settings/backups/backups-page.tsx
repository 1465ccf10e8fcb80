import { Button, EmptyState } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Archive, HardDriveDownload } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useMay } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { Section, SettingsPage } from '../parts/page.tsx';
import type { Backup, BackupPlan } from '../types.ts';
import { backupPlanQuery, backupsQuery, isOpen, useRequestBackup } from './backup-queries.ts';
import { BackupsTable } from './backups-table.tsx';
import { LastFailure, RunningBackup } from './backup-state.tsx';
import { RestoreHelp } from './restore-help.tsx';

export function BackupsPage() {
  const t = useT();
  const allowed = useMay('settings.manage');
  const backups = useQuery({ ...backupsQuery, enabled: allowed });
  const plan = useQuery({ ...backupPlanQuery, enabled: allowed });
  const request = useRequestBackup();
  const open = backups.data?.find(isOpen);
  useTellEnd(backups.data, request.data?.id ?? null);

  const now = (
    <Button tone="primary" icon={<HardDriveDownload className="size-4" />} busy={request.isPending} disabled={Boolean(open)} onClick={() => request.mutate()}>
      {t('backups.now')}
    </Button>
  );
  return (
    <SettingsPage title={t('backups.title')} lead={t('backups.lead')} needs="settings.manage" action={backups.data?.length ? now : undefined}>
      {open && <RunningBackup backup={open} />}
      {!open && backups.data && <LastFailure backups={backups.data} />}
      {plan.data && <Plan plan={plan.data} />}
      <Section title={t('backups.list')}>
        <ListState query={backups} empty={<EmptyState icon={<Archive />} title={t('backups.empty.title')} action={now}>{t('backups.empty.text')}</EmptyState>}>
          {(items) => <BackupsTable backups={items} />}
        </ListState>
      </Section>
      {plan.data && <RestoreHelp plan={plan.data} newest={backups.data?.find(({ status, removed_at }) => status === 'done' && !removed_at) ?? null} />}
    </SettingsPage>
  );
}

function Plan({ plan }: { plan: BackupPlan }) {
  const t = useT();
  const formats = useFormats();
  return (
    <div className="mb-7 max-w-prose text-muted">
      <p>
        {plan.next_at ? t('backups.plan.daily', { next: formats.dateTime(new Date(plan.next_at)) }) : t('backups.plan.off')} {t('backups.plan.keep', plan.keep)}
      </p>
      <p className="mt-1 [overflow-wrap:anywhere]">{t('backups.plan.elsewhere', { folder: plan.folder })}</p>
    </div>
  );
}

/** Says that it is whole when one that was asked for or seen under way ends; a failure stays on the page. */
function useTellEnd(backups: Backup[] | undefined, asked: number | null): void {
  const t = useT();
  const watched = useRef<number | null>(null);
  const told = useRef<number | null>(null);
  useEffect(() => {
    // One may be made before the list shows it under way.
    watched.current = asked;
  }, [asked]);
  useEffect(() => {
    const open = backups?.find(isOpen);
    const ended = backups?.find(({ id }) => id === watched.current);
    if (open) watched.current = open.id;
    if (open || !ended || told.current === ended.id) return;
    told.current = ended.id;
    if (ended.status === 'done') toastDone(t('backups.finished'));
  }, [backups, asked, t]);
}
