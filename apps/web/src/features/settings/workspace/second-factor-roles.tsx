import { Checkbox } from '@ombud/ui';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { toastDone } from '../../../lib/toasts.ts';
import { Section } from '../parts/page.tsx';
import { PageForm } from '../parts/page-form.tsx';
import type { Workspace } from '../types.ts';

const roles = ['owner', 'admin', 'lead', 'agent', 'viewer', 'client'] as const;

/** Who must sign in with a code as well; only an owner changes it. */
export function SecondFactorRoles({ workspace }: { workspace: Workspace }) {
  const t = useT();
  const client = useQueryClient();
  const isOwner = useMay('owners.manage');
  const form = useEditForm({
    initial: { second_factor_roles: workspace.second_factor_roles },
    save: (body) => api.patch('/api/v1/workspace', { body }),
    onSaved: (saved) => {
      client.setQueryData(['workspace'], saved);
      toastDone(t('common.saved'));
    },
  });
  const chosen = form.values.second_factor_roles;
  return (
    <Section title={t('people.factor.roles')} hint={isOwner ? t('people.factor.roles.hint') : t('people.factor.roles.owner')} className="mt-9">
      <PageForm form={form} className="flex flex-col gap-3">
        {roles.map((role) => (
          <Checkbox
            key={role}
            label={t(`settings.agents.role.${role}`)}
            disabled={!isOwner}
            checked={chosen.includes(role)}
            onCheckedChange={(on) => form.set('second_factor_roles', roles.filter((each) => (each === role ? on : chosen.includes(each))))}
          />
        ))}
        {isOwner && <FormActions form={form} />}
      </PageForm>
    </Section>
  );
}
