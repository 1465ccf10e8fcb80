import { testAccessibility } from './support/accessibility.ts';

testAccessibility([['light', 'wide'], ['dark', 'wide'], ['light', 'phone'], ['dark', 'phone']]);
