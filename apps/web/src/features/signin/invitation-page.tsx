import { isLanguage } from '@ombud/i18n';
import type { Shape } from '@ombud/sdk';
import { Button, SkeletonLines, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useEditForm } from '../../lib/edit-form.ts';
import { FormProblem } from '../../lib/form-parts.tsx';
import { speak, useT } from '../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../lib/problem.ts';
import type { SecondStep } from '../../lib/session.ts';
import { Entrance, ToSignIn } from './entrance.tsx';
import { shortestPassword } from './new-password-page.tsx';
import { PasswordField } from './password-field.tsx';
import { SecondStepPage } from './second-step-page.tsx';
import { tokenInAddress } from './token-in-address.ts';
import { useEntering } from './use-entering.ts';

/** Where an invitation's link leads: who invites to what, then a name and a password, and in. */
export function InvitationPage() {
  const t = useT();
  const enter = useEntering();
  const [token] = useState(tokenInAddress);
  const [step, setStep] = useState<'accept' | { ways: SecondStep } | 'expired'>('accept');
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: async () => {
      const found = await api.post('/api/auth/invitations/look', { body: { token } });
      if (isLanguage(found.language)) await speak(found.language);
      return found;
    },
    staleTime: Infinity,
    retry: false,
  });
  if (typeof step === 'object') return <SecondStepPage ways={step.ways} onDone={() => enter()} onExpired={() => setStep('expired')} />;
  if (step === 'expired')
    return (
      <Entrance title={t('signin.title')} lead={t('signin.code.expired')}>
        <ToSignIn />
      </Entrance>
    );
  if (invitation.data) return <Accept token={token} invitation={invitation.data} onNext={(ways) => (ways ? setStep({ ways }) : void enter())} />;
  if (invitation.error) {
    const over = invitation.error instanceof ApiProblem && invitation.error.code === 'link_not_valid';
    return (
      <Entrance title={t('signin.invitation.over.title')} lead={over ? t('signin.invitation.over.text') : problemText(invitation.error)}>
        <ToSignIn />
      </Entrance>
    );
  }
  return (
    <Entrance title={t('signin.invitation.title')}>
      <SkeletonLines count={3} />
    </Entrance>
  );
}

function Accept({ token, invitation, onNext }: { token: string; invitation: Shape<'InvitationView'>; onNext(ways: SecondStep | null): void }) {
  const t = useT();
  const { workspace, invited_by: inviter, email, role, known } = invitation;
  const as = t(`settings.agents.role.${role}`);
  const form = useEditForm({
    initial: { name: '', password: '' },
    save: ({ name, password }) => api.post('/api/auth/invitations/accept', { body: { token, password, ...(known ? {} : { name: name.trim() }) } }),
    onSaved: ({ next, ways }) => onNext(next === 'code' ? ways : null),
    validate: ({ name, password }) => ({
      name: !known && name.trim() === '' ? t('refusals.invalid_type') : undefined,
      password: password.length < (known ? 1 : shortestPassword) ? (known ? t('refusals.invalid_type') : t('settings.agents.password.short')) : undefined,
    }),
  });
  return (
    <Entrance title={t('signin.invitation.join', { workspace })} lead={inviter ? t('signin.invitation.by', { inviter, role: as }) : t('signin.invitation.plain', { role: as })}>
      <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
        {known && <p className="text-muted">{t('signin.invitation.known')}</p>}
        <FormProblem text={form.problem} />
        <TextField label={t('signin.email')} type="email" autoComplete="username" value={email} readOnly />
        {!known && <TextField autoFocus label={t('signin.invitation.name')} hint={t('settings.profile.name.hint')} autoComplete="name" maxLength={200} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} />}
        <PasswordField
          autoFocus={known}
          label={known ? t('signin.password') : t('signin.new.password')}
          hint={known ? undefined : t('signin.new.password.hint')}
          autoComplete={known ? 'current-password' : 'new-password'}
          value={form.values.password}
          onValueChange={(password) => form.set('password', password)}
          error={form.errors.password}
        />
        <Button type="submit" tone="primary" busy={form.busy} className="mt-1">
          {known ? t('signin.invitation.submitKnown') : t('signin.invitation.submit')}
        </Button>
      </form>
    </Entrance>
  );
}
