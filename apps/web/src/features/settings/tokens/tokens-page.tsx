import { Button, Chip, type Column, EmptyState, IconButton, RelativeTime, Table, VisuallyHidden } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../../lib/form-parts.tsx';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { listOf, useRemove } from '../../../lib/resource.ts';
import { toastDone, toastProblem } from '../../../lib/toasts.ts';
import { SettingsPage } from '../parts/page.tsx';
import { SecretDialog } from '../parts/secret-dialog.tsx';
import type { NewToken, Token } from '../types.ts';
import { kindOf } from './token-scopes.ts';
import { CreateTokenDialog } from './create-token-dialog.tsx';

export function TokensPage() {
  const t = useT();
  const formats = useFormats();
  const tokens = useQuery(listOf('tokens'));
  const remove = useRemove('tokens');
  const [shown, setShown] = useState<{ creating: true } | { created: NewToken } | { revoking: Token } | null>(null);

  async function revoke(token: Token) {
    try {
      await remove(token.id);
      toastDone(t('settings.done.removed', { name: token.name }));
    } catch (error) {
      toastProblem(error, () => void revoke(token));
    }
  }

  const columns: Column<Token>[] = [
    {
      key: 'name',
      head: t('settings.name'),
      cell: (token) => (
        <>
          <span className="block truncate font-strong">{token.name}</span>
          <span className="block truncate text-small text-muted">
            <code className="font-mono text-faint">{token.prefix}…</code> · {t(`people.token.kind.${kindOf(token.scopes)}`)}
          </span>
        </>
      ),
    },
    { key: 'used', head: t('settings.tokens.lastUsed'), wide: true, cell: ({ last_used_at }) => <span className="text-muted">{last_used_at ? <RelativeTime at={last_used_at} /> : t('settings.tokens.never')}</span> },
    { key: 'expires', head: t('settings.tokens.expires'), wide: true, cell: ({ expires_at }) => <Expiry at={expires_at} format={formats.date} /> },
    { key: 'revoke', head: <VisuallyHidden>{t('common.actions')}</VisuallyHidden>, align: 'end', className: 'w-10', cell: (token) => <IconButton label={`${t('settings.tokens.revoke')}: ${token.name}`} icon={<Trash2 />} onClick={() => setShown({ revoking: token })} /> },
  ];
  const add = <Button tone="primary" icon={<Plus className="size-4" />} onClick={() => setShown({ creating: true })}>{t('settings.tokens.add')}</Button>;

  return (
    <SettingsPage title={t('settings.tokens.title')} lead={t('settings.tokens.lead')} needs="tokens.manage" action={tokens.data?.length ? add : undefined}>
      <ListState query={tokens} empty={<EmptyState icon={<KeyRound />} title={t('settings.tokens.empty.title')} action={add}>{t('settings.tokens.empty.text')}</EmptyState>}>
        {(items) => <Table caption={t('settings.tokens.title')} columns={columns} rows={items} rowKey={({ id }) => id} />}
      </ListState>
      {shown && 'creating' in shown && <CreateTokenDialog onClose={() => setShown(null)} onCreated={(created) => setShown({ created })} />}
      {shown && 'created' in shown && (
        <SecretDialog title={t('settings.tokens.created.title')} text={t('settings.tokens.created.text')} label={t('settings.tokens.token')} secret={shown.created.token} doneLabel={t('settings.tokens.done')} onClose={() => setShown(null)} />
      )}
      {shown && 'revoking' in shown && (
        <ConfirmDialog
          title={t('settings.tokens.revoke.title', { name: shown.revoking.name })}
          text={t('settings.tokens.revoke.text')}
          confirmLabel={t('settings.tokens.revoke')}
          onConfirm={() => void revoke(shown.revoking)}
          onClose={() => setShown(null)}
        />
      )}
    </SettingsPage>
  );
}

function Expiry({ at, format }: { at: string | null; format(date: Date): string }) {
  const t = useT();
  if (!at) return <span className="text-muted">{t('settings.tokens.expires.never')}</span>;
  if (new Date(at) < new Date()) return <Chip tone="red">{t('settings.tokens.expired')}</Chip>;
  return <time dateTime={at} className="text-muted">{format(new Date(at))}</time>;
}
