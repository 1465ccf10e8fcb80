import { useEditForm } from '../../lib/edit-form.ts';
import { FormDialog } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { PasswordField } from '../signin/password-field.tsx';
import { ByPasskey, type Proof } from './by-passkey.tsx';

interface WithProofProps<Done> {
  title: string;
  text: string;
  submit: string;
  run(proof: Proof): Promise<Done>;
  onDone(done: Done): void;
  onClose(): void;
}

/** What an open screen alone must not be enough for. */
export function WithProof<Done>({ title, text, submit, run, onDone, onClose }: WithProofProps<Done>) {
  const t = useT();
  const form = useEditForm({
    initial: { password: '' },
    save: ({ password }) => run({ password }),
    onSaved: onDone,
    validate: ({ password }) => ({ password: password === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <FormDialog title={title} description={text} form={form} submitLabel={submit} onClose={onClose}>
      <PasswordField label={t('people.password.current')} autoComplete="current-password" value={form.values.password} onValueChange={(password) => form.set('password', password)} error={form.errors.password} />
      <ByPasskey run={run} onDone={onDone} />
    </FormDialog>
  );
}
