import type { Shape } from '@ombud/sdk';
import { Button, TextField } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import { makePasskey, passkeyText } from './browser.ts';
import { ProveStep } from './prove-step.tsx';

type Options = Shape<'PasskeyCreationOptions'>;
type Added = Shape<'AddedPasskey'>;

/** Three steps: the password, the browser's own dialog, a name and, with the first second step of a person, recovery codes. */
export function AddPasskey({ onDone }: { onDone(): void }) {
  const client = useQueryClient();
  const [options, setOptions] = useState<Options | null>(null);
  const [added, setAdded] = useState<Added | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function make(from: Options) {
    setOptions(from);
    setBusy(true);
    setProblem(null);
    try {
      setAdded(await makePasskey(from));
      // Whether or not the dialog is closed properly: it is there, and other sessions may have ended.
      for (const queryKey of [['passkeys'], ['second-factor'], ['sessions']]) void client.invalidateQueries({ queryKey });
    } catch (error) {
      setProblem(passkeyText(error));
    }
    setBusy(false);
  }

  if (added) return <NameStep added={added} onDone={onDone} />;
  if (options) return <BrowserStep busy={busy} problem={problem} onAgain={() => void make(options)} />;
  return <FirstStep onDone={(made) => void make(made)} />;
}

function FirstStep({ onDone }: { onDone(options: Options): void }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-5">
      <p className="text-muted">{t('passkeys.add.text')}</p>
      <ProveStep run={(proof) => api.post('/api/v1/me/passkeys/begin', { body: proof })} onDone={onDone} />
    </div>
  );
}

function BrowserStep({ busy, problem, onAgain }: { busy: boolean; problem: string | null; onAgain(): void }) {
  const t = useT();
  return (
    <div className="flex flex-col items-start gap-4">
      <FormProblem text={problem} className="w-full" />
      <p aria-live="polite" className="text-muted">
        {t('passkeys.add.browser')}
      </p>
      <Button autoFocus tone="primary" icon={<KeyRound className="size-4" />} busy={busy} onClick={onAgain}>
        {t('passkeys.add.again')}
      </Button>
    </div>
  );
}

function NameStep({ added: { passkey, recovery_codes: codes }, onDone }: { added: Added; onDone(): void }) {
  const t = useT();
  const form = useEditForm({
    initial: { name: passkey.name },
    save: async ({ name }) => (name.trim() === passkey.name ? passkey : api.patch('/api/v1/me/passkeys/{id}', { path: { id: passkey.id }, body: { name: name.trim() } })),
    onSaved: onDone,
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-5">
      <TextField autoFocus label={t('passkeys.name')} hint={t('passkeys.name.hint')} autoComplete="off" maxLength={100} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} />
      {codes.length > 0 && (
        <div className="flex flex-col gap-1">
          <h3 className="font-strong">{t('people.recovery.title')}</h3>
          <RecoveryCodes codes={codes} />
        </div>
      )}
      <FormProblem text={form.problem} />
      <Button type="submit" tone="primary" busy={form.busy} className="self-start">
        {codes.length > 0 ? t('people.recovery.done') : t('common.save')}
      </Button>
    </form>
  );
}
