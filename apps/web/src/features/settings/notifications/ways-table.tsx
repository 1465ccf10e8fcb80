import { Checkbox } from '@ombud/ui';
import { useT } from '../../../lib/i18n.ts';
import { useIsWide } from '../../../lib/media.ts';
import { kinds, useSaveNotificationSettings, ways, type NotificationSettings } from '../../notifications/index.ts';

type Ways = NotificationSettings['ways'];
type Kind = keyof Ways;
type Way = keyof Ways[Kind];

/** What by which way; each choice takes effect at once. */
export function WaysTable({ ways: chosen }: { ways: Ways }) {
  const t = useT();
  const wide = useIsWide();
  const save = useSaveNotificationSettings();
  // What is on its way to the server is shown already.
  const asked = save.isPending ? save.variables.ways : undefined;
  const isOn = (kind: Kind, way: Way) => (asked?.[kind] as Partial<Ways[Kind]> | undefined)?.[way] ?? chosen[kind][way]; // `offered` has no mail

  /** A sound is heard of what the app shows: without that there is none. A mail about an offer would come too late. */
  const isPossible = (kind: Kind, way: Way) => (way !== 'sound' || isOn(kind, 'app')) && (way !== 'mail' || kind !== 'offered');
  const box = (kind: Kind, way: Way, labelled: boolean) => (
    <Checkbox
      {...(labelled ? { label: t(`notifications.way.${way}`) } : { ariaLabel: `${t(`notifications.kind.${kind}`)}: ${t(`notifications.way.${way}`)}` })}
      checked={isOn(kind, way) && isPossible(kind, way)}
      disabled={!isPossible(kind, way)}
      onCheckedChange={(on) => save.mutate({ ways: { [kind]: { [way]: on } } })}
    />
  );

  if (!wide)
    return (
      <ul className="flex flex-col divide-y divide-line-soft border-y border-line-soft">
        {kinds.map((kind) => (
          <li key={kind} className="py-3">
            <fieldset>
              <legend className="font-strong">{t(`notifications.kind.${kind}`)}</legend>
              <p className="text-small text-muted">{t(`notifications.hint.${kind}`)}</p>
              <div className="mt-2 flex flex-wrap gap-x-6 gap-y-3">{ways.map((way) => <span key={way}>{box(kind, way, true)}</span>)}</div>
            </fieldset>
          </li>
        ))}
      </ul>
    );
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="border-b border-line-soft text-small text-muted">
          <th scope="col" className="sr-only">{t('notifications.ways.title')}</th>
          {ways.map((way) => (
            <th key={way} scope="col" className="w-24 px-1 py-1.5 text-center font-normal">
              {t(`notifications.way.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind} className="border-b border-line-soft">
            <th scope="row" className="py-2.5 pr-4 text-left font-normal">
              <span className="block font-strong">{t(`notifications.kind.${kind}`)}</span>
              <span className="block text-small text-muted">{t(`notifications.hint.${kind}`)}</span>
            </th>
            {ways.map((way) => (
              <td key={way}>
                <span className="grid place-items-center">{box(kind, way, false)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
