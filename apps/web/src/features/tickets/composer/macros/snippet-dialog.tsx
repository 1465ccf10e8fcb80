import { TextField } from '@ombud/ui';
import { useEditForm } from '../../../../lib/edit-form.ts';
import { FormDialog } from '../../../../lib/form-parts.tsx';
import { useT } from '../../../../lib/i18n.ts';
import { useCreate } from '../../../../lib/resource.ts';
import { toastDone } from '../../../../lib/toasts.ts';
import { RichText } from '../../thread/rich-text.tsx';

/** Keeps what is selected as a macro of one's own. */
export function SnippetDialog({ html, language, onClose }: { html: string; language: string; onClose(): void }) {
  const t = useT();
  const create = useCreate('macros');
  const text = new DOMParser().parseFromString(html, 'text/html').body.textContent.trim();
  const form = useEditForm({
    initial: { name: text.split(/\s+/).slice(0, 5).join(' ').slice(0, 60) },
    save: ({ name }) => create({ name: name.trim(), texts: [{ language, html }] }),
    onSaved: () => {
      onClose();
      toastDone(t('macros.snippet.saved'));
    },
    validate: ({ name }) => ({ name: name.trim() === '' ? t('refusals.invalid_type') : undefined }),
  });
  return (
    <FormDialog title={t('macros.snippet.save')} description={t('macros.snippet.hint')} form={form} submitLabel={t('common.save')} onClose={onClose}>
      <TextField label={t('macros.name')} value={form.values.name} onValueChange={(name) => form.set('name', name)} error={form.errors.name} maxLength={100} autoComplete="off" />
      <div className="max-h-60 overflow-y-auto rounded-md bg-sunken px-3 py-2"><RichText html={html} /></div>
    </FormDialog>
  );
}
