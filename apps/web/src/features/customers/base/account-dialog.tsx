import { Button, Combobox, Field, type Choice } from '@ombud/ui';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { agentChoice, useAgentChoices } from './agent-choices.ts';
import type { Account } from './base-queries.ts';
import { useSaveLooked, type Looked, type LookedPatch } from './use-save-looked.ts';

export function inputOf(account: Account | null): NonNullable<LookedPatch['account']> | null {
  return account && { agent: account.agent.id, deputy: account.deputy?.id ?? null };
}

/** Who looks after a customer or an organization, and who stands in. `account`: their own. */
export function AccountDialog({ of, name, account, onClose }: { of: Looked; name: string; account: Account | null; onClose(): void }) {
  const t = useT();
  const save = useSaveLooked(of);
  const choices = useAgentChoices([account?.agent, account?.deputy]);
  const form = useEditForm<{ agent: Choice | null; deputy: Choice | null }, void>({
    initial: { agent: account && agentChoice(account.agent), deputy: account?.deputy ? agentChoice(account.deputy) : null },
    save: ({ agent, deputy }) => save({ account: agent && { agent: Number(agent.value), deputy: deputy && Number(deputy.value) } }),
    onSaved: onClose,
    validate: ({ agent, deputy }) => ({
      agent: agent ? undefined : t('refusals.required'),
      deputy: agent && deputy?.value === agent.value ? t('refusals.same_agent') : undefined,
    }),
  });
  async function clear() {
    try {
      await save({ account: null });
      onClose();
      offerUndo(t('base.account.cleared', { name }), () => void save({ account: inputOf(account) }).catch((error: unknown) => toastProblem(error)));
    } catch (error) {
      toastProblem(error);
    }
  }
  return (
    <FormDialog title={t('base.account')} description={t('base.account.text', { name })} form={form} submitLabel={t('common.save')} width="narrow" onClose={onClose}>
      <Field label={t('base.agent')} error={form.errors['agent'] ?? form.errors['account.agent']}>
        <Combobox value={form.values.agent} choices={choices} onChange={(agent) => form.set('agent', agent)} />
      </Field>
      <Field label={t('base.deputy')} hint={t('base.deputy.hint')} aside={t('common.optional')} error={form.errors['deputy'] ?? form.errors['account.deputy']}>
        <Combobox value={form.values.deputy} choices={choices} onChange={(deputy) => form.set('deputy', deputy)} />
      </Field>
      {account && <Button tone="plain" onClick={() => void clear()} className="self-start">{t(of.kind === 'customer' ? 'base.account.clear.customer' : 'base.account.clear')}</Button>}
    </FormDialog>
  );
}
