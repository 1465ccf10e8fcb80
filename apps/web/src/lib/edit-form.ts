import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ApiProblem, fieldTexts, problemText, type FieldProblem } from './problem.ts';

export type FieldErrors = Record<string, string | undefined>;

export interface EditForm<Values> {
  values: Values;
  set<Name extends keyof Values>(name: Name, value: Values[Name]): void;
  /** Something differs from what is stored */
  dirty: boolean;
  busy: boolean;
  errors: FieldErrors;
  /** What the server refused, field by field */
  refused: readonly FieldProblem[];
  /** What was refused that belongs to no field */
  problem: string | null;
  reset(): void;
  submit(event?: FormEvent): void;
}

export interface EditFormOptions<Values, Saved> {
  initial: Values;
  save(values: Values): Promise<Saved>;
  onSaved?(saved: Saved): void;
  /** field → text; nothing is sent while it answers any */
  validate?(values: Values): FieldErrors;
}

/** A draft beside what is stored: shows what differs, where it was refused, and follows the store while untouched. */
export function useEditForm<Values extends object, Saved>({ initial, save, onSaved, validate }: EditFormOptions<Values, Saved>): EditForm<Values> {
  const [draft, setDraft] = useState<Partial<Values>>({});
  const [local, setLocal] = useState<FieldErrors>({});
  const values: Values = { ...initial, ...draft };
  const dirty = (Object.keys(draft) as (keyof Values)[]).some((name) => JSON.stringify(draft[name]) !== JSON.stringify(initial[name]));

  const mutation = useMutation({
    mutationFn: save,
    meta: { quiet: true },
    onSuccess: (saved) => {
      onSaved?.(saved);
      setDraft({});
    },
  });
  const fields = fieldTexts(mutation.error);
  const hasFields = Object.keys(fields).some((field) => Object.hasOwn(values, field));
  const signedOut = mutation.error instanceof ApiProblem && mutation.error.code === 'not_signed_in';

  return {
    values,
    dirty,
    busy: mutation.isPending,
    errors: { ...fields, ...local },
    refused: mutation.error instanceof ApiProblem ? mutation.error.fields : [],
    problem: mutation.error && !hasFields && !signedOut ? problemText(mutation.error) : null,
    set(name, value) {
      setDraft((before) => ({ ...before, [name]: value }));
      // What is wrong with a part of a value goes by a name of its own, and goes with any change.
      setLocal((before) => Object.fromEntries(Object.entries(before).filter(([field]) => field !== name && Object.hasOwn(values, field))));
      if (mutation.isError) mutation.reset();
    },
    reset() {
      setDraft({});
      setLocal({});
      mutation.reset();
    },
    submit(event) {
      event?.preventDefault();
      // A dialog's form must not submit the form of the page that it was opened from.
      event?.stopPropagation();
      if (mutation.isPending) return;
      const found = Object.fromEntries(Object.entries(validate?.(values) ?? {}).filter(([, text]) => text));
      setLocal(found);
      if (Object.keys(found).length === 0) mutation.mutate(values);
    },
  };
}
