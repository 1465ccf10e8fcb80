import type { Editor } from '@tiptap/react';
import { Button, IconButton, Popover, TextField } from '@ombud/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useT } from '../../../lib/i18n.ts';

/** Makes the selected words a link, or takes it away. */
export function EditorLink({ editor, icon }: { editor: Editor; icon: ReactNode }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState('');

  function onOpenChange(next: boolean) {
    if (next) setAddress(String(editor.getAttributes('link')['href'] ?? ''));
    setOpen(next);
  }
  function apply(event: FormEvent) {
    event.preventDefault();
    const typed = address.trim();
    const href = typed === '' || /^(?:https?:|mailto:|tel:)/i.test(typed) ? typed : typed.includes('@') ? `mailto:${typed}` : `https://${typed}`;
    setOpen(false);
    if (href === '') editor.chain().focus().extendMarkRange('link').unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link')) editor.chain().focus().insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }).run();
    else editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
  }
  return (
    <Popover label={t('composer.format.link')} side="top" open={open} onOpenChange={onOpenChange} trigger={<IconButton label={t('composer.format.link')} side="top" icon={icon} pressed={editor.isActive('link')} />} className="w-72">
      <form onSubmit={apply} className="flex items-end gap-2">
        <TextField label={t('composer.format.linkAddress')} value={address} onValueChange={setAddress} inputMode="url" autoComplete="off" className="flex-1" />
        <Button type="submit" tone="primary">{t('composer.format.linkApply')}</Button>
      </form>
    </Popover>
  );
}
