export { describeDemo, isDemoThere, removeDemo, seedDemo, type Demo } from './demo.commands.ts';
