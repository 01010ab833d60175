import type { FileFault } from '#contract/shapes/catalogue.ts';
import { inLanguage, useWords } from '../../words/words.ts';

/** Every fault of a file by its path. */
export function FaultTable({ faults }: { readonly faults: readonly FileFault[] }) {
  const words = useWords();
  const { result: said } = words.catalogue;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{said.path}</th>
          <th scope="col">{said.fault}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map(({ path, say, sayZh }) => (
          <tr key={`${path} ${say}`}>
            <td className="n">{path || said.wholeFile}</td>
            <td>{inLanguage(words, sayZh, say)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
