import type { BundleGuidance, GuidedPoolPaper } from '#contract/shapes/guidance.ts';
import { Icon } from '../../components/icon.tsx';
import { inLanguage, useWords, type Words } from '../../words/words.ts';
import { noteInLanguage } from '../case/note-in-language.ts';
import { ListButton } from './list-button.tsx';
import type { Guiding } from './use-guiding.ts';
import { howMany } from './guided-papers.tsx';

interface GuidedPoolPapersProps {
  readonly whole: BundleGuidance;
  readonly guiding: Guiding;
}

/** What to bring for a whole bundle: each paper once, with why, for how many steps, and the article. */
export function GuidedPoolPapers({ whole, guiding }: GuidedPoolPapersProps) {
  const words = useWords();
  const said = words.guidance;
  const asked = whole.papers.filter((paper) => paper.asked);
  const spared = whole.papers.filter((paper) => !paper.asked);
  const open = whole.questions.filter(({ id }) => guiding.answers[id] === undefined).length;
  return (
    <section className="sheet guided-papers" aria-label={said.papers}>
      <header>
        <h2>{said.papers}</h2>
        <output className="note">
          {said.count(asked.length, spared.length)}
          {open > 0 && ` · ${said.openNote(open)}`}
        </output>
      </header>
      <ul>
        {[...asked, ...spared].map((paper) => (
          <li key={`${paper.itemCodes.join(' ')} ${paper.material.id}`} data-asked={paper.asked}>
            <Icon
              name={paper.asked ? (paper.mandatory ? 'todo' : 'none') : 'ok'}
              tone={paper.asked ? (paper.mandatory ? 'amber' : 'dim') : 'pine'}
              size="s"
            />
            <span className="nm">
              <b>{inLanguage(words, paper.material.nameZh, paper.material.nameEn)}</b>
              <span className="note">{whyOf(words, whole, paper)}</span>
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

function whyOf(words: Words, { offer, questions }: BundleGuidance, paper: GuidedPoolPaper): string {
  const { papers } = words.sheet.intake;
  const { asked, material, reason, situationId, basis, owedBy, itemCodes, madeBy } = paper;
  const maker = offer.steps.findIndex(({ itemCode }) => itemCode === madeBy);
  const question = questions.find((one) => one.situationId === situationId);
  const option = question?.options.find(({ id }) => id === question.answer);
  const because = papers.reasons[reason];
  const law = [basis, material.byLaw].filter((one) => one !== null).join(papers.lawMark);
  const canLook = asked && (material.electronicLicence ?? material.dataShareQuery) !== null;
  return [
    maker >= 0
      ? words.bundle.papers.comes(String(maker + 1))
      : option
        ? `${because} (${inLanguage(words, option.labelZh, option.labelEn)})`
        : because,
    itemCodes.length > 1 ? words.bundle.papers.once(itemCodes.length) : '',
    owedBy ? owedBy.department : '',
    canLook ? words.guidance.instead : '',
    noteInLanguage(words, material.note),
    law === '' ? '' : words.guidance.law(law),
  ]
    .filter(Boolean)
    .join(' · ');
}
