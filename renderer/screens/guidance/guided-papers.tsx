import type { Guidance, GuidedPaper } from '#contract/shapes/guidance.ts';
import { Icon } from '../../components/icon.tsx';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { noteInLanguage } from '../case/note-in-language.ts';
import { ListButton } from './list-button.tsx';
import type { Guiding } from './use-guiding.ts';

interface GuidedPapersProps {
  readonly guidance: Guidance | null;
  readonly guiding: Guiding;
}

/** The list to bring along: each paper with why it is, or is not, asked for, and the article. */
export function GuidedPapers({ guidance, guiding }: GuidedPapersProps) {
  const words = useWords();
  const said = words.guidance;
  if (!guidance) {
    return (
      <section className="sheet guided-papers" aria-label={said.papers}>
        <div className="empty-say">
          <b>{said.papers}</b>
          <span className="note">{said.papersEmpty}</span>
        </div>
      </section>
    );
  }
  const asked = guidance.papers.filter((paper) => paper.asked);
  const spared = guidance.papers.filter((paper) => !paper.asked);
  return (
    <section className="sheet guided-papers" aria-label={said.papers}>
      <header>
        <h2>{said.papers}</h2>
        <output className="note">
          {said.count(asked.length, spared.length)}
          {guidance.open.length > 0 && ` · ${said.openNote(guidance.open.length)}`}
        </output>
      </header>
      <ul>
        {[...asked, ...spared].map((paper) => (
          <li key={paper.material.id} data-asked={paper.asked}>
            <Icon
              name={paper.asked ? (paper.mandatory ? 'todo' : 'none') : 'ok'}
              tone={paper.asked ? (paper.mandatory ? 'amber' : 'dim') : 'pine'}
              size="s"
            />
            <span className="nm">
              <b>{inLanguage(words, paper.material.nameZh, paper.material.nameEn)}</b>
              <span className="note">{whyOf(words, guidance, paper, guiding.answers)}</span>
            </span>
            <span className="tag">{howMany(words, paper)}</span>
          </li>
        ))}
      </ul>
      <footer>
        <ListButton list={guiding.list} onMake={guiding.makeList} />
      </footer>
    </section>
  );
}

export function howMany(words: Words, { asked, mandatory, material }: GuidedPaper): string {
  const { papers } = words.sheet.intake;
  if (!asked) return words.guidance.spared;
  if (!mandatory) return words.guidance.mayLeave;
  return [
    material.originals > 0 ? papers.originals(material.originals) : '',
    material.copies > 0 ? papers.copies(material.copies) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function whyOf(
  words: Words,
  { item }: Guidance,
  { asked, material, reason, situationId, basis, owedBy }: GuidedPaper,
  answers: Guiding['answers'],
): string {
  const { papers } = words.sheet.intake;
  const situation = item.situations.find(({ id }) => id === situationId);
  const option = situation?.options.find(({ id }) => id === answers[situation.id]);
  const because = papers.reasons[reason];
  const law = [basis, material.byLaw].filter((one) => one !== null).join(papers.lawMark);
  const canLook = asked && (material.electronicLicence ?? material.dataShareQuery) !== null;
  return [
    option ? `${because} (${inLanguage(words, option.labelZh, option.labelEn)})` : because,
    owedBy ? owedBy.department : '',
    canLook ? words.guidance.instead : '',
    asked && material.commitmentReplaceable && item.commitment ? words.guidance.commitment : '',
    asked && material.tolerable && item.tolerance ? words.guidance.later : '',
    noteInLanguage(words, material.note),
    law === '' ? '' : words.guidance.law(law),
  ]
    .filter(Boolean)
    .join(' · ');
}
