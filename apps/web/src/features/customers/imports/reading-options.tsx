import { Checkbox, Combobox, Field, SelectField, type Choice } from '@ombud/ui';
import { useMemo } from 'react';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useT, useTranslator } from '../../../lib/i18n.ts';
import { useMe } from '../../../lib/session.ts';
import type { CustomerImport, ImportPatch } from './import-queries.ts';

const encodings = ['utf-8', 'windows-1252', 'windows-1250', 'iso-8859-2', 'utf-16le', 'utf-16be'] as const;
const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
type Delimiter = keyof typeof delimiters;

/** Whom the people will be known to, and how what stands in the file is to be understood. */
export function ReadingOptions({ item, change }: { item: CustomerImport; change(patch: ImportPatch): void }) {
  const t = useT();
  const { brands } = useMe();
  const countries = useCountries();
  const hasNumbers = item.columns.some(({ field }) => field === 'phone');
  const hasOrganizations = item.columns.some(({ field }) => field === 'organization');
  return (
    <section className="flex flex-col gap-5">
      <h2 className="text-title">{t('imports.options.title')}</h2>
      <SelectField
        label={t('imports.options.brand')}
        hint={t('imports.options.brand.hint')}
        value={String(item.brand.id)}
        choices={brands.map(({ id, name, color }) => ({ value: String(id), label: name, icon: <BrandDot color={color} /> }))}
        onChange={(brand) => change({ brand: Number(brand) })}
      />
      {hasNumbers && (
        <Field label={t('imports.options.country')}>
          <Combobox value={countries.find(({ value }) => value === item.country) ?? null} choices={countries} placeholder={t('imports.options.country.none')} onChange={(country) => change({ country: country?.value ?? null })} />
        </Field>
      )}
      {hasOrganizations && (
        <Checkbox label={t('imports.options.organizations')} hint={t('imports.options.organizations.hint')} checked={item.create_organizations} onCheckedChange={(checked) => change({ create_organizations: checked })} />
      )}
      {item.format === 'csv' && (
        <>
          <Checkbox label={t('imports.options.header')} checked={item.header} onCheckedChange={(header) => change({ header })} />
          <SelectField
            label={t('imports.options.delimiter')}
            value={item.delimiter as Delimiter}
            choices={(Object.keys(delimiters) as Delimiter[]).map((value) => ({ value, label: t(`imports.delimiter.${delimiters[value]}`) }))}
            onChange={(delimiter) => change({ delimiter })}
          />
        </>
      )}
      <SelectField label={t('imports.options.encoding')} hint={t('imports.options.encoding.hint')} value={item.encoding} choices={encodings.map((value) => ({ value, label: t(`imports.encoding.${value}`) }))} onChange={(encoding) => change({ encoding })} />
    </section>
  );
}

/** Every country that the browser has a name for, those of our languages first. */
function useCountries(): Choice[] {
  const { language } = useTranslator();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const found = letters.flatMap((first) => letters.flatMap((second) => (isCountry(first + second) ? { value: first + second, label: names.of(first + second) ?? '' } : [])));
    return found.filter(({ label }) => label !== '').sort((one, other) => one.label.localeCompare(other.label, language));
  }, [language]);
}

/** Not the regions that stand for several countries, for none, or for one that is gone. */
function isCountry(code: string): boolean {
  return !['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB', 'AN', 'AQ', 'BU', 'BV', 'CP', 'CQ', 'CS', 'DD', 'DG', 'EA', 'FX', 'GS', 'HM', 'IC', 'NT', 'PN', 'SU', 'TF', 'TP', 'UM', 'YD', 'YU', 'ZR'].includes(code) && new Intl.Locale(`und-${code}`).maximize().region === code;
}
