import type { Catalog } from './en.ts';
import { first } from './da.first.ts';
import { rest } from './da.rest.ts';

export const catalog: Catalog = { ...first, ...rest };
