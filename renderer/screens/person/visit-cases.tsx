import type { CaseId, CaseState, VisitView } from '#contract/shapes/case.ts';
import { shortReceiptNumber } from '#rules/numbers/receipt-number.ts';
import { ActButton } from '../../components/act-button.tsx';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import { inLanguage, useWords, type Words } from '../../words/words.ts';

interface VisitCasesProps {
  readonly visit: VisitView;
  readonly openId: string | null;
  readonly onOpen: (caseId: CaseId) => void;
  /** Everything else of the person. */
  readonly onEverything: () => void;
}

function signOf(state: CaseState): readonly [IconName, Tone] {
  if (state === 'draft') return ['todo', 'dim'];
  if (state === 'blocked') return ['wait', 'indigo'];
  return state === 'refused' ? ['stop', 'zhu'] : ['ok', 'pine'];
}

/** The cases of this visit; the one on the sheet is marked. */
export function VisitCases({ visit, openId, onOpen, onEverything }: VisitCasesProps) {
  const words = useWords();
  const said = words.sheet.identity.visit;
  return (
    <div className={visit.cases.length > 3 ? 'sheet visit-cases many' : 'sheet visit-cases'}>
      <div className="h">
        {said.title}
        <span className="note">{visit.cases.length > 0 && said.count(visit.cases.length)}</span>
        <ActButton act="one-number" look="quiet" onAct={onEverything}>
          {words.people.page.open}
        </ActButton>
      </div>
      {visit.cases.length === 0 && <p className="note">{said.none}</p>}
      <ul>
        {visit.cases.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={one.id === openId ? 'on' : undefined}
              aria-current={one.id === openId || undefined}
              onClick={() => onOpen(one.id)}
            >
              <Icon name={signOf(one.state)[0]} tone={signOf(one.state)[1]} size="s" />
              <span className="nm">
                <b className="el">{inLanguage(words, one.itemNameZh, one.itemNameEn)}</b>
                <span className="note el">
                  {[
                    placeOf(words, visit, one.bundleId),
                    one.receiptNumber ? shortReceiptNumber(one.receiptNumber) : '',
                    words.sheet.deciding.states[one.state],
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Which of two openings of one bundle: the items of both have the same names. */
function placeOf(words: Words, { bundles }: VisitView, bundleId: string | null): string {
  const mark = bundles.find(({ id }) => id === bundleId);
  const isOnly = bundles.filter(({ catalogueId }) => catalogueId === mark?.catalogueId).length < 2;
  return mark && !isOnly ? words.bundle.place(mark.place) : '';
}
