import type pg from 'pg';

export type Query = { sql: string; parameters: readonly unknown[] };

/** A node of what `explain (analyze, buffers, format json)` answers. */
export type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Loops': number;
  'Actual Rows': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  /** Pages, over all loops. */
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: PlanNode[];
};

/** How PostgreSQL ran a query, run once more: all nodes of its plan. */
export async function planOf(pool: pg.Pool, { sql, parameters }: Query): Promise<PlanNode[]> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (analyze, buffers, format json) ${sql}`, [...parameters]);
  const all = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(all)];
  return all(rows[0]!['QUERY PLAN'][0].Plan); // explain always answers
}

/** What its scans found and what they threw away. */
export async function rowsLookedAt(pool: pg.Pool, query: Query): Promise<number> {
  return (await planOf(pool, query)).reduce((sum, node) => sum + rowsOf(node), 0);
}

export function rowsOf(node: PlanNode): number {
  return node['Relation Name'] ? node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) : 0;
}
