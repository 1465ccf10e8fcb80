import { Button, cx, Dialog, type DialogProps } from '@ombud/ui';
import { CircleAlert } from 'lucide-react';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { EditForm } from './edit-form.ts';
import { useT } from './i18n.ts';

/** What was refused that no field can show. */
export function FormProblem({ text, className }: { text: string | null; className?: string }) {
  return (
    <div role="alert" className={cx('empty:hidden', className)}>
      {text && (
        <p className="flex items-start gap-2 rounded-md bg-red-soft px-3 py-2 text-red">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {text}
        </p>
      )}
    </div>
  );
}

const takesFocus = 'input:not([type="hidden"]), textarea, select, button, [contenteditable="true"], [tabindex="0"]';

/** For the form element: once it was refused, the focus goes to the first field to mend, in view with what is said below it. */
export function useSubmit<Values>(form: EditForm<Values>) {
  const ref = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries === 0 || form.busy) return;
    const wrong = ref.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]');
    const field = wrong?.matches(takesFocus) ? wrong : wrong?.querySelector<HTMLElement>(takesFocus);
    field?.focus();
    wrong?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [tries, form.busy]);
  return {
    ref,
    noValidate: true,
    onSubmit(event: FormEvent) {
      form.submit(event);
      setTries(tries + 1);
    },
  };
}

/** Save and discard, at the foot of a form on a page; nothing to press while nothing differs. */
export function FormActions<Values>({ form }: { form: EditForm<Values> }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-3 pt-1">
      <FormProblem text={form.problem} />
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={form.busy} disabled={!form.dirty}>
          {t('common.save')}
        </Button>
        {form.dirty && !form.busy && (
          <Button tone="plain" onClick={form.reset}>
            {t('common.discard')}
          </Button>
        )}
      </div>
    </div>
  );
}

export interface FormDialogProps<Values> {
  title: string;
  description?: ReactNode;
  form: EditForm<Values>;
  submitLabel: string;
  width?: DialogProps['width'];
  onClose(): void;
  children: ReactNode;
}

/** A form in a dialog; it stays open with what was written until the server has taken it. */
export function FormDialog<Values>({ title, description, form, submitLabel, width, onClose, children }: FormDialogProps<Values>) {
  const t = useT();
  const id = useId();
  const element = useSubmit(form);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      width={width}
      guarded={form.dirty || form.busy}
      actions={
        <>
          <FormProblem text={form.problem} className="basis-full" />
          <Button tone="plain" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={id} tone="primary" busy={form.busy}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form {...element} id={id} className="flex flex-col gap-4 pb-1">
        {children}
      </form>
    </Dialog>
  );
}

export interface ConfirmDialogProps {
  title: string;
  text: ReactNode;
  confirmLabel: string;
  onConfirm(): void;
  onClose(): void;
}

/** Only for what cannot be undone; everything else is done at once and offers to be taken back. */
export function ConfirmDialog({ title, text, confirmLabel, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useT();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      width="narrow"
      actions={
        <>
          <Button tone="plain" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            tone="danger"
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <p className="text-muted">{text}</p>
    </Dialog>
  );
}
