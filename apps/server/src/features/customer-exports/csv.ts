import type { Language } from '@ombud/i18n';
import { byteOrderMark, csvLine, separatorOf } from '../../platform/text/csv.ts';
import type { CustomerRow } from '../customers/index.ts';

/** Headings that our own import recognises; stable, because other programs read them too. */
const stable = ['name', 'emails', 'phones', 'organization', 'language', 'kind', 'note', 'brands'] as const;

/** A customer as one line; several addresses stand in one cell, the primary one first. In other languages than English for their spreadsheets. */
export async function csvIn(language: Language) {
  const { headings, kinds } = await wordsOf(language);
  const separator = separatorOf(language);
  return {
    start: byteOrderMark + csvLine(headings, separator),
    write({ name, addresses, organization_name, language: speaks, kind, note, brands }: CustomerRow): string {
      const of = (wanted: 'email' | 'phone') => addresses.filter((each) => each.kind === wanted).map(({ address }) => address).join('; ');
      return csvLine([name, of('email'), of('phone'), organization_name ?? '', speaks ?? '', kinds[kind], note, brands.map((brand) => brand.name).join('; ')], separator);
    },
  };
}

async function wordsOf(language: Language): Promise<{ headings: readonly string[]; kinds: Record<CustomerRow['kind'], string> }> {
  if (language === 'en') return { headings: stable, kinds: { external: 'external', employee: 'employee' } };
  // Loaded when somebody wants it: the texts of the screens in all languages are needed for nothing else here.
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  const { t } = createTranslator(language);
  return {
    headings: [
      t('imports.field.name'), t('imports.field.email'), t('imports.field.phone'), t('imports.field.organization'),
      t('imports.field.language'), t('customers.kind'), t('imports.field.note'), t('imports.field.brand'),
    ],
    kinds: { external: t('customers.kind.external'), employee: t('customers.kind.employee') },
  };
}

/** `kunder` */
export async function fileNameIn(language: Language): Promise<string> {
  const { createTranslator } = await import('@ombud/i18n/server.ts');
  return createTranslator(language).t('imports.export.file');
}
