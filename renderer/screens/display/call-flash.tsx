import { useEffect, useRef, useState } from 'react';
import type { CallLine } from '#contract/shapes/ticket.ts';
import { Icon } from '../../components/icon.tsx';
import { useWords } from '../../words/words.ts';

const SHOWN_FOR_MS = 5000;

/** A new call over the whole display; its edge changes once a second, three times, then it goes. */
export function CallFlash({ current }: { readonly current: CallLine | null }) {
  const { display: words } = useWords().frame;
  const call = current ? `${current.number} ${current.window} ${current.calledAtMs}` : null;
  const [shown, setShown] = useState<string | null>(null);
  const last = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    // What was called before this display was switched on is not news.
    const isNews = last.current !== undefined && last.current !== call;
    last.current = call;
    if (!isNews || call === null) return undefined;
    setShown(call);
    const timer = setTimeout(() => setShown(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [call]);
  if (!current || shown !== call) return null;
  return (
    <section className="flash" role="alert" key={call}>
      <div className="a">
        <Icon name="volume" />
        {words.come}
      </div>
      <div className="b">
        <div className="no n" data-signs={Math.min(7, Math.max(4, current.number.length))}>
          {current.number}
        </div>
        <Icon name="arrow" />
        <div className="winx">
          <b className="n" data-long={current.window > 99 || undefined}>
            {current.window}
          </b>
          <span>{words.windowBefore || words.windowAfter}</span>
        </div>
      </div>
      <div className="c">
        <span>{words.bring}</span>
      </div>
    </section>
  );
}
