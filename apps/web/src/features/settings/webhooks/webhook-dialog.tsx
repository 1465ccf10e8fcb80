import { Field, MultiCombobox, SelectField, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import { useWebhookActions } from './webhook-actions.ts';
import { eventTypesQuery, type NewWebhook, type Webhook } from './webhook-queries.ts';

interface Draft {
  name: string;
  url: string;
  which: 'all' | 'some';
  event_types: string[];
  from: 'all' | 'some';
  brands: number[];
}

/** Which address hears of what; a new one answers its secret. */
export function WebhookDialog({ webhook, onClose, onCreated }: { webhook: Webhook | null; onClose(): void; onCreated(made: NewWebhook): void }) {
  const t = useT();
  const me = useMe();
  const types = useQuery(eventTypesQuery);
  const { refresh } = useWebhookActions();
  const [initial] = useState<Draft>(() => ({
    name: webhook?.name ?? '',
    url: webhook?.url ?? '',
    which: webhook?.event_types ? 'some' : 'all',
    event_types: [...(webhook?.event_types ?? [])],
    from: webhook?.brands ? 'some' : 'all',
    brands: [...(webhook?.brands ?? [])],
  }));
  const form = useEditForm<Draft, NewWebhook | null>({
    initial,
    async save(draft) {
      // The choices come from the server's own list.
      const body = { name: draft.name.trim(), url: draft.url.trim(), event_types: draft.which === 'all' ? null : (draft.event_types as NonNullable<typeof types.data>), brands: draft.from === 'all' ? null : draft.brands };
      if (!webhook) return api.post('/api/v1/webhooks', { body });
      await api.patch('/api/v1/webhooks/{id}', { path: { id: webhook.id }, body });
      return null;
    },
    onSaved(made) {
      void refresh();
      onClose();
      if (made) onCreated(made);
    },
    validate: ({ name, url, which, event_types, from, brands }) => ({
      name: name.trim() === '' ? t('refusals.invalid_type') : undefined,
      url: /^https?:\/\/[^\s/]/i.test(url.trim()) && URL.canParse(url.trim()) ? undefined : t('webhooks.error.address'),
      event_types: which === 'some' && event_types.length === 0 ? t('webhooks.error.types') : undefined,
      brands: from === 'some' && brands.length === 0 ? t('webhooks.error.brands') : undefined,
    }),
  });
  const { values, errors, set } = form;
  const refused = form.refused.find(({ field }) => field === 'url')?.code;
  const wrongAddress = refused === 'https_only' ? t('webhooks.error.https') : refused === 'address_not_allowed' ? t('webhooks.error.inside') : refused === 'login_in_address' ? t('webhooks.error.login') : refused && t('webhooks.error.address');
  const brandChoice = ({ id, name }: { id: number; name: string }) => ({ value: String(id), label: name });
  return (
    <FormDialog title={t(webhook ? 'webhooks.edit' : 'webhooks.add')} description={webhook ? undefined : t('webhooks.add.lead')} form={form} submitLabel={t(webhook ? 'common.save' : 'settings.add')} onClose={onClose}>
      <TextField label={t('settings.name')} hint={t('webhooks.name.hint')} value={values.name} onValueChange={(name) => set('name', name)} error={errors['name']} maxLength={100} autoComplete="off" />
      <TextField label={t('webhooks.url')} hint={t('webhooks.url.hint')} type="url" inputMode="url" placeholder="https://" value={values.url} onValueChange={(url) => set('url', url)} error={wrongAddress ?? errors['url']} maxLength={2000} autoComplete="off" spellCheck={false} />
      <SelectField label={t('webhooks.events')} hint={t('webhooks.events.hint')} value={values.which} choices={(['all', 'some'] as const).map((value) => ({ value, label: t(`webhooks.events.${value}`) }))} onChange={(which) => set('which', which)} />
      {values.which === 'some' && (
        <Field label={t('webhooks.events.chosen')} hint={t('webhooks.events.chosen.hint')} error={errors['event_types']}>
          <MultiCombobox ariaLabel={t('webhooks.events.chosen')} placeholder="ticket.created" value={values.event_types.map((type) => ({ value: type, label: type }))} choices={(types.data ?? []).map((type) => ({ value: type, label: type }))} onChange={(next) => set('event_types', next.map(({ value }) => value))} />
        </Field>
      )}
      {me.brands.length > 1 && <SelectField label={t('webhooks.brands')} hint={t('webhooks.brands.hint')} value={values.from} choices={(['all', 'some'] as const).map((value) => ({ value, label: t(`webhooks.brands.${value}`) }))} onChange={(from) => set('from', from)} error={values.from === 'all' ? errors['brands'] : undefined} />}
      {me.brands.length > 1 && values.from === 'some' && (
        <Field label={t('webhooks.brands.chosen')} hint={t('webhooks.brands.chosen.hint')} error={errors['brands']}>
          <MultiCombobox ariaLabel={t('webhooks.brands.chosen')} value={values.brands.map((id) => brandChoice(me.brands.find((brand) => brand.id === id) ?? { id, name: `#${id}` }))} choices={me.brands.map(brandChoice)} onChange={(next) => set('brands', next.map(({ value }) => Number(value)))} />
        </Field>
      )}
    </FormDialog>
  );
}
