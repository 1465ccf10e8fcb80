import { Chip, cx, FileSize, RelativeTime } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useT } from '../../../lib/i18n.ts';
import { useMay } from '../../../lib/session.ts';
import { RouteCrash, RoutePending } from '../../../shell/route-states.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ImportFailed } from './import-failed.tsx';
import { importQuery, isRunning, type CustomerImport } from './import-queries.ts';
import { ImportsFrame, NotAllowed } from './imports-frame.tsx';
import { statusTones } from './imports-page.tsx';
import { PreviewStep } from './preview-step.tsx';
import { ResultStep } from './result-step.tsx';
import { Running } from './running.tsx';

const route = getRouteApi('/signed-in/customers/imports/$id');

/** One import, wherever it stands: it can be left at any time and found here again. */
export function ImportPage() {
  const t = useT();
  const { id } = route.useParams();
  const allowed = useMay('customers.import');
  const query = useQuery({ ...importQuery(id), enabled: allowed });
  if (!allowed) return <ImportsFrame title={t('imports.title')} back={{ to: '/customers', label: t('customers.title') }} sub={null}><NotAllowed /></ImportsFrame>;
  if (query.data) return <Import item={query.data} />;
  if (query.error) return <RouteCrash error={query.error} reset={() => void query.refetch()} />;
  return <RoutePending />;
}

type Step = 'columns' | 'preview' | 'result';

function stepOf({ status, failed_while }: CustomerImport, wanted: 'columns' | undefined): Step {
  if (status === 'draft' || (status === 'failed' && failed_while === 'checking')) return 'columns';
  if (status === 'ready') return wanted ?? 'preview';
  return status === 'checking' ? 'preview' : 'result';
}

function Import({ item }: { item: CustomerImport }) {
  const t = useT();
  const { step: wanted } = route.useSearch();
  const step = stepOf(item, wanted);
  return (
    <ImportsFrame
      title={item.file.name}
      back={{ to: '/customers/imports', label: t('imports.back') }}
      sub={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Chip tone={statusTones[item.status]}>{t(`imports.status.${item.status === 'removing' ? 'undone' : item.status}`)}</Chip>
          <span className="flex min-w-0 items-center gap-1.5">
            <BrandDot color={item.brand.color} />
            <span className="truncate">{item.brand.name}</span>
          </span>
          <FileSize bytes={item.file.size} />
          <span>
            {item.made_by.name} · <RelativeTime at={item.created_at} />
          </span>
        </span>
      }
    >
      <Steps at={step} />
      {item.status === 'failed' && <ImportFailed item={item} />}
      {isRunning(item) ? <Running item={item} /> : step === 'columns' ? <ColumnsStep key={item.id} item={item} /> : step === 'preview' ? <PreviewStep item={item} /> : <ResultStep item={item} />}
    </ImportsFrame>
  );
}

const steps: readonly Step[] = ['columns', 'preview', 'result'];

function Steps({ at }: { at: Step }) {
  const t = useT();
  const reached = steps.indexOf(at);
  return (
    <ol aria-label={t('imports.steps')} className="mb-7 flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line-soft pb-4">
      {steps.map((step, index) => (
        <li key={step} aria-current={step === at ? 'step' : undefined} className={cx('flex items-center gap-2', step === at ? 'font-strong text-text' : 'text-muted')}>
          {index > 0 && <span aria-hidden className="h-px w-3 bg-line sm:w-10" />}
          <span aria-hidden className={cx('tabular grid size-5 place-items-center rounded-full text-small', index <= reached ? 'bg-accent text-on-accent' : 'bg-chip text-muted')}>
            {index < reached ? <Check className="size-3 stroke-3" /> : index + 1}
          </span>
          {t(`imports.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
