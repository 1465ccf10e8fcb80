import { Button, IconButton, Menu, MenuItem, SkeletonLines, TabPanel, Tabs, TextArea, TextField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useEditForm, type FieldErrors } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { useLanguageChoices, useLanguageName } from '../../../lib/language-choices.ts';
import { LoadFailed } from '../../../lib/list-state.tsx';
import { toastDone } from '../../../lib/toasts.ts';
import { Section } from '../parts/page.tsx';
import { PageForm } from '../parts/page-form.tsx';
import type { Brand, BrandTexts, BrandTextsInput } from '../types.ts';
import { fieldOfText, toLanguages, toTexts, type LanguageTexts } from './text-drafts.ts';

const path = '/api/v1/brands/{id}/texts';
const parts = ['subject', 'acknowledgement', 'escalation', 'signature'] as const;
const keyOf = (brand: Brand) => ['brands', brand.id, 'texts'];

/** What a brand says by itself, language by language. */
export function BrandTextsSection({ brand }: { brand: Brand }) {
  const t = useT();
  const formats = useFormats();
  const texts = useQuery({ queryKey: keyOf(brand), queryFn: ({ signal }) => api.get(path, { path: { id: brand.id }, signal }) });
  return (
    <Section title={t('settings.brands.texts')} hint={texts.data && t('settings.brands.texts.hint', { placeholders: formats.list(texts.data.placeholders) })}>
      {texts.data && <TextsForm brand={brand} stored={texts.data} />}
      {texts.isPending && <SkeletonLines />}
      {texts.error && !texts.data && <LoadFailed error={texts.error} retry={() => void texts.refetch()} />}
    </Section>
  );
}

function TextsForm({ brand, stored }: { brand: Brand; stored: BrandTexts }) {
  const t = useT();
  const client = useQueryClient();
  const nameOf = useLanguageName();
  const choices = useLanguageChoices();
  const [chosen, setChosen] = useState(brand.default_language);
  const form = useEditForm({
    initial: { languages: toLanguages(stored.texts, brand.default_language) },
    save: ({ languages }) => {
      const body: BrandTextsInput = { texts: toTexts(languages) };
      return api.put(path, { path: { id: brand.id }, body });
    },
    onSaved: (saved) => {
      client.setQueryData(keyOf(brand), saved);
      toastDone(t('common.saved'));
    },
    // A subject without a text would be thrown away with it.
    validate: (given) => Object.fromEntries(given.languages.filter(({ subject, acknowledgement }) => subject.trim() !== '' && acknowledgement.trim() === '').map(({ language }) => [`${language}.acknowledgement`, t('settings.brands.textMissing')])),
  });
  const { languages } = form.values;
  const wrong: FieldErrors = { ...form.errors };
  for (const { field } of form.refused) {
    const name = fieldOfText(languages, field);
    if (name) wrong[name] ??= form.errors[field];
  }
  // What is to be mended may stand in a language that is not shown.
  const [first] = languages.filter(({ language }) => parts.some((part) => wrong[`${language}.${part}`]));
  const [led, setLed] = useState<string>();
  if (first?.language !== led) {
    setLed(first?.language);
    if (first && !parts.some((part) => wrong[`${chosen}.${part}`])) setChosen(first.language);
  }
  const shown = languages.find(({ language }) => language === chosen) ?? languages[0];
  if (!shown) return null;

  const edit = (patch: Partial<LanguageTexts>) => form.set('languages', languages.map((entry) => (entry === shown ? { ...entry, ...patch } : entry)));
  const add = (language: string) => {
    form.set('languages', [...languages, { language, subject: '', acknowledgement: '', signature: '', escalation: '' }]);
    setChosen(language);
  };
  const remove = () => {
    form.set('languages', languages.filter((entry) => entry !== shown));
    setChosen(brand.default_language);
  };

  return (
    <PageForm form={form}>
      <Tabs
        label={t('settings.language')}
        value={shown.language}
        tabs={languages.map(({ language }) => ({ value: language, label: nameOf(language) }))}
        onChange={setChosen}
        aside={
          <Menu trigger={<Button tone="plain" icon={<Plus className="size-4" />} className="px-2">{t('settings.brands.addLanguage')}</Button>}>
            {choices
              .filter(({ value }) => !languages.some(({ language }) => language === value))
              .map(({ value, label }) => (
                <MenuItem key={value} onSelect={() => add(value)}>{label}</MenuItem>
              ))}
          </Menu>
        }
      >
        <TabPanel value={shown.language} className="mt-4 flex max-w-lg flex-col gap-4">
          <TextField label={t('settings.brands.subject')} hint={t('settings.brands.subject.hint')} value={shown.subject} onValueChange={(subject) => edit({ subject })} error={wrong[`${shown.language}.subject`]} maxLength={300} autoComplete="off" lang={shown.language} />
          <TextArea label={t('settings.brands.acknowledgement')} hint={t('settings.brands.acknowledgement.hint')} placeholder={t('settings.brands.noText')} value={shown.acknowledgement} onValueChange={(acknowledgement) => edit({ acknowledgement })} error={wrong[`${shown.language}.acknowledgement`]} maxLength={20_000} rows={5} lang={shown.language} />
          <TextArea label={t('escalations.brand.text')} hint={t('escalations.brand.text.hint')} placeholder={t('settings.brands.noText')} value={shown.escalation} onValueChange={(escalation) => edit({ escalation })} error={wrong[`${shown.language}.escalation`]} maxLength={20_000} rows={4} lang={shown.language} />
          <TextArea label={t('settings.brands.signature')} hint={t('settings.brands.signature.hint')} placeholder={t('settings.brands.noText')} value={shown.signature} onValueChange={(signature) => edit({ signature })} error={wrong[`${shown.language}.signature`]} maxLength={20_000} rows={3} lang={shown.language} />
          <div className="flex items-start justify-between gap-3">
            <FormActions form={form} />
            {languages.length > 1 && <IconButton label={t('settings.brands.removeLanguage', { language: nameOf(shown.language) })} icon={<Trash2 />} onClick={remove} className="mt-1" />}
          </div>
        </TabPanel>
      </Tabs>
    </PageForm>
  );
}
