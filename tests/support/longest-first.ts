import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes over two minutes on two cores, the longest first. */
const longest = ['survival/backup', 'e2e/accessibility', 'survival/kill', 'survival/delivery-faults', 'mailboxes/import', 'src/cli', 'e2e/five-languages', 'e2e/layout', 'survival/database-cuts', 'survival/two-nodes', 'survival/customer-import', 'e2e/approvals'].map((name) => `${name}.long.test.ts`);

/** A fresh clone knows of no test how long it took; one of the longest that is begun last keeps the other core idle for minutes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project.name);
    return [...byProject.values()].flatMap((each) => each.toSorted((one, other) => place(one) - place(other)));
  }
}
