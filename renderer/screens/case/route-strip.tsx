import { useId, useRef } from 'react';
import type { CaseMaterial, CaseView } from '#contract/shapes/case.ts';
import { Day } from '#contract/shapes/day.ts';
import { CountStepper } from '../../components/count-stepper.tsx';
import { Key } from '../../components/key.tsx';
import type { Provision } from '../../stores/case-acts.ts';
import type { Stores } from '../../stores/stores.ts';
import { dayWords } from '../../words/dates.ts';
import { inLanguage, useWords } from '../../words/words.ts';
import { asItStands, type RouteChoice } from './route-choices.ts';
import { SourcePanel } from '../sources/source-panel.tsx';
import { PagePicker } from '../pages/page-picker.tsx';
import { PageStrip } from '../pages/page-strip.tsx';
import { useFileDrop } from '../pages/use-file-drop.ts';

interface RouteStripProps {
  readonly file: CaseView;
  readonly material: CaseMaterial;
  readonly choices: readonly RouteChoice[];
  readonly stores: Stores;
  readonly lastDay: Day | null;
  readonly today: Day | null;
  readonly frozen: boolean;
  readonly onChoose: (choice: RouteChoice) => void;
  readonly onProvide: (provision: Provision) => void;
  readonly onPick: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Under the paper in hand: the ways it may come, and what is to be said about the chosen one. */
export function RouteStrip(props: RouteStripProps) {
  const { stores, file, material, choices, frozen, onChoose, onPick, onFiles } = props;
  const words = useWords();
  const { papers } = words.sheet.intake;
  const strip = useRef<HTMLDivElement>(null);
  useFileDrop(strip, (files) => {
    if (!frozen) onFiles(files);
  });
  return (
    <div className="route-strip" ref={strip}>
      <fieldset className="opts">
        <legend className="sr">{papers.choose(inLanguage(words, material.nameZh, material.nameEn))}</legend>
        {choices.map((choice) => (
          <ChoiceButton key={choice.name} choice={choice} onChoose={() => onChoose(choice)} />
        ))}
      </fieldset>
      <PagePicker paperId={material.id} onFiles={onFiles} />
      <EarlierLine material={material} frozen={frozen} />
      <SourcePanel stores={stores} file={file} material={material} />
      <Details {...props} />
      <PageStrip
        stores={stores}
        material={{ id: material.id, isCopy: material.reused !== null }}
        frozen={frozen}
        onPick={onPick}
      />
    </div>
  );
}

function ChoiceButton({ choice, onChoose }: { readonly choice: RouteChoice; readonly onChoose: () => void }) {
  const whyId = useId();
  const isClosed = choice.closed !== null;
  return (
    <button
      type="button"
      className={['opt', isClosed && 'no', choice.chosen && 'on'].filter(Boolean).join(' ')}
      aria-pressed={choice.chosen}
      aria-disabled={isClosed || undefined}
      aria-describedby={isClosed ? whyId : undefined}
      title={choice.closed ?? undefined}
      data-why={choice.closed ?? undefined}
      onClick={() => {
        if (!isClosed) onChoose();
      }}
    >
      <span className="t">
        <Key cap={String(choice.digit)} />
        <span>{choice.title}</span>
      </span>
      <small className="el">{choice.note}</small>
      {isClosed && (
        <span className="sr" id={whyId}>
          {choice.closed}
        </span>
      )}
    </button>
  );
}

/** What the same person gave before; in a decided case the mark of the copy that stood for the paper. */
function EarlierLine({ material, frozen }: Pick<RouteStripProps, 'material' | 'frozen'>) {
  const words = useWords();
  const { papers } = words.sheet.intake;
  const { earlier, reused } = material;
  if (frozen) return reused && <p className="note copy-mark">{reused.watermark}</p>;
  if (!earlier || reused) return null;
  const itemName = inLanguage(words, earlier.itemNameZh, earlier.itemNameEn);
  return (
    <p className="note copy-mark el">
      {papers.earlier(dayWords(earlier.verifiedOn, words), earlier.ageDays, itemName, earlier.receiptNumber)}
    </p>
  );
}

/** Sheets counted and compared for a paper; the day for one that comes later; the mark of a copy used again. */
function Details({ material, frozen, today, lastDay, onProvide }: RouteStripProps) {
  const words = useWords();
  const { papers } = words.sheet.intake;
  if (material.route === null || material.route === 'card' || frozen) return null;
  const change = (part: Partial<Provision>) => onProvide({ ...asItStands(material), ...part });
  return (
    <div className="details">
      {material.reused && <p className="note copy-mark">{material.reused.watermark}</p>}
      {material.route === 'paper' && material.originals > 0 && (
        <CountStepper
          label={papers.original}
          count={material.originalsTaken}
          atMost={99}
          fewer={papers.fewer(papers.original)}
          more={papers.more(papers.original)}
          onChange={(originalsTaken) => change({ originalsTaken })}
        />
      )}
      {material.route === 'paper' && (
        <CountStepper
          label={papers.copy}
          count={material.copiesTaken}
          atMost={99}
          fewer={papers.fewer(papers.copy)}
          more={papers.more(papers.copy)}
          onChange={(copiesTaken) => change({ copiesTaken })}
        />
      )}
      {(material.route === 'paper' || material.route === 'scan') && (
        <label className="tick">
          <input
            type="checkbox"
            checked={material.checkedAgainstOriginal}
            onChange={(event) => change({ checkedAgainstOriginal: event.target.checked })}
          />
          {papers.check}
        </label>
      )}
      {material.route === 'later' && (
        <label className="due">
          <span className="note">{papers.dueDay}</span>
          <input
            className="input"
            type="date"
            value={material.dueOn ?? ''}
            min={today ?? undefined}
            max={lastDay ?? undefined}
            onChange={(event) => {
              const day = Day.safeParse(event.target.value);
              if (day.success) change({ dueOn: day.data });
            }}
          />
        </label>
      )}
      <button
        type="button"
        className="btn quiet"
        onClick={() => onProvide({ materialId: material.id, route: null })}
      >
        <Key cap="9" />
        {papers.takeBack}
      </button>
    </div>
  );
}
