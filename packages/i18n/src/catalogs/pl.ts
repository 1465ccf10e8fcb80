import type { Catalog } from './en.ts';
import { first } from './pl.first.ts';
import { rest } from './pl.rest.ts';

export const catalog: Catalog = { ...first, ...rest };
