import type { FileFault } from '#contract/shapes/catalogue.ts';
import { useWords } from '../../words/words.ts';

/** Every fault of a file by its path. */
export function FaultTable({ faults }: { readonly faults: readonly FileFault[] }) {
  const { result: said } = useWords().catalogue;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{said.path}</th>
          <th scope="col">{said.fault}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map(({ path, say }) => (
          <tr key={`${path} ${say}`}>
            <td className="n">{path || said.wholeFile}</td>
            <td>{say}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
