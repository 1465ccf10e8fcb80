import { Select, SelectField, TextField } from '@ombud/ui';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormDialog } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useCreate } from '../../../lib/resource.ts';
import type { NewToken } from '../types.ts';
import { areaNames, areas, nothing, readEverything, scopesOf, type Chosen, type Level } from './token-scopes.ts';

const lifetimes = ['7', '30', '90', '365', 'never'] as const;
const kinds = ['read', 'some', 'full'] as const;

interface TokenValues {
  name: string;
  lifetime: (typeof lifetimes)[number];
  kind: (typeof kinds)[number];
  scopes: Chosen;
}

export function CreateTokenDialog({ onClose, onCreated }: { onClose(): void; onCreated(token: NewToken): void }) {
  const t = useT();
  const create = useCreate('tokens');
  const form = useEditForm<TokenValues, NewToken>({
    initial: { name: '', lifetime: '90', kind: 'read', scopes: nothing },
    save: ({ name, lifetime, kind, scopes }) =>
      create({
        name,
        ...(kind === 'full' ? {} : { scopes: kind === 'read' ? readEverything : scopesOf(scopes) }),
        ...(lifetime === 'never' ? {} : { expires_at: new Date(Date.now() + Number(lifetime) * 86_400_000).toISOString() }),
      }),
    onSaved: onCreated,
    validate: ({ name, kind, scopes }) => ({
      name: name.trim() === '' ? t('refusals.invalid_type') : undefined,
      scopes: kind === 'some' && scopesOf(scopes).length === 0 ? t('people.token.nothing') : undefined,
    }),
  });
  return (
    <FormDialog title={t('settings.tokens.add')} description={t('settings.tokens.lead')} form={form} submitLabel={t('settings.tokens.add')} onClose={onClose}>
      <TextField label={t('settings.name')} hint={t('settings.tokens.name.hint')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={100} autoComplete="off" />
      <SelectField
        label={t('people.token.may')}
        hint={t('people.token.may.hint')}
        value={form.values.kind}
        choices={kinds.map((kind) => ({ value: kind, label: t(`people.token.kind.${kind}`) }))}
        onChange={(kind) => form.set('kind', kind)}
      />
      {form.values.kind === 'some' && (
        <fieldset data-wrong={form.errors.scopes ? true : undefined} className="flex flex-col gap-2">
          <legend className="sr-only">{t('people.token.kind.some')}</legend>
          {areaNames.map((area) => (
            <div key={area} className="flex items-center justify-between gap-3">
              <span>{t(`people.token.area.${area}`)}</span>
              <div className="w-44 shrink-0">
                <Select<Level>
                  ariaLabel={t(`people.token.area.${area}`)}
                  value={form.values.scopes[area]}
                  choices={areas[area].map((level) => ({ value: level, label: t(`people.token.level.${level}`) }))}
                  onChange={(level) => form.set('scopes', { ...form.values.scopes, [area]: level })}
                />
              </div>
            </div>
          ))}
          {form.errors.scopes && (
            <p role="alert" className="text-small text-red">
              {form.errors.scopes}
            </p>
          )}
        </fieldset>
      )}
      <SelectField
        label={t('settings.tokens.expires')}
        hint={t('settings.tokens.expires.hint')}
        value={form.values.lifetime}
        choices={lifetimes.map((value) => ({ value, label: value === 'never' ? t('settings.tokens.expires.never') : t('settings.tokens.expires.days', { count: Number(value) }) }))}
        onChange={(lifetime) => form.set('lifetime', lifetime)}
        error={form.errors.expires_at}
      />
    </FormDialog>
  );
}
