export { describeDemo, removeDemo, seedDemo, type Demo } from './demo.commands.ts';
