import { Button, Menu, MenuItem } from '@ombud/ui';
import { Download, Sheet } from 'lucide-react';
import { askedFor } from '../../lib/api.ts';
import { useT, useTranslator } from '../../lib/i18n.ts';
import { parts } from './figures.ts';
import { queryOf, type Asked, type Grouping } from './reports-search.ts';

/** The report as it is narrowed, for spreadsheets. The browser saves it while it comes; the cookie says who asks. */
export function ExportMenu({ asked }: { asked: Asked }) {
  const t = useT();
  const { language } = useTranslator();
  const { section } = asked;
  const by = asked.by ?? (section === 'staffing' || section === 'mail' ? 'team' : parts[section].by);
  const download = (format: 'csv' | 'xlsx', each?: Grouping) => {
    const link = document.createElement('a');
    link.href = `/api/v1/reports/export?${new URLSearchParams(askedFor({ ...queryOf(asked), format, by: each, words: language }) as Record<string, string>).toString()}`;
    link.download = '';
    link.click();
  };
  return (
    <Menu align="end" trigger={<Button icon={<Download className="size-4" />}>{t('reports.export')}</Button>}>
      <MenuItem icon={<Sheet />} onSelect={() => download('xlsx')}>{t('reports.export.xlsx')}</MenuItem>
      <MenuItem icon={<Download />} onSelect={() => download('csv')}>{t('reports.export.csv')}</MenuItem>
      <MenuItem icon={<Download />} onSelect={() => download('csv', by)}>{t('reports.export.csvBy', { by: t(`reports.by.${by}`) })}</MenuItem>
    </Menu>
  );
}
