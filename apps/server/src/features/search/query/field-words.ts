import { seesBrand, type Scope } from '../../../platform/auth/actor.ts';
import { dayOf, textKeyOf, type KnownField } from '../../custom-fields/index.ts';
import { facet, quote } from '../analysis/vector.ts';
import type { FieldWord } from './parse-query.ts';

/** What a ticket's row in the index says of a custom field; ids, so that a new name changes nothing. */
export function fieldFacet(fieldId: number): string {
  return `field.${fieldId}`;
}

/** The fields whose keys are filters for this actor. */
export function searchableFields(scope: Scope, fields: readonly KnownField[]): KnownField[] {
  return fields.filter(({ brandId }) => brandId === null || seesBrand(scope, brandId));
}

/** `product:router`, `serial:ab-` as conditions of a tsquery; several values with commas between them mean either. */
export function readFieldWords(words: readonly FieldWord[], fields: readonly KnownField[]): { conditions: string[]; unknown: FieldWord[] } {
  const conditions: string[] = [];
  const unknown: FieldWord[] = [];
  for (const word of words) {
    const field = fields.find(({ key }) => key === word.key);
    const lexemes = field ? word.value.split(',').map((value) => condition(field, value.trim())) : [];
    if (lexemes.length === 0 || lexemes.includes(null)) unknown.push(word);
    else conditions.push(`${word.excluded ? '!' : ''}(${lexemes.join('|')})`);
  }
  return { conditions, unknown };
}

function condition(field: KnownField, value: string): string | null {
  const name = fieldFacet(field.id);
  switch (field.type) {
    case 'choice':
    case 'tree': {
      const id = field.options.get(value.toLowerCase());
      return id === undefined ? null : quote(facet(name, String(id)));
    }
    case 'text': {
      const key = textKeyOf(value);
      return key === '' ? null : `${quote(facet(name, key))}:*`;
    }
    case 'number': {
      const number = value === '' ? Number.NaN : Number(value.replace(',', '.'));
      return Number.isFinite(number) ? quote(facet(name, String(number))) : null;
    }
    case 'date': {
      const day = dayOf(value);
      return day === null ? null : quote(facet(name, String(day)));
    }
    case 'checkbox':
      if (value !== 'true' && value !== 'false') return null;
      return `${value === 'false' ? '!' : ''}${quote(facet(name, '1'))}`;
  }
}
