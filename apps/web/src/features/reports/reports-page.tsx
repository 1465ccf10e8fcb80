import { cx, useStrip } from '@ombud/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useFormats, useT } from '../../lib/i18n.ts';
import { useMe } from '../../lib/session.ts';
import { useTitle } from '../../lib/title.ts';
import { ExportMenu } from './export-menu.tsx';
import { Filters } from './filters.tsx';
import { MailSection } from './mail-section.tsx';
import { ReportSection } from './report-section.tsx';
import { readSearch, sections, type Asked } from './reports-search.ts';
import { StaffingSection } from './staffing/staffing-section.tsx';
import { TicketsSection } from './tickets-section.tsx';

const route = getRouteApi('/signed-in/reports');

/** What the address asks for, with today's day where the workspace is. */
function useAsked(): Asked {
  const { workspace } = useMe();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: workspace.time_zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date());
  return readSearch(route.useSearch(), today);
}

/** How the desk does: from sums that follow what happens, down to the tickets behind each number. */
export function ReportsPage() {
  const t = useT();
  const formats = useFormats();
  const { workspace } = useMe();
  const asked = useAsked();
  const { section, show, since, until } = asked;
  const isReport = section !== 'staffing' && section !== 'mail';
  const strip = useStrip<HTMLDivElement>(section);
  useTitle(t('reports.title'));
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-pane">
      <div className="mx-auto w-full max-w-5xl px-6 py-5 max-desk:px-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="m-0 flex-1 text-page font-strong">{t('reports.title')}</h1>
          {isReport && <ExportMenu asked={asked} />}
        </div>
        <nav aria-label={t('reports.sections')} className="mt-3 border-b border-line-soft pb-2">
          <div ref={strip} className="strip gap-0.5">
            {sections.map((each) => (
              <Link
                key={each}
                to="/reports"
                search={(before) => ({ ...before, section: each === 'overview' ? undefined : each, show: undefined, by: undefined })}
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={each === section ? 'page' : undefined}
                className={cx('inline-flex h-control items-center rounded-md px-2.5 coarse:min-h-11', each === section ? 'bg-accent-soft font-strong text-accent-text' : 'text-muted hover:bg-hover hover:text-text')}
              >
                {t(`reports.tab.${each}`)}
              </Link>
            ))}
          </div>
        </nav>
        {section !== 'staffing' && <Filters asked={asked} withPeriod={isReport} />}
        {isReport && <p className="mt-3 mb-0 text-small text-muted">{t('reports.period.zone', { dates: t('reports.period.fromTo', { since: formats.day(since), until: formats.day(until) }), zone: workspace.time_zone })}</p>}
        {isReport && show === null && <ReportSection asked={asked} section={section} />}
        {isReport && show !== null && <TicketsSection asked={asked} show={show} />}
        {section === 'staffing' && <StaffingSection />}
        {section === 'mail' && <MailSection asked={asked} />}
      </div>
    </main>
  );
}
