import { testAccessibility } from './support/accessibility.ts';

testAccessibility([['dark', 'wide'], ['light', 'phone'], ['dark', 'phone']]);
