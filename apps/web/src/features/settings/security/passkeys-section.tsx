import type { Shape } from '@ombud/sdk';
import { Button, Chip, Dialog, MenuItem, RelativeTime, SkeletonLines, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { toastDone } from '../../../lib/toasts.ts';
import { AddPasskey } from '../../passkeys/add-passkey.tsx';
import { forgetPasskey } from '../../passkeys/browser.ts';
import { passkeysQuery } from '../../passkeys/passkeys-query.ts';
import { WhyNoPasskeys, whyNoPasskeys } from '../../passkeys/why-none.tsx';
import { WithProof } from '../../passkeys/with-proof.tsx';
import { secondFactorQuery } from '../../second-factor/second-factor-query.ts';
import { Section } from '../parts/page.tsx';
import { RowButton, RowMenu } from '../parts/row-menu.tsx';

type Passkey = Shape<'Passkey'>;

export function PasskeysSection() {
  const t = useT();
  const client = useQueryClient();
  const passkeys = useQuery(passkeysQuery);
  const [shown, setShown] = useState<'add' | { renaming: Passkey } | { removing: Passkey } | null>(null);
  const steps = useQuery(secondFactorQuery);
  const isLast = passkeys.data?.items.length === 1 && steps.data?.app === false;
  const removalText = [t('passkeys.remove.text'), isLast && (steps.data?.required ? t('people.factor.remove.required') : t('people.factor.remove.text'))].filter(Boolean).join(' ');
  const why = passkeys.data ? whyNoPasskeys(passkeys.data) : null;

  function done(text?: string) {
    setShown(null);
    for (const queryKey of [['passkeys'], ['second-factor'], ['sessions']]) void client.invalidateQueries({ queryKey });
    if (text) toastDone(text);
  }

  return (
    <Section title={t('passkeys.title')} hint={t('passkeys.hint')}>
      {passkeys.isPending && <SkeletonLines count={2} />}
      {passkeys.error && !passkeys.data && <LoadFailed error={passkeys.error} retry={() => void passkeys.refetch()} />}
      {passkeys.data && passkeys.data.items.length > 0 && (
        <ul aria-label={t('passkeys.title')} className="mb-4 border-t border-line-soft">
          {passkeys.data.items.map((passkey) => (
            <PasskeyLine key={passkey.id} passkey={passkey} onRename={() => setShown({ renaming: passkey })} onRemove={() => setShown({ removing: passkey })} />
          ))}
        </ul>
      )}
      {why && <WhyNoPasskeys why={why} />}
      {passkeys.data && !why && (
        <Button icon={<Plus className="size-4" />} onClick={() => setShown('add')}>
          {t('passkeys.add')}
        </Button>
      )}
      {shown === 'add' && (
        <Dialog open guarded onOpenChange={() => done()} title={t('passkeys.add')}>
          <AddPasskey onDone={() => done(t('passkeys.added'))} />
        </Dialog>
      )}
      {shown && typeof shown === 'object' && 'renaming' in shown && <RenameDialog passkey={shown.renaming} onDone={() => done(t('common.saved'))} onClose={() => setShown(null)} />}
      {shown && typeof shown === 'object' && 'removing' in shown && (
        <WithProof
          title={t('passkeys.remove.title', { name: shown.removing.name })}
          text={removalText}
          submit={t('passkeys.remove')}
          run={(body) => api.post('/api/v1/me/passkeys/{id}/remove', { path: { id: shown.removing.id }, body })}
          onDone={() => {
            void forgetPasskey(shown.removing.credential);
            done(t('passkeys.removed'));
          }}
          onClose={() => setShown(null)}
        />
      )}
    </Section>
  );
}

function PasskeyLine({ passkey, onRename, onRemove }: { passkey: Passkey; onRename(): void; onRemove(): void }) {
  const t = useT();
  const formats = useFormats();
  const { name, created_at, last_used_at, barred, usable, synced } = passkey;
  const facts: ReactNode[] = [
    t('passkeys.since', { when: formats.date(new Date(created_at)) }),
    last_used_at ? <>{t('passkeys.used')} <RelativeTime at={last_used_at} /></> : t('passkeys.unused'),
    ...(synced ? [t('passkeys.synced')] : []),
  ];
  return (
    <li className="flex items-center gap-3 border-b border-line-soft py-2.5">
      <KeyRound aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <RowButton onClick={onRename}>{name}</RowButton>
          {barred && <Chip tone="red">{t('passkeys.barred')}</Chip>}
          {!usable && <Chip tone="amber">{t('passkeys.unusable')}</Chip>}
        </span>
        <span className="block text-small text-muted">
          {facts.map((fact, index) => (
            <span key={index}>
              {index > 0 && ' · '}
              {fact}
            </span>
          ))}
        </span>
        {barred && <span className="block text-small text-red">{t('passkeys.barred.text')}</span>}
        {!usable && <span className="block text-small text-muted">{t('passkeys.unusable.text')}</span>}
      </span>
      <RowMenu name={name}>
        <MenuItem icon={<Pencil />} onSelect={onRename}>{t('passkeys.rename')}</MenuItem>
        <MenuItem icon={<Trash2 />} onSelect={onRemove}>{t('passkeys.remove')}</MenuItem>
      </RowMenu>
    </li>
  );
}

function RenameDialog({ passkey, onDone, onClose }: { passkey: Passkey; onDone(): void; onClose(): void }) {
  const t = useT();
  const form = useEditForm({
    initial: { name: passkey.name },
    save: ({ name }) => api.patch('/api/v1/me/passkeys/{id}', { path: { id: passkey.id }, body: { name: name.trim() } }),
    onSaved: onDone,
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <FormDialog title={t('passkeys.rename')} form={form} submitLabel={t('common.save')} onClose={onClose}>
      <TextField label={t('passkeys.name')} hint={t('passkeys.name.hint')} autoComplete="off" maxLength={100} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} />
    </FormDialog>
  );
}
