import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Avatar, Button, Combobox, Dialog, Field, type Choice } from '@ombud/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { FormProblem } from '../../lib/form-parts.tsx';
import { useFormats, useT } from '../../lib/i18n.ts';
import { ApiProblem, problemText } from '../../lib/problem.ts';
import { useCustomerName } from './customer-names.ts';
import { customerPages, customerQuery } from './customer-queries.ts';
import type { Customer } from './types.ts';
import { useMergeCustomers } from './use-merge-customers.ts';

export interface MergeCustomersProps {
  /** Whose page stays unless one says otherwise */
  customer: Customer;
  /** Chosen in the dialog without it */
  otherId?: number;
  /** Go to the page that stays */
  leave: boolean;
  onClose(): void;
}

/** Two customers who are one person: who the other is, and whose page stays. */
export function MergeCustomersDialog({ customer, otherId, leave, onClose }: MergeCustomersProps) {
  const t = useT();
  const label = useId();
  const nameOf = useCustomerName();
  const [picked, setPicked] = useState<Choice | null>(null);
  const chosenId = otherId ?? (picked ? Number(picked.value) : null);
  const { data: other } = useQuery({ ...customerQuery(chosenId ?? 0), enabled: chosenId !== null });
  const [stays, setStays] = useState<number>(customer.id);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { merge } = useMergeCustomers();
  const isReady = chosenId !== null && other !== undefined && other.id !== customer.id;

  async function go() {
    if (!isReady || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const staying = stays === other.id ? other.id : customer.id;
      await merge(staying === customer.id ? other.id : customer.id, staying, { leave });
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('customers.merge.title')}
      description={t('customers.merge.lead')}
      actions={
        <>
          <FormProblem text={problem ? problemOf(t, problem) : null} className="basis-full" />
          <Button tone="plain" onClick={onClose}>{t('common.cancel')}</Button>
          <Button tone="primary" busy={busy} disabled={!isReady} onClick={() => void go()}>{t('customers.merge.do')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pt-2 pb-1">
        {otherId === undefined && (
          <Field label={t('customers.merge.other')}>
            <CustomerPicker
              except={customer.id}
              value={picked}
              onChange={(choice) => {
                setPicked(choice);
                setStays(customer.id);
                setProblem(null);
              }}
            />
          </Field>
        )}
        {isReady && (
          <div>
            <p id={label} className="mb-1.5 text-small text-muted">{t('customers.merge.stays')}</p>
            <RadioGroup aria-labelledby={label} value={String(stays)} onValueChange={(id) => setStays(Number(id))} className="grid gap-2 sm:grid-cols-2">
              {[customer, other].map((each) => (
                <PageChoice key={each.id} customer={each} name={nameOf(each)} />
              ))}
            </RadioGroup>
          </div>
        )}
      </div>
    </Dialog>
  );
}

/** Enough of a customer to tell them from the other. */
function PageChoice({ customer, name }: { customer: Customer; name: string }) {
  const t = useT();
  const formats = useFormats();
  const facts = [...customer.addresses.slice(0, 3).map(({ shown }) => shown), customer.organization?.name, customer.note.split('\n')[0]].filter((fact): fact is string => Boolean(fact));
  return (
    <label className="flex min-w-0 cursor-pointer items-start gap-2.5 rounded-lg border border-line p-3 hover:bg-hover has-[[data-checked]]:border-accent has-[[data-checked]]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus">
      <Radio.Root value={String(customer.id)} className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-muted bg-raised outline-none data-[checked]:border-accent">
        <Radio.Indicator className="size-2 rounded-full bg-accent" />
      </Radio.Root>
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-center gap-2">
          <Avatar name={name} size="small" />
          <span className="min-w-0 font-strong [overflow-wrap:anywhere]">{name}</span>
        </span>
        {facts.map((fact, at) => (
          <span key={at} className="mt-0.5 line-clamp-2 text-small text-muted [overflow-wrap:anywhere]">{fact}</span>
        ))}
        <span className="mt-0.5 block text-small text-muted">{`${t('customers.since')} ${formats.date(new Date(customer.created_at))}`}</span>
      </span>
    </label>
  );
}

/** Found by typing a name, an address or a number. */
function CustomerPicker({ value, onChange, except }: { value: Choice | null; onChange(value: Choice | null): void; except: number }) {
  const t = useT();
  const nameOf = useCustomerName();
  const [typed, setTyped] = useState('');
  const query = useInfiniteQuery(customerPages({ q: typed.trim() && typed !== value?.label ? typed.trim() : undefined }));
  const choices = (query.data?.pages[0]?.items ?? []).filter(({ id }) => id !== except).map((each) => ({ value: String(each.id), label: nameOf(each), hint: [each.name ? each.email : null, each.organization?.name].filter(Boolean).join(' · ') || undefined }));
  return <Combobox value={value} choices={choices} onSearch={setTyped} onChange={onChange} placeholder={t('customers.merge.find')} />;
}

function problemOf(t: ReturnType<typeof useT>, problem: unknown): string {
  if (!(problem instanceof ApiProblem)) return problemText(problem);
  if (problem.code === 'not_allowed') return t('customers.merge.allBrands');
  const code = problem.fields[0]?.code;
  if (code === 'same_customer') return t('customers.merge.same');
  if (code === 'too_many') return t('customers.merge.tooMany');
  return problemText(problem);
}
