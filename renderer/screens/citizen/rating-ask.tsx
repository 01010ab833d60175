import { useState } from 'react';
import { useStore } from 'zustand';
import type { Output } from '#contract/calls.ts';
import { EvaluationLevel, EvaluationReason } from '#contract/shapes/evaluation.ts';
import { wantsReason } from '#rules/intake/evaluation.ts';
import type { CitizenStore } from '../../stores/citizen-store.ts';
import { setbackWords } from '../../words/saying.ts';
import { inLanguage, useWords } from '../../words/words.ts';

interface RatingAskProps {
  readonly citizen: CitizenStore;
  readonly asked: NonNullable<Output<'citizen.view'>['rating']>;
}

/** 好差评: five equal answers of one colour, none chosen before; not to answer is as easy. */
export function RatingAsk({ citizen, asked }: RatingAskProps) {
  const words = useWords();
  const { rating: said } = words.citizen;
  const { busy, setback, rate, skipRating, weigh } = useStore(citizen);
  const [level, setLevel] = useState<EvaluationLevel | null>(null);
  const [reasons, setReasons] = useState<readonly EvaluationReason[]>([]);
  const choose = (chosen: EvaluationLevel) => {
    if (!wantsReason(chosen)) {
      void rate(chosen, []);
      return;
    }
    // It no longer leaves by itself while somebody thinks about why.
    weigh(asked);
    setLevel(chosen);
  };
  const turn = (reason: EvaluationReason) =>
    setReasons((before) =>
      before.includes(reason) ? before.filter((one) => one !== reason) : [...before, reason],
    );
  return (
    <main className="cit-one sheet" aria-live="polite">
      <h1>{level ? said.why : said.title}</h1>
      <p>{asked.items.map(({ nameZh, nameEn }) => inLanguage(words, nameZh, nameEn)).join(said.between)}</p>
      {level ? (
        <div className="cit-reasons">
          {EvaluationReason.options.map((reason) => (
            <button
              key={reason}
              type="button"
              className="btn"
              aria-pressed={reasons.includes(reason)}
              onClick={() => turn(reason)}
            >
              {said.reasons[reason]}
            </button>
          ))}
        </div>
      ) : (
        <div className="cit-levels">
          {EvaluationLevel.options.map((one) => (
            <button key={one} type="button" className="btn" disabled={busy} onClick={() => choose(one)}>
              {said.levels[one]}
            </button>
          ))}
        </div>
      )}
      <p>{said.note}</p>
      {setback && <p role="alert">{setbackWords(words, setback)}</p>}
      <div className="cit-acts">
        <button type="button" className="btn" disabled={busy} onClick={() => void skipRating()}>
          {said.skip}
        </button>
        {level && (
          <button
            type="button"
            className="btn primary"
            disabled={busy || reasons.length === 0}
            onClick={() => void rate(level, reasons)}
          >
            {said.send}
          </button>
        )}
      </div>
    </main>
  );
}
