import { Button, TextField } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { useFormats, useT } from '../../../lib/i18n.ts';
import { problemText } from '../../../lib/problem.ts';

/** What the policies as they are now would have promised a ticket, and how that would have gone. */
export function CheckTicket() {
  const t = useT();
  const formats = useFormats();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<number | null>(null);
  const check = useQuery({ queryKey: ['sla', 'check', asked], queryFn: ({ signal }) => api.get('/api/v1/sla/check', { query: { ticket: asked ?? 0 }, signal }), enabled: asked !== null, retry: false });
  const number = Number(typed.replace(/^#/, ''));
  return (
    <div>
      <form
        noValidate
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (Number.isSafeInteger(number) && number > 0) setAsked(number);
        }}
      >
        <TextField label={t('sla.check.number')} inputMode="numeric" value={typed} onValueChange={setTyped} maxLength={16} autoComplete="off" className="w-40" />
        <Button type="submit" disabled={!Number.isSafeInteger(number) || number <= 0}>{t('sla.check.ask')}</Button>
      </form>
      <div role="status" className="mt-3">
        {check.error && <p className="text-red">{problemText(check.error)}</p>}
        {check.data && <p>{check.data.policy ? t('sla.check.policy', { name: check.data.policy.name }) : t('sla.check.none')}</p>}
        {check.data && check.data.items.length > 0 && (
          <ul className="mt-2 divide-y divide-line-soft">
            {check.data.items.map((item) => (
              <li key={`${item.kind}-${item.started_at}`} className="flex flex-wrap gap-x-3 py-1.5">
                <span className="min-w-40 flex-1">{t(`sla.kind.${item.kind}`)} <span className="text-small text-faint">{formats.dateTime(new Date(item.started_at))}</span></span>
                <span className={item.breached_at ? 'text-red' : 'text-muted'}>
                  {item.breached_at ? t('sla.check.late', { time: formats.dateTime(new Date(item.breached_at)) }) : t(item.ended_at ? 'sla.check.inTime' : 'sla.check.running', { used: formats.duration(item.used_seconds), time: formats.duration(item.minutes * 60) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
