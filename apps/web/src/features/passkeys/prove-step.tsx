import { Button } from '@ombud/ui';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useT } from '../../lib/i18n.ts';
import { PasswordField } from '../signin/password-field.tsx';
import { ByPasskey, type Proof } from './by-passkey.tsx';

/** The first step of a set-up: the password, or a passkey that is there already. */
export function ProveStep<Done>({ run, onDone }: { run(proof: Proof): Promise<Done>; onDone(done: Done): void }) {
  const t = useT();
  const form = useEditForm({
    initial: { password: '' },
    save: ({ password }) => run({ password }),
    onSaved: onDone,
    validate: ({ password }) => ({ password: password === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
      <PasswordField autoFocus label={t('people.password.current')} hint={t('people.password.why')} autoComplete="current-password" value={form.values.password} onValueChange={(password) => form.set('password', password)} error={form.errors.password} />
      <FormProblem text={form.problem} />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <Button type="submit" tone="primary" busy={form.busy}>
          {t('people.factor.next')}
        </Button>
        <ByPasskey run={run} onDone={onDone} />
      </div>
    </form>
  );
}
