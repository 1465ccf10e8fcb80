import pg from 'pg';
import { nameOf } from './named-statements.ts';

/** Stands before a statement that ends its transaction: `commit` travels with it. Nothing may follow in the transaction. */
export const commitMark = '/* and commit */ ';

/** The part of pg's connection that is used here; its own types ask for more than it does. */
type Wire = { parse(statement: { text: string }): void; bind(portal: object): void; execute(portal: object): void };
type Config = pg.QueryConfig & { queryMode: 'extended' };
type Answered = (error: Error | null, result: pg.QueryResult) => void;
/** What `pg.Query` has and its types leave out. */
type QueryBase = new (config: Config, answered: Answered) => pg.Submittable & {
  prepare(wire: Wire): void;
  _getRows(wire: Wire, rows: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
};

/**
 * A statement with the `begin` before it, the `commit` behind it, or both, in one message with one Sync at its end: when
 * one of them fails, the server skips what follows (PostgreSQL, "Extended Query Overview"). So a statement never runs
 * outside of its transaction, and what failed is never committed.
 */
class EdgeStatement extends (pg.Query as unknown as QueryBase) {
  #begins: boolean;
  readonly #commits: boolean;
  #completed = 0;

  constructor(config: Config, { begins, commits }: { begins: boolean; commits: boolean }, answered: Answered) {
    super(config, answered);
    this.#begins = begins;
    this.#commits = commits;
  }

  override prepare(wire: Wire): void {
    if (this.#begins) say(wire, 'begin');
    super.prepare(wire);
  }

  /** Called at the end of `prepare`, to execute the statement and send the Sync. */
  override _getRows(wire: Wire, rows: unknown): void {
    if (this.#commits) {
      wire.execute({});
      wire.parse({ text: 'commit' });
      wire.bind({});
    }
    super._getRows(wire, rows);
  }

  /** The server says of each that it is complete; only the statement's own word is the result. */
  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.#completed++ === (this.#begins ? 1 : 0)) super.handleCommandComplete(message, wire);
  }
}

function say(wire: Wire, text: string): void {
  wire.parse({ text });
  wire.bind({});
  wire.execute({});
}

/**
 * Sends a transaction's `begin` together with its first statement, and its `commit` with the statement that is marked as
 * its last: up to two round trips less for each command (ADR 11). A transaction without a statement never reaches the
 * server.
 */
export function shortenTransactions(client: pg.PoolClient): void {
  const plain = client.query.bind(client) as (...args: unknown[]) => Promise<pg.QueryResult>;
  let state: 'none' | 'waiting' | 'begun' | 'committed' = 'none';
  const query = (...args: unknown[]): unknown => {
    const [text, values = []] = args;
    if (args.some((arg) => typeof arg === 'function')) return plain(...args);
    if (text === 'begin') {
      state = 'waiting';
      return Promise.resolve(said('BEGIN'));
    }
    if (state === 'none') return plain(...args);
    const before = state;
    if (text === 'commit' || text === 'rollback') {
      state = 'none';
      if (before === 'committed' && text === 'rollback') return Promise.reject(new Error('what failed came after the statement that commits'));
      return before === 'begun' ? plain(...args) : Promise.resolve(said(text.toUpperCase()));
    }
    if (before === 'committed') return Promise.reject(new Error('a statement after the one that commits'));
    state = 'begun';
    const edges = { begins: before === 'waiting', commits: typeof text === 'string' && text.startsWith(commitMark) };
    if (!edges.begins && !edges.commits) return plain(...args);
    const name = typeof text === 'string' ? nameOf(text) : undefined;
    // Several statements in one text, and what is no plain text, take two round trips; so does a statement's first time under
    // its name, because pg takes the server's word that `begin` was parsed for the word that the statement was.
    const isSimple = args.length <= 2 && typeof text === 'string' && Array.isArray(values) && !text.includes(';');
    if (edges.begins && !(isSimple && (name === undefined || isParsed(client, name)))) return plain('begin').then(() => plain(...args));
    if (!isSimple) return plain(...args);
    return new Promise((resolve, reject) => {
      const answered: Answered = (error, result) => {
        if (error) return reject(error);
        if (edges.commits) state = 'committed';
        resolve(result);
      };
      void plain(new EdgeStatement({ name, text, values, queryMode: 'extended' }, edges, answered));
    });
  };
  client.query = query as typeof client.query; // the same calls, fewer round trips
}

function isParsed(client: pg.PoolClient, name: string): boolean {
  const { connection } = client as unknown as { connection: { parsedStatements: Record<string, string> } }; // not in pg's types
  return connection.parsedStatements[name] !== undefined;
}

function said(command: string): Pick<pg.QueryResult, 'command' | 'rows' | 'rowCount'> {
  return { command, rows: [], rowCount: null };
}
