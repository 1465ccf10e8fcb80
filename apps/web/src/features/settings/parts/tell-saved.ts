import { useT } from '../../../lib/i18n.ts';
import { toastDone } from '../../../lib/toasts.ts';

/** For the end of a dialog: says what is stored now, and closes. */
export function useTellSaved(isNew: boolean, onClose: () => void): (name: string) => void {
  const t = useT();
  return (name) => {
    onClose();
    toastDone(isNew ? t('settings.done.added', { name }) : t('settings.done.saved', { name }));
  };
}
