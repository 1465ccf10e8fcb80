import { systemClock } from '../../clock/clock.ts';
import { createDatabase, createPool } from '../../db/db.ts';
import { startTimers } from '../timers.ts';
import { alarmQueue } from './alarms.queries.ts';

/** A node of its own for the tests: fires alarms until somebody kills it. */
const wake = { say: () => undefined, on: () => () => undefined, flush: () => Promise.resolve(), connected: () => true, stop: () => Promise.resolve() };
const db = createDatabase(createPool(process.argv[2] ?? '', { max: 2 }));
startTimers({ db, clock: systemClock, wake, log: { warn: () => undefined } as never }, alarmQueue); // only `warn` is called
