import { systemClock } from '../../../platform/clock/clock.ts';
import { createDatabase, createPool } from '../../../platform/db/db.ts';
import { routeAll } from './route-all.ts';

/** A node that hands out all the time, for a test that kills it. Takes the database's URL. */
const db = createDatabase(createPool(process.argv[2] ?? '', { max: 2 }));
for (;;) await routeAll({ db, clock: systemClock, wake: { say: () => undefined } as never }); // nobody listens here
