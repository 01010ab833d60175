import type { ImportOutcome } from '#contract/shapes/catalogue.ts';
import { Icon } from '../../components/icon.tsx';
import { useWords } from '../../words/words.ts';
import { FaultTable } from './fault-table.tsx';

/** What came of a file: done, or every fault by its path; and where another hall's guidance says something else. */
export function ImportResult({ name, outcome }: { readonly name: string; readonly outcome: ImportOutcome }) {
  const { result: said } = useWords().catalogue;
  if (outcome.outcome === 'refused') {
    return (
      <div className="import-result" role="alert">
        <p>
          <Icon name="warn" tone="amber" /> <b>{said.refused(name, outcome.faults.length)}</b>
        </p>
        <FaultTable faults={outcome.faults} />
      </div>
    );
  }
  return (
    <div className="import-result">
      <p>
        <Icon name="ok" tone="pine" /> <b>{sentenceOf(said, outcome)}</b>
      </p>
      {outcome.outcome === 'guidance' && outcome.conflicts.length > 0 && (
        <>
          <p>{said.conflicts(outcome.conflicts.length)}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{said.item}</th>
                <th scope="col">{said.theirs}</th>
                <th scope="col">{said.ours}</th>
              </tr>
            </thead>
            <tbody>
              {outcome.conflicts.map(({ path, itemNameZh, theirs, ours }) => (
                <tr key={path}>
                  <td>{itemNameZh}</td>
                  <td>{theirs}</td>
                  <td>{ours || said.notHere}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

function sentenceOf(
  said: ReturnType<typeof useWords>['catalogue']['result'],
  outcome: Exclude<ImportOutcome, { outcome: 'refused' }>,
): string {
  if (outcome.outcome === 'catalogue') return said.catalogue(outcome.items, outcome.bundles);
  if (outcome.outcome === 'started') return said.started;
  if (outcome.outcome === 'duties') return said.duties(outcome.duties);
  return said.guidance(outcome.hall, outcome.notes, outcome.parts);
}
