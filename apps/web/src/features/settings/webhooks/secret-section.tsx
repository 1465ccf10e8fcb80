import { Button, SelectField } from '@ombud/ui';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { Section } from '../parts/page.tsx';
import { SecretDialog } from '../parts/secret-dialog.tsx';
import { useWebhookActions } from './webhook-actions.ts';
import type { NewWebhook, Webhook } from './webhook-queries.ts';

const sample = `import { createHmac, timingSafeEqual } from 'node:crypto';

// body: the bytes as they came, not parsed and written again
export function isFromOmbud(headers, body, secret) {
  const id = headers['webhook-id'];
  const time = headers['webhook-timestamp'];
  if (!(Math.abs(Date.now() / 1000 - Number(time)) < 300)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = createHmac('sha256', key).update(\`\${id}.\${time}.\${body}\`).digest();
  return headers['webhook-signature'].split(' ').some((each) => {
    const given = Buffer.from(each.replace(/^v1,/, ''), 'base64');
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}`;

const overlaps = ['0', '1', '24', '168'] as const;

/** How the other side can tell that a request is ours; a new secret, for which it is given time. */
export function SecretSection({ webhook }: { webhook: Webhook }) {
  const t = useT();
  const formats = useFormats();
  const [shown, show] = useState<'asking' | NewWebhook | null>(null);
  const { old_secret_until: until } = webhook;
  return (
    <Section title={t('webhooks.verify')} hint={t('webhooks.verify.hint')}>
      <pre tabIndex={0} aria-label={t('webhooks.verify.sample')} className="overflow-x-auto rounded-md bg-sunken px-3 py-2 font-mono text-small">{sample}</pre>
      <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button onClick={() => show('asking')}>{t('webhooks.rotate')}</Button>
        {until && <span className="text-muted">{t('webhooks.rotate.until', { when: formats.dateTime(new Date(until)) })}</span>}
      </div>
      {shown === 'asking' && <RotateDialog webhook={webhook} onClose={() => show(null)} onRotated={show} />}
      {shown !== null && shown !== 'asking' && <SecretDialog title={t('webhooks.secret.made')} text={t('webhooks.secret.text')} label={t('webhooks.secret')} secret={shown.secret} doneLabel={t('webhooks.secret.done')} onClose={() => show(null)} />}
    </Section>
  );
}

function RotateDialog({ webhook: { id }, onClose, onRotated }: { webhook: Webhook; onClose(): void; onRotated(made: NewWebhook): void }) {
  const t = useT();
  const { refresh } = useWebhookActions();
  const form = useEditForm<{ overlap: (typeof overlaps)[number] }, NewWebhook>({
    initial: { overlap: '24' },
    save: ({ overlap }) => api.post('/api/v1/webhooks/{id}/secret', { path: { id }, body: { overlap_hours: Number(overlap) } }),
    onSaved(made) {
      void refresh();
      onRotated(made);
    },
  });
  return (
    <FormDialog title={t('webhooks.rotate')} form={form} width="narrow" submitLabel={t('webhooks.rotate')} onClose={onClose}>
      <SelectField label={t('webhooks.overlap')} hint={t('webhooks.rotate.text')} value={form.values.overlap} choices={overlaps.map((value) => ({ value, label: value === '0' ? t('webhooks.overlap.none') : Number(value) < 48 ? t('webhooks.overlap.hours', { count: Number(value) }) : t('webhooks.overlap.days', { count: Number(value) / 24 }) }))} onChange={(overlap) => form.set('overlap', overlap)} />
    </FormDialog>
  );
}
