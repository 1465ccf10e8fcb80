import { SelectField } from '@ombud/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api.ts';
import { BrandDot } from '../../../lib/brand-dot.tsx';
import { useEditForm } from '../../../lib/edit-form.ts';
import { FormActions } from '../../../lib/form-parts.tsx';
import { useT } from '../../../lib/i18n.ts';
import { ListState } from '../../../lib/list-state.tsx';
import { useUpdate } from '../../../lib/resource.ts';
import { useMay, useMe, type Me } from '../../../lib/session.ts';
import { toastProblem } from '../../../lib/toasts.ts';
import { offerUndo } from '../../../lib/undo.ts';
import { topicsOptions, type TopicTree } from '../../tickets/wrap-up/wrap-up-queries.ts';
import { emptyDraft, toDraft, toInput, type Draft } from '../fields/options-draft.ts';
import { OptionsEditor } from '../fields/options-editor.tsx';
import { PageForm } from '../parts/page-form.tsx';
import { SettingsPage } from '../parts/page.tsx';

type Need = Me['brands'][number]['wrap_up'];
const needs: readonly Need[] = ['off', 'asked', 'required'];
const everyBrand = 'all';
/** Levels of a tree of topics. */
const levels = 4;

/** What brands want written down when a ticket is solved, and the topics that it can be about. */
export function WrapUpPage() {
  const t = useT();
  const me = useMe();
  const [of, setOf] = useState(me.all_brands ? everyBrand : String(me.brands[0]?.id ?? everyBrand));
  const [seen, setSeen] = useState<readonly string[]>([]);
  const choose = (next: string) => {
    setSeen([...seen, of]);
    setOf(next);
  };
  return (
    <SettingsPage title={t('wrapup.settings.title')} lead={t('wrapup.settings.lead')} needs="macros.share">
      <section aria-label={t('wrapup.settings.needs')} className="pb-9">
        <h2 className="text-title">{t('wrapup.settings.needs')}</h2>
        <Needs />
      </section>
      <section aria-label={t('wrapup.settings.topics')}>
        <h2 className="text-title">{t('wrapup.settings.topics')}</h2>
        <p className="mt-0.5 mb-4 max-w-prose text-muted">{t('wrapup.settings.topics.hint')}</p>
        <SelectField label={t('wrapup.settings.topicsOf')} value={of} choices={[{ value: everyBrand, label: t('fields.allBrands') }, ...me.brands.map(({ id, name }) => ({ value: String(id), label: name }))]} onChange={choose} className="mb-4 max-w-80" />
        {/* A tree that was changed waits while another brand's is looked at. */}
        {[...new Set([...seen, of])].map((each) => <div key={each} hidden={each !== of}><TreeOf brand={each === everyBrand ? null : Number(each)} /></div>)}
      </section>
    </SettingsPage>
  );
}

function TreeOf({ brand }: { brand: number | null }) {
  const query = useQuery(topicsOptions(brand));
  return (
    <ListState query={query} empty={null}>
      {(trees) => trees.filter((tree) => (tree.brand?.id ?? null) === brand).map((tree) => <Tree key={tree.updated_at} tree={tree} />)}
    </ListState>
  );
}

function Needs() {
  const t = useT();
  const { brands } = useMe();
  const may = useMay('settings.manage');
  const update = useUpdate('brands');
  async function change({ id, name, wrap_up: before }: Me['brands'][number], wrap_up: Need, withUndo = true) {
    try {
      await update(id, { wrap_up });
      if (withUndo) offerUndo(t('wrapup.settings.needChanged', { name }), () => void change({ id, name, wrap_up } as Me['brands'][number], before, false)); // as much as it reads
    } catch (error) {
      toastProblem(error, () => void change({ id, name, wrap_up: before } as Me['brands'][number], wrap_up)); // likewise
    }
  }
  return (
    <>
      <p className="mt-0.5 mb-3 max-w-prose text-muted">{t(may ? 'wrapup.settings.needs.hint' : 'wrapup.settings.needs.reader')}</p>
      <ul className="m-0 flex list-none flex-col gap-3 p-0">
        {brands.map((brand) => (
          <li key={brand.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="flex min-w-0 items-center gap-2 font-strong"><BrandDot color={brand.color} /><span className="truncate">{brand.name}</span></span>
            {may ? (
              <Need brand={brand} onChange={(next) => void change(brand, next)} />
            ) : (
              <span className="text-muted">{t(`wrapup.need.${brand.wrap_up}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Need({ brand, onChange }: { brand: Me['brands'][number]; onChange(need: Need): void }) {
  const t = useT();
  return <SelectField<Need> label={<span className="sr-only">{t('wrapup.settings.needOf', { name: brand.name })}</span>} value={brand.wrap_up} choices={needs.map((need) => ({ value: need, label: t(`wrapup.need.${need}`), hint: t(`wrapup.needHint.${need}`) }))} onChange={onChange} className="w-72 max-w-full" />;
}

const textOf = (draft: Draft) => JSON.stringify(toInput(draft));

/** One tree; saving it is taken back by sending the one from before. */
function Tree({ tree }: { tree: TopicTree }) {
  const t = useT();
  const client = useQueryClient();
  const brand = tree.brand?.id ?? null;
  const [initial] = useState(() => (tree.topics.length > 0 ? toDraft(tree.topics) : emptyDraft()));
  const put = (topics: ReturnType<typeof toInput>, seen: string | null) => api.put('/api/v1/topics', { body: { brand, topics, seen } });
  const show = (items: TopicTree[]) => {
    client.setQueryData(topicsOptions(brand).queryKey, items);
    void client.invalidateQueries({ queryKey: ['topics'] });
  };
  const form = useEditForm({
    initial: { topics: initial },
    validate: ({ topics }) => ({ topics: toInput(topics).some(({ label }) => label === '') ? t('wrapup.settings.unnamed') : undefined }),
    save: ({ topics }) => put(toInput(topics), tree.updated_at),
    onSaved: ({ items }) => {
      const saved = items.find((each) => (each.brand?.id ?? null) === brand);
      const before = toInput(initial);
      show(items);
      offerUndo(t('wrapup.settings.saved'), () => {
        put(before, saved?.updated_at ?? null).then(({ items: back }) => show(back), (error: unknown) => toastProblem(error));
      });
    },
  });
  if (!tree.may_edit) return <p className="m-0 text-muted">{t('wrapup.settings.notYours')}</p>;
  const shown = { ...form, dirty: form.dirty && textOf(form.values.topics) !== textOf(initial) };
  return (
    <PageForm form={shown} className="flex max-w-2xl flex-col gap-3">
      <OptionsEditor draft={form.values.topics} isTree levels={levels} label={t('wrapup.settings.topics')} addLabel={t('wrapup.settings.add')} error={form.errors['topics']} onChange={(topics) => form.set('topics', topics)} />
      <FormActions form={shown} />
    </PageForm>
  );
}
