import type { Language } from '@ombud/i18n';
import { IconButton, Menu, MenuItem, MenuLabel, MenuSeparator } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { Download, Ellipsis, Upload } from 'lucide-react';
import { askedFor } from '../../lib/api.ts';
import { useT, useTranslator } from '../../lib/i18n.ts';
import { useCommands } from '../../lib/keys/index.ts';
import { useMay } from '../../lib/session.ts';

/** The browser saves it while it comes, however large it is; the cookie says who asks. */
function download(format: 'csv' | 'vcard', q: string, language: Language): void {
  const query = new URLSearchParams(askedFor({ format, q, language }) as Record<string, string>);
  const link = document.createElement('a');
  link.href = `/api/v1/customers/export?${query.toString()}`;
  link.download = '';
  link.click();
}

/** Import, and export of all or of what the search finds; for who may. */
export function CustomersMenu({ q }: { q: string }) {
  const t = useT();
  const { language } = useTranslator();
  const navigate = useNavigate();
  const allowed = useMay('customers.import');
  const openImports = () => void navigate({ to: '/customers/imports' });
  useCommands([
    { id: 'customers.import', label: 'imports.menu.import', group: 'list', icon: <Upload />, enabled: allowed, run: openImports },
    { id: 'customers.exportCsv', label: 'imports.menu.exportCsv', group: 'list', icon: <Download />, enabled: allowed, run: () => download('csv', q, language) },
    { id: 'customers.exportCards', label: 'imports.menu.exportCards', group: 'list', icon: <Download />, enabled: allowed, run: () => download('vcard', q, language) },
  ]);
  if (!allowed) return null;
  return (
    <Menu align="end" trigger={<IconButton label={t('imports.menu')} icon={<Ellipsis />} tone="outline" />}>
      <MenuItem icon={<Upload />} onSelect={openImports}>
        {t('imports.menu.import')}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{t(q ? 'imports.menu.exportFound' : 'imports.menu.exportAll')}</MenuLabel>
      <MenuItem icon={<Download />} onSelect={() => download('csv', q, language)}>
        {t('imports.menu.exportCsv')}
      </MenuItem>
      <MenuItem icon={<Download />} onSelect={() => download('vcard', q, language)}>
        {t('imports.menu.exportCards')}
      </MenuItem>
    </Menu>
  );
}
