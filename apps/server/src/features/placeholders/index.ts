export { fillPlaceholders, firstNameOf, placeholders, tidyPlaceholders, unknownPlaceholders, type Placeholder } from './placeholders.rules.ts';
