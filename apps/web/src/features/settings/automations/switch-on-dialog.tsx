import { Button, Dialog } from '@ombud/ui';
import { useState } from 'react';
import { useT } from '../../../lib/i18n.ts';
import type { Automation } from '../../automations/automation-queries.ts';
import { TestResult } from './test-result.tsx';

/** Before it is switched on, it is seen what it would have fitted. */
export function SwitchOnDialog({ automation, switchOn, onClose }: { automation: Automation; switchOn(): Promise<boolean>; onClose(): void }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  async function go() {
    setBusy(true);
    const done = await switchOn();
    setBusy(false);
    if (done) onClose();
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('automations.switchOn.title', { name: automation.name })} description={t('automations.switchOn.text')} actions={<><Button tone="plain" onClick={onClose}>{t('common.cancel')}</Button><Button tone="primary" busy={busy} onClick={() => void go()}>{t('automations.switchOn')}</Button></>}>
      <TestResult question={{ brand: automation.brand?.id ?? null, trigger: automation.trigger, conditions: automation.conditions }} />
    </Dialog>
  );
}
