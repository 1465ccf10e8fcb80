import { Button, Chip, EmptyState, IconButton, MenuItem, RelativeTime, Switch } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Bot, Copy, Pencil, Plus, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { api, type Body } from '../../../lib/api.ts';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useMay } from '../../../lib/session.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { allAutomationsOptions, automationKeys, type Automation } from '../../automations/automation-queries.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { AutomationDialog, type Editing } from './automation-dialog.tsx';
import { useAutomationWords } from './automation-words.ts';
import { LogDialog } from './log-dialog.tsx';
import { SwitchOnDialog } from './switch-on-dialog.tsx';

type Open = { what: 'edit'; editing: Editing } | { what: 'log' | 'on'; automation: Automation };
type Change = (automation: Automation, body: Body<'/api/v1/automations/{id}', 'patch'>) => Promise<boolean>;

/** What the desk does by itself, in the order in which it is done: leads write it, everybody reads it. */
export function AutomationsPage() {
  const t = useT();
  const client = useQueryClient();
  const mayWrite = useMay('macros.share');
  const query = useQuery(allAutomationsOptions);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const change: Change = async (automation, body) => {
    try {
      await api.patch('/api/v1/automations/{id}', { path: { id: automation.id }, body });
      return true;
    } catch (error) {
      toastProblem(error, () => void change(automation, body));
      return false;
    } finally {
      void client.invalidateQueries({ queryKey: automationKeys.list });
    }
  };
  const add = mayWrite && <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setOpen({ what: 'edit', editing: { automation: null, from: null } })}>{t('automations.add')}</Button>;
  return (
    <SettingsPage title={t('automations.title')} lead={t('automations.lead')} action={query.data?.length ? add : undefined}>
      <ListState query={query} empty={<EmptyState icon={<Bot />} title={t('automations.empty.title')} action={add}>{t(mayWrite ? 'automations.empty.text' : 'automations.empty.reader')}</EmptyState>}>
        {(all) => {
          const live = all.filter(({ archived }) => !archived);
          const archived = all.filter((each) => each.archived);
          return (
            <>
              {live.length > 0 && <Group title={t('automations.order')} hint={t('automations.order.hint')} automations={live} change={change} open={setOpen} />}
              {archived.length > 0 && <Group title={t('settings.archived')} automations={archived} change={change} open={setOpen} />}
            </>
          );
        }}
      </ListState>
      {open?.what === 'edit' && <AutomationDialog {...open.editing} onClose={close} />}
      {open?.what === 'log' && <LogDialog automation={open.automation} onClose={close} />}
      {open?.what === 'on' && <SwitchOnDialog automation={open.automation} switchOn={async () => {
        const done = await change(open.automation, { enabled: true });
        if (done) toastDone(t('automations.switchedOn', { name: open.automation.name }));
        return done;
      }} onClose={close} />}
    </SettingsPage>
  );
}

function Group({ title, hint, automations, change, open }: { title: string; hint?: string; automations: Automation[]; change: Change; open(what: Open): void }) {
  return (
    <section aria-label={title} className="pb-9">
      <h2 className="text-title">{title}</h2>
      {hint && <p className="mt-0.5 max-w-prose text-muted">{hint}</p>}
      <ol className="m-0 mt-3 flex list-none flex-col divide-y divide-line-soft border-y border-line-soft p-0">
        {automations.map((automation, at) => <Row key={automation.id} automation={automation} first={at === 0} last={at === automations.length - 1} change={change} open={open} />)}
      </ol>
    </section>
  );
}

function Row({ automation, first, last, change, open }: { automation: Automation; first: boolean; last: boolean; change: Change; open(what: Open): void }) {
  const t = useT();
  const words = useAutomationWords();
  const client = useQueryClient();
  const mayWrite = useMay('macros.share');
  const { id, name, brand, enabled, archived, may_edit: mayEdit, runs, last_run_at: lastRun, stopped_at: stopped, broken } = automation;
  const edit = () => open({ what: 'edit', editing: { automation, from: automation } });
  async function move(to: 'up' | 'down') {
    try {
      await api.post('/api/v1/automations/{id}/move', { path: { id }, body: { to } });
    } catch (error) {
      toastProblem(error, () => void move(to));
    }
    await client.invalidateQueries({ queryKey: automationKeys.list });
  }
  async function setArchived(next: boolean) {
    if ((await change(automation, { archived: next })) && next) offerUndo(t('settings.done.archived', { name }), () => void change(automation, { archived: false }));
  }
  return (
    <li className="flex items-start gap-2 py-3">
      {mayEdit && !archived && (
        <span className="-my-1 flex shrink-0 flex-col">
          <IconButton label={t('automations.up', { name })} icon={<ArrowUp />} disabled={first} onClick={() => void move('up')} />
          <IconButton label={t('automations.down', { name })} icon={<ArrowDown />} disabled={last} onClick={() => void move('down')} />
        </span>
      )}
      <span className="flex min-w-0 flex-1 flex-col items-start gap-0.5">
        <span className="flex max-w-full flex-wrap items-center gap-x-2 gap-y-1">
          {mayEdit && !archived ? <RowButton onClick={edit}>{name}</RowButton> : <span className="min-w-0 truncate font-strong">{name}</span>}
          {brand && <span className="inline-flex max-w-44 items-center gap-1.5 text-small text-muted"><BrandDot color={brand.color} /><span className="truncate">{brand.name}</span></span>}
          {broken && <Chip tone="red">{t('automations.broken')}</Chip>}
          {stopped && <Chip tone="amber">{t('automations.stopped')}</Chip>}
        </span>
        <span className="text-muted [overflow-wrap:anywhere]">{words.when(automation.trigger)}</span>
        <span className="text-small text-faint [overflow-wrap:anywhere]">{words.does(automation.actions)}</span>
        {stopped && <span className="text-small text-amber">{t('automations.stopped.hint')}</span>}
        <span className="flex flex-wrap items-baseline gap-x-2 text-small text-faint">
          {t('automations.runs', { count: runs })}
          {lastRun && <RelativeTime at={lastRun} />}
        </span>
      </span>
      <span className="flex shrink-0 items-center gap-2">
        {mayEdit && !archived ? <Switch label={<span className="sr-only">{t('automations.isOn', { name })}</span>} checked={enabled} onCheckedChange={(on) => (on ? open({ what: 'on', automation }) : void change(automation, { enabled: false }))} /> : <span className="text-small text-muted">{t(enabled ? 'automations.on' : 'automations.off')}</span>}
        <RowMenu name={name}>
          {mayEdit && !archived && <MenuItem icon={<Pencil />} onSelect={edit}>{t('common.edit')}</MenuItem>}
          <MenuItem icon={<ScrollText />} onSelect={() => open({ what: 'log', automation })}>{t('automations.log')}</MenuItem>
          {mayWrite && <MenuItem icon={<Copy />} onSelect={() => open({ what: 'edit', editing: { automation: null, from: automation } })}>{t('guidelines.copy')}</MenuItem>}
          {mayEdit && (archived ? <MenuItem icon={<ArchiveRestore />} onSelect={() => void setArchived(false)}>{t('settings.restore')}</MenuItem> : <MenuItem icon={<Archive />} onSelect={() => void setArchived(true)}>{t('settings.archive')}</MenuItem>)}
        </RowMenu>
      </span>
    </li>
  );
}
