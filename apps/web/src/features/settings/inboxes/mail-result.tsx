import type { Shape } from '@ombud/sdk';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useT } from '../../../lib/i18n.ts';

export type MailTrouble = NonNullable<Shape<'MailCheck'>['trouble']>;

/** What is wrong with a mail server, in plain words, and below it what the server itself said. */
export function TroubleText({ trouble, detail }: { trouble: MailTrouble; detail: string | null }) {
  const t = useT();
  return (
    <>
      {t(`settings.mailTrouble.${trouble}`)}
      {detail && <span className="block text-small [overflow-wrap:anywhere]">{t('settings.mailTrouble.said', { words: detail })}</span>}
    </>
  );
}

/** The outcome of a test, read out when it comes. */
export function MailResult({ fine, trouble, detail, other }: { fine: string | null; trouble: MailTrouble | null; detail: string | null; other?: string }) {
  const words = trouble ? <TroubleText trouble={trouble} detail={detail} /> : (fine ?? other);
  if (!words) return null;
  const Icon = fine ? CircleCheck : CircleAlert;
  return (
    <p className={`flex items-start gap-2 rounded-md px-3 py-2 ${fine ? 'bg-green-soft text-green' : 'bg-red-soft text-red'}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0 flex-1">{words}</span>
    </p>
  );
}
