import { connect, type Socket } from 'node:net';
import type { BenchDesk } from '../desk.ts';
import { latencies, perSecond, shown, type Result } from '../measure.ts';
import { createRaw, makeBody } from '../raw-sql.ts';

/** A connection that brings one mail after the other (RFC 5321). */
async function openSmtp(port: number): Promise<{ send(mail: string, from: string, to: string): Promise<number>; close(): void }> {
  const socket: Socket = connect(port, '127.0.0.1');
  let buffer = '';
  let waiting: ((line: string) => void) | null = null;
  socket.setEncoding('utf8').on('data', (part: string) => {
    buffer += part;
    const last = /(?:^|\r\n)(\d{3} [^\r\n]*)\r\n$/.exec(buffer);
    if (!last || !waiting) return;
    buffer = '';
    const answer = waiting;
    waiting = null;
    answer(last[1]!); // the pattern has one group
  });
  const reply = () => new Promise<string>((resolve) => (waiting = resolve));
  const say = async (line: string, expected: string) => {
    const answer = reply();
    socket.write(`${line}\r\n`);
    const text = await answer;
    if (!text.startsWith(expected)) throw new Error(`${line.slice(0, 40)}: ${text}`);
  };
  const greeting = reply();
  await greeting;
  await say('EHLO bench.example', '250');
  return {
    /** Milliseconds from the end of the mail to its 250. */
    async send(mail, from, to) {
      await say(`MAIL FROM:<${from}>`, '250');
      await say(`RCPT TO:<${to}>`, '250');
      await say('DATA', '354');
      const began = performance.now();
      await say(`${mail}\r\n.`, '250');
      return performance.now() - began;
    },
    close: () => socket.end('QUIT\r\n'),
  };
}

let serial = 0;
function makeMail(to: string, tickets: number): { from: string; mail: string } {
  serial += 1;
  const { subject, text, requester } = makeBody(serial, tickets);
  const from = requester.email;
  const headers = [`From: Somebody <${from}>`, `To: ${to}`, `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`, `Message-ID: <${serial}.${process.pid}@firm.example>`, `Date: ${new Date().toUTCString()}`, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'];
  return { from, mail: [...headers, '', ...(Buffer.from(text).toString('base64').match(/.{1,76}/g) ?? [])].join('\r\n') };
}

async function waitUntilRead(desk: BenchDesk): Promise<void> {
  for (;;) {
    const { rows } = await desk.raw.query<{ left: number }>(`select count(*)::int as left from intake where workspace_id = $1 and status = 'received'`, [desk.generated.workspaceId]);
    if (rows[0]?.left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function sendAll(desk: BenchDesk, connections: Awaited<ReturnType<typeof openSmtp>>[], count: number): Promise<number> {
  const began = performance.now();
  let left = count;
  await Promise.all(connections.map(async (connection) => {
    while (left-- > 0) {
      const { from, mail } = makeMail(desk.generated.inbox.address, desk.tickets);
      await connection.send(mail, from, desk.generated.inbox.address);
    }
  }));
  await waitUntilRead(desk);
  return count / ((performance.now() - began) / 1000);
}

/** A mail's rows by plain SQL: the received row first, durable, then the ticket with its raw file and the row's end. */
async function rawMails(desk: BenchDesk, count: number): Promise<number> {
  const { workspaceId, brandIds, agentIds, inbox } = desk.generated;
  const { rows } = await desk.raw.query<{ id: string }>('select id from customers where workspace_id = $1 order by id limit 1', [workspaceId]);
  const customerId = Number(rows[0]!.id); // generated
  let left = count;
  const began = performance.now();
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (left-- > 0) {
      serial += 1;
      const mine = serial;
      const hash = mine.toString(16).padStart(64, 'f');
      const made = await desk.raw.query<{ id: string }>({ name: 'intake', text: `insert into intake (workspace_id, inbox_id, source, raw_sha256, raw_size, envelope_to, status) values ($1, $2, 'smtp', $3, 2000, 'x', 'blocked') returning id`, values: [workspaceId, inbox.id, hash] });
      await createRaw(desk.raw, { workspaceId, number: 700_000_000 + mine, brandId: brandIds[0]!, inboxId: inbox.id, customerId, agentId: agentIds[0]!, address: `m${mine}@firm.example` }, async (client) => { // generated
        await client.query({ name: 'file', text: `insert into files (workspace_id, sha256, size, type, name) values ($1, $2, 2000, 'message/rfc822', 'mail.eml')`, values: [workspaceId, hash] });
        await client.query({ name: 'done', text: `update intake set status = 'done', next_attempt_at = null where workspace_id = $1 and id = $2`, values: [workspaceId, made.rows[0]!.id] }); // returned by the insert
      });
    }
  }));
  return count / ((performance.now() - began) / 1000);
}

export async function mailToTicket(desk: BenchDesk): Promise<Result[]> {
  const connections = await Promise.all(Array.from({ length: 8 }, () => openSmtp(desk.smtpPort)));
  await sendAll(desk, connections, 100);
  const rates = { product: [] as number[], raw: [] as number[] };
  for (let turn = 0; turn < 4; turn += 1) {
    rates.product.push(await sendAll(desk, connections, 250));
    rates.raw.push(await rawMails(desk, 500));
  }
  const mean = (list: number[]) => list.length / list.reduce((sum, rate) => sum + 1 / rate, 0);
  const share = mean(rates.product) / mean(rates.raw);
  const answered = await atHundredPerSecond(desk, connections);
  await waitUntilRead(desk);
  connections.forEach((connection) => connection.close());
  return [
    { what: 'mail by SMTP to a visible ticket', tickets: desk.tickets, product: perSecond(mean(rates.product)), raw: perSecond(mean(rates.raw)), ratio: `${(share * 100).toFixed(0)} %`, budget: '≥ 25 % of raw', holds: share >= 0.25, figures: rates },
    { what: '250 at 100 mails a second', tickets: desk.tickets, product: shown(answered), raw: '', ratio: '', budget: 'p99 ≤ 50 ms', holds: answered.p99 <= 50, figures: answered },
  ];
}

async function atHundredPerSecond(desk: BenchDesk, connections: Awaited<ReturnType<typeof openSmtp>>[]) {
  const samples: number[] = [];
  const free = [...connections];
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let turn = 0; turn < 1_000; turn += 1) {
    const due = began + turn * 10;
    if (due > performance.now()) await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    while (free.length === 0) await Promise.race(running);
    const connection = free.pop()!; // there is one since the line above
    const { from, mail } = makeMail(desk.generated.inbox.address, desk.tickets);
    const sending = connection.send(mail, from, desk.generated.inbox.address).then((spent) => {
      samples.push(spent);
      free.push(connection);
      running.splice(running.indexOf(sending), 1);
    });
    running.push(sending);
  }
  await Promise.all(running);
  return latencies(samples);
}
