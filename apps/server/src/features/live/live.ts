import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import type { AgentActor } from '../../platform/auth/actor.ts';
import { keepSocket, type RawSocket } from '../../platform/live/live-socket.ts';
import { openDesk, type Desk } from './desk.ts';
import { closeCodes, readMessage, write } from './messages.ts';
import { createRecheck } from './recheck.ts';
import { createScreen, type Screen } from './screen.ts';

const mostScreens = 10_000;
const mostMessages = 60;
const messageWindow = 10_000;

/** Every open screen of this process. */
export function createLive(context: Context) {
  const desks = new Map<number, Promise<Desk>>();
  const screens = new Set<Screen>();
  let stopped = false;
  const recheck = createRecheck(
    screens,
    async (screen, actor) => {
      if (actor?.id !== screen.actor.id || actor.scope.workspaceId !== screen.actor.scope.workspaceId) return screen.socket.close(closeCodes.signedOut, 'signed out');
      screen.actor = actor;
      screen.trust();
      const desk = await desks.get(actor.scope.workspaceId);
      desk?.presence.resume(screen);
      desk?.bells.refresh();
    },
    context.log,
  );
  const quiet = context.wake.on('access', recheck.all);

  function deskOf(workspaceId: number): Promise<Desk> {
    const known = desks.get(workspaceId);
    if (known) return known;
    const opening = openDesk(context, workspaceId);
    desks.set(workspaceId, opening);
    opening.catch(() => desks.delete(workspaceId));
    return opening;
  }

  async function closeDeskIfEmpty(workspaceId: number): Promise<void> {
    const desk = await desks.get(workspaceId);
    if (!desk || [...screens].some((screen) => screen.actor.scope.workspaceId === workspaceId)) return;
    desks.delete(workspaceId);
    desk.close();
  }

  return {
    /** Takes over a socket whose agent has been identified once; call it in the same tick as the upgrade. */
    async open(raw: RawSocket, actor: AgentActor, identify: () => Promise<AgentActor | null>): Promise<void> {
      if (stopped || screens.size >= mostScreens) return raw.close(1013, 'try again later');
      const workspaceId = actor.scope.workspaceId;
      const opening = deskOf(workspaceId);
      let counted = 0;
      let greeted = false;
      const window = setInterval(() => (counted = 0), messageWindow);
      const socket = keepSocket(raw, () => {
        clearInterval(window);
        screens.delete(screen);
        void opening.then(async (desk) => {
          desk.screens.delete(screen);
          desk.presence.gone(screen);
          await desk.roll.gone(screen);
          await closeDeskIfEmpty(workspaceId);
        }).catch(() => undefined);
      });
      const screen = createScreen({ connection: randomUUID(), actor, socket, identify });
      raw.on('message', (data, isBinary) => {
        counted += 1;
        if (counted > mostMessages) return socket.close(closeCodes.tooMany, 'too many messages');
        screen.heard = true;
        const message = isBinary ? null : readMessage(data);
        if (!message || (message.type === 'hello' && greeted)) return socket.close(closeCodes.badMessage, 'not one of our messages');
        if (message.type === 'ping') return socket.send(write({ type: 'pong' }));
        if (message.type === 'hello') greeted = true;
        void opening
          .then((desk) => (message.type === 'hello' ? desk.subscribe(screen, message.after) : desk.presence.place(screen, message.ticket, message.state)))
          .catch((error: unknown) => {
            context.log.warn({ err: error }, 'a screen could not be served');
            socket.close(1011, 'try again');
          });
      });
      screens.add(screen);
      try {
        const desk = await opening;
        if (!socket.isOpen()) return;
        desk.screens.add(screen);
        // Access may have been withdrawn between the first look and this moment.
        recheck.one(screen);
      } catch (error) {
        context.log.warn({ err: error }, 'a screen could not be opened');
        socket.close(1011, 'try again');
      }
    },
    count: () => screens.size,
    async stop(): Promise<void> {
      stopped = true;
      quiet();
      recheck.stop();
      for (const screen of screens) screen.socket.close(1001, 'going away');
      for (const opening of desks.values()) (await opening.catch(() => null))?.close();
    },
  };
}
