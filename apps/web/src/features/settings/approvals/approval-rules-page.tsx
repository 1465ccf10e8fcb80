import { Button, type Column, EmptyState, MenuItem, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Power, Stamp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { ConfirmDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useMay } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { approvalKeys, rulesOptions, type ApprovalRule } from '../../approvals/approval-queries.ts';
import { useAllFields, useFieldWords } from '../../fields/index.ts';
import { useConditionWords } from '../../tickets/guidelines/index.ts';
import { statusWord } from '../../tickets/index.ts';
import { SettingsPage } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';
import { RuleDialog } from './rule-dialog.tsx';

/** What takes somebody else's word: leads write it for their brands, everybody reads it. */
export function ApprovalRulesPage() {
  const t = useT();
  const client = useQueryClient();
  const mayWrite = useMay('macros.share');
  const query = useQuery(rulesOptions);
  const summary = useSummary();
  const [editing, edit] = useState<{ rule: ApprovalRule | null } | null>(null);
  const [removing, setRemoving] = useState<ApprovalRule | null>(null);
  const add = mayWrite && <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => edit({ rule: null })}>{t('approvals.add')}</Button>;

  async function write(work: () => Promise<unknown>) {
    try {
      await work();
    } catch (error) {
      toastProblem(error);
    }
    void client.invalidateQueries({ queryKey: approvalKeys.rules });
  }
  const setActive = (rule: ApprovalRule, active: boolean) => write(() => api.patch('/api/v1/approval-rules/{id}', { path: { id: rule.id }, body: { active } }));
  const columns: Column<ApprovalRule>[] = [
    {
      key: 'name',
      head: <VisuallyHidden>{t('approvals.name')}</VisuallyHidden>,
      cell: (rule) => (
        <span className="flex min-w-0 flex-col items-start py-1">
          {rule.may_edit ? <RowButton onClick={() => edit({ rule })}>{rule.name}</RowButton> : <span className="max-w-full truncate font-strong">{rule.name}</span>}
          <span className="max-w-full truncate text-muted">{summary(rule)}</span>
          <span className="max-w-full truncate text-small text-faint">{[!rule.active && t('approvals.off'), rule.brand?.name ?? t('guidelines.allBrands'), rule.approver === 'named' ? rule.approvers.map(({ name }) => name).join(', ') : t(`approvals.who.${rule.approver}`), rule.approvals > 1 && t('approvals.two')].filter(Boolean).join(' · ')}</span>
        </span>
      ),
    },
    {
      key: 'menu',
      head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>,
      align: 'end',
      className: 'w-10',
      cell: (rule) =>
        rule.may_edit && (
          <RowMenu name={rule.name}>
            <MenuItem icon={<Pencil />} onSelect={() => edit({ rule })}>{t('common.edit')}</MenuItem>
            <MenuItem icon={<Power />} onSelect={() => void setActive(rule, !rule.active)}>{t(rule.active ? 'approvals.turnOff' : 'approvals.turnOn')}</MenuItem>
            <MenuItem icon={<Trash2 />} onSelect={() => setRemoving(rule)}>{t('approvals.remove')}</MenuItem>
          </RowMenu>
        ),
    },
  ];
  return (
    <SettingsPage title={t('approvals.title')} lead={t('approvals.lead')} action={query.data?.length ? add : undefined}>
      <ListState query={query} empty={<EmptyState icon={<Stamp />} title={t('approvals.empty.title')} action={add}>{t(mayWrite ? 'approvals.empty.text' : 'approvals.empty.reader')}</EmptyState>}>
        {(rules) => <Table caption={t('approvals.title')} columns={columns} rows={rules} rowKey={({ id }) => id} />}
      </ListState>
      {editing && <RuleDialog {...editing} onClose={() => edit(null)} />}
      {removing && (
        <ConfirmDialog
          title={t('approvals.remove.title', { name: removing.name })}
          text={t('approvals.remove.text')}
          confirmLabel={t('approvals.remove')}
          onConfirm={() => {
            setRemoving(null);
            void write(() => api.delete('/api/v1/approval-rules/{id}', { path: { id: removing.id } }));
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </SettingsPage>
  );
}

/** What a rule holds back, in a line. */
function useSummary(): (rule: ApprovalRule) => string {
  const t = useT();
  const formats = useFormats();
  const fields = useAllFields();
  const words = useFieldWords();
  const conditions = useConditionWords();
  return (rule) => {
    const field = fields.find(({ key }) => key === rule.field);
    const label = words.labelOf(fields, rule.field ?? '');
    const what =
      rule.guard === 'status' ? t('approvals.pair', { what: t('approvals.guard.status'), value: formats.list((rule.statuses ?? []).map((status) => t(statusWord(status)))) })
      : rule.guard === 'macro' ? t('approvals.pair', { what: t('approvals.macro'), value: rule.macro?.name ?? '' })
      : rule.guard === 'promise' ? t('approvals.summary.promise', { hours: rule.later_hours ?? 0 })
      : rule.guard === 'action' ? t('approvals.pair', { what: t('approvals.guard.action'), value: formats.list((rule.actions ?? []).map((action) => t(`approvals.action.${action}`))) })
      : rule.guard === 'merge' ? t('approvals.guard.merge')
      : rule.guard === 'amount' ? t('approvals.summary.amount', { field: label, limit: formats.number(rule.above ?? 0) })
      : t('approvals.pair', { what: label, value: formats.list((rule.options ?? []).map((key) => (field ? words.path(field, key) : key))) });
    return [what, ...conditions(rule.conditions)].join(' · ');
  };
}
