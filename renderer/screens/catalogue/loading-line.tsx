import type { CatalogueImporting } from '#contract/shapes/catalogue.ts';
import { useWords } from '../../words/words.ts';

/** A large catalogue on its way in: how far it is. The window goes on working meanwhile. */
export function LoadingLine({ importing }: { readonly importing: CatalogueImporting }) {
  const { result: said } = useWords().catalogue;
  const { name, written, items } = importing;
  const sentence = items === null ? said.reading(name) : said.loading(name, written, items);
  return (
    <output className="import-loading">
      {sentence}
      <progress aria-label={sentence} {...(items === null ? {} : { value: written, max: items })} />
    </output>
  );
}
