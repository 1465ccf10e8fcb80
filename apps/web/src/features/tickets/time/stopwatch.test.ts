import { describe, expect, test } from 'vitest';
import { createStopwatch, idleAfter } from './stopwatch.ts';

let names = 0;
const start = Date.UTC(2026, 10, 26, 9);
/** A stopwatch, and what lets seconds pass for it. */
function aWatch() {
  const watch = createStopwatch(101, 7, () => `stretch-${(names += 1)}`);
  let now = start;
  let lastActive = start;
  const pass = (seconds: number, { active = true, visible = true, paused = false, step = 1 } = {}) => {
    for (let gone = 0; gone < seconds; gone += step) {
      now += step * 1_000;
      if (active) lastActive = now;
      watch.tick({ now, lastActive, visible, paused });
    }
  };
  watch.tick({ now, lastActive, visible: true, paused: false });
  return { watch, pass };
}

describe('the time on a ticket', () => {
  test('counts while somebody is there', () => {
    const { watch, pass } = aWatch();
    pass(30);
    expect(watch.current()).toMatchObject({ ticket: 101, agent: 7, seconds: 30, started_at: '2026-11-26T09:00:00.000Z' });
  });

  test('rests while the page is hidden, while it is paused, and once nothing was touched for a while', () => {
    const { watch, pass } = aWatch();
    pass(10);
    pass(300, { visible: false });
    pass(300, { paused: true });
    expect(watch.seconds()).toBe(10);
    pass(1_000, { active: false });
    expect(watch.seconds()).toBeLessThanOrEqual(10 + idleAfter);
  });

  test('does not count the hours that a computer slept', () => {
    const { watch, pass } = aWatch();
    pass(10);
    pass(3_600, { step: 3_600 });
    expect(watch.seconds()).toBeLessThan(20);
  });

  test('is another stretch after each end', () => {
    const { watch, pass } = aWatch();
    pass(10);
    const first = watch.end();
    expect(watch.current()).toBeNull();
    pass(7);
    const second = watch.end();
    expect([first?.seconds, second?.seconds]).toEqual([10, 7]);
    expect(second?.stretch).not.toBe(first?.stretch);
    expect(watch.end()).toBeNull();
  });
});
