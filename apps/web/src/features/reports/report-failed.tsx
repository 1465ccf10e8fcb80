import { Button } from '@ombud/ui';
import { useNavigate } from '@tanstack/react-router';
import { useFormats, useT } from '../../lib/i18n.ts';
import { LoadFailed } from '../../lib/list-state.tsx';
import { groupings, isTooSlow, shorterSpan, type Asked } from './reports-search.ts';

/** Why there is no report; where it takes too long, with the ways to one that does not. */
export function ReportFailed({ error, asked, retry }: { error: unknown; asked: Asked; retry(): void }) {
  const t = useT();
  const formats = useFormats();
  const navigate = useNavigate();
  if (!isTooSlow(error)) return <LoadFailed error={error} retry={retry} />;
  const go = (changes: Record<string, unknown>) => void navigate({ to: '/reports', search: (before) => ({ ...before, ...changes }), replace: true });
  const shorter = shorterSpan(asked);
  return (
    <div role="alert" className="rounded-md bg-amber-soft px-3 py-2.5 text-amber">
      <p className="m-0 font-strong">{t('reports.slow.title')}</p>
      <p className="m-0 mt-0.5 max-w-prose">{t('reports.slow.text')}</p>
      <div className="mt-2.5 flex flex-wrap gap-2">
        {shorter && (
          <Button onClick={() => go({ days: undefined, since: undefined, until: undefined, ...shorter })}>
            {'days' in shorter ? t(`reports.period.${shorter.days}`) : t('reports.period.fromTo', { since: formats.day(shorter.since), until: formats.day(shorter.until) })}
          </Button>
        )}
        {Object.keys(asked.filter).length > 0 && <Button onClick={() => go(Object.fromEntries(groupings.map((name) => [name, undefined])))}>{t('reports.filter.clear')}</Button>}
        <Button tone="plain" onClick={retry}>{t('common.retry')}</Button>
      </div>
    </div>
  );
}
