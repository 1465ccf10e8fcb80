import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../../lib/i18n.ts';
import { placeholdersOptions } from '../../macros/macro-queries.ts';

/** What will stand below the reply, in one line until somebody wants to see all of it. */
export function SignaturePreview({ number }: { number: number }) {
  const t = useT();
  const { data } = useQuery(placeholdersOptions(number));
  if (!data?.signature) return null;
  return (
    <details className="group/signature mx-3.5 mb-2 max-w-[78ch] min-w-0 text-small text-faint">
      <summary className="flex min-h-target min-w-0 cursor-pointer list-none items-center gap-1.5 rounded-sm hover:text-muted">
        <span className="shrink-0">{t('macros.signature')}</span>
        <span className="min-w-0 truncate group-open/signature:hidden">{data.signature.replace(/\s*\n\s*/g, ' · ')}</span>
      </summary>
      <p className="m-0 border-l-2 border-line-soft pl-2 whitespace-pre-wrap text-muted">{data.signature}</p>
    </details>
  );
}
