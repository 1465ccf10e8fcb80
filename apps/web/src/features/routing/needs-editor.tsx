import { Button, FilterList, IconButton, Popover, Select } from '@ombud/ui';
import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n.ts';
import { skillChoicesOptions } from './routing-queries.ts';

export type HowMuch = 'required' | 'preferred' | 'none';
export interface EditedNeed<How extends HowMuch = HowMuch> {
  skill: { id: number; name: string };
  need: How;
  level: number;
  brand: number | null;
}

interface NeedsEditorProps<How extends HowMuch> {
  value: readonly EditedNeed<How>[];
  /** What can be said of a skill */
  offered: readonly How[];
  /** To choose one for each; without them the needs are of no brand */
  brands?: readonly { id: number; name: string }[];
  onChange(value: EditedNeed<How>[]): void;
}

const levels = [1, 2, 3, 4, 5];
const everyBrand = 'all';

/** Skills, each with how much and at which level it is needed. */
export function NeedsEditor<How extends HowMuch>({ value, offered, brands = [], onChange }: NeedsEditorProps<How>) {
  const t = useT();
  const skills = useQuery(skillChoicesOptions).data;
  const [adding, setAdding] = useState(false);
  const change = (place: number, patch: Partial<EditedNeed<How>>) => onChange(value.map((each, at) => (at === place ? { ...each, ...patch } : each)));
  // With brands a skill may be asked for differently in some of them.
  const free = (skills ?? []).filter(({ id }) => !value.some((each) => each.skill.id === id && each.brand === null));
  return (
    <div className="flex flex-col gap-2">
      {value.length > 0 && (
        <ul className="m-0 flex list-none flex-col gap-2 p-0">
          {value.map((each, place) => (
            <li key={`${each.skill.id}.${String(each.brand)}`} className="flex flex-wrap items-center gap-1.5">
              <span className="min-w-40 flex-1 [overflow-wrap:anywhere]">{each.skill.name}</span>
              {brands.length > 1 && (
                <span className="w-36"><Select
                  ariaLabel={t('routing.needs.brand', { skill: each.skill.name })}
                  value={each.brand === null ? everyBrand : String(each.brand)}
                  choices={[{ value: everyBrand, label: t('routing.needs.allBrands') }, ...brands.map(({ id, name }) => ({ value: String(id), label: name }))].filter((choice) => choice.value === (each.brand === null ? everyBrand : String(each.brand)) || !value.some((other) => other.skill.id === each.skill.id && (other.brand === null ? everyBrand : String(other.brand)) === choice.value))}
                  onChange={(brand) => change(place, { brand: brand === everyBrand ? null : Number(brand) })}
                /></span>
              )}
              <span className="w-36"><Select<How> ariaLabel={t('routing.needs.how', { skill: each.skill.name })} value={each.need} choices={offered.map((need) => ({ value: need, label: t(`routing.need.${need}`) }))} onChange={(need) => change(place, { need })} /></span>
              <span className="w-28"><Select ariaLabel={t('routing.needs.level', { skill: each.skill.name })} disabled={each.need === 'none'} value={String(each.level)} choices={levels.map((level) => ({ value: String(level), label: t('routing.level', { level }) }))} onChange={(level) => change(place, { level: Number(level) })} /></span>
              <IconButton label={t('routing.needs.remove', { skill: each.skill.name })} icon={<X />} onClick={() => onChange(value.filter((_other, at) => at !== place))} />
            </li>
          ))}
        </ul>
      )}
      {skills?.length === 0 && value.length === 0 ? (
        <p className="text-small text-muted">{t('routing.needs.noSkills')}</p>
      ) : (
        <span>
          <Popover label={t('routing.needs.add')} open={adding} onOpenChange={setAdding} className="w-64 !p-0" trigger={<Button icon={<Plus className="size-4" />} disabled={free.length === 0}>{t('routing.needs.add')}</Button>}>
            <FilterList
              label={t('routing.needs.find')}
              selected={[]}
              choices={free.map(({ id, name }) => ({ value: String(id), label: name }))}
              onChoose={(id) => {
                setAdding(false);
                const skill = free.find((each) => String(each.id) === id);
                if (skill) onChange([...value, { skill: { id: skill.id, name: skill.name }, need: offered[0]!, level: 1, brand: null }]); // there is always something to say
              }}
            />
          </Popover>
        </span>
      )}
    </div>
  );
}
