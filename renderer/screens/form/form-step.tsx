import './form.css';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Bones } from '../../components/bones.tsx';
import { SetbackLine } from '../../components/setback-line.tsx';
import type { Stores } from '../../stores/stores.ts';
import { setbackWords } from '../../words/saying.ts';
import { useWords } from '../../words/words.ts';
import { CardLine } from './card-line.tsx';
import { DifferenceList } from './difference-list.tsx';
import { EarlierLine } from './earlier-line.tsx';
import { FormFoot } from './form-foot.tsx';
import { FormSectionView } from './form-section.tsx';
import { PaperLine } from './paper-line.tsx';
import { SourceLine } from './source-line.tsx';
import { StaleLine } from './stale-line.tsx';

/** 表单: the fields of the case, or of every open case of the visit, each with its source. */
export function FormStep({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const file = useStore(stores.caseFile, (s) => s.file);
  const phase = useStore(stores.form, (s) => s.phase);
  const setback = useStore(stores.form, (s) => s.setback);
  const look = useStore(stores.form, (s) => s.look);
  if (!file) return <p className="empty">{words.sheet.intake.rail.afterItem}</p>;
  return (
    <div className="form-step">
      {setback && <SetbackLine>{setbackWords(words, setback)}</SetbackLine>}
      {phase === 'reading' && <Bones rows={5} />}
      {phase === 'away' && (
        <p className="empty">
          <button type="button" className="btn" onClick={() => void look()}>
            {words.form.away}
          </button>
        </p>
      )}
      {phase === 'here' && <FormBody stores={stores} />}
    </div>
  );
}

function FormBody({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const sections = useStore(stores.form, (s) => s.sections);
  const body = useRef<HTMLDivElement>(null);
  useFirstField(body);
  useEnterSteps(body);

  return (
    <div className="form-body" ref={body}>
      {/* It stays where it is: what a source answered is read from any field of a long form. */}
      <div className="form-lines">
        <SourceLine stores={stores} />
        <CardLine stores={stores} />
      </div>
      <div className="form-scroll">
        <DifferenceList stores={stores} />
        <PaperLine stores={stores} />
        <StaleLine stores={stores} />
        <EarlierLine stores={stores} />
        {sections.length === 0 && <p className="empty">{words.form.none}</p>}
        {sections.map((section) => (
          <FormSectionView key={section.id} stores={stores} section={section} />
        ))}
      </div>
      <FormFoot stores={stores} />
    </div>
  );
}

/** Enter goes to the next field that can be typed in, and from the last one to the papers; Shift Enter goes back. */
function useEnterSteps(body: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const within = body.current;
    const press = (event: KeyboardEvent) => {
      const from = event.target;
      const isOurs = event.key === 'Enter' && !event.isComposing && !event.ctrlKey && !event.altKey;
      if (!isOurs || !(from instanceof HTMLElement) || from.dataset['field'] === undefined) return;
      event.preventDefault();
      stepFrom(within, from, event.shiftKey ? -1 : 1);
    };
    within?.addEventListener('keydown', press);
    return () => within?.removeEventListener('keydown', press);
  }, [body]);
}

function stepFrom(body: HTMLElement | null, from: HTMLElement, by: 1 | -1): void {
  const fields = [...(body?.querySelectorAll<HTMLElement>('[data-field]:not([readonly])') ?? [])];
  const next = fields[fields.indexOf(from) + by];
  if (next) next.focus();
  else if (by === 1) body?.querySelector<HTMLElement>('[data-next]')?.focus();
}

/** The form comes after the step: its keys begin at the first field that is still empty. */
function useFirstField(body: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const now = document.activeElement;
    const isElsewhere =
      now instanceof HTMLElement && now !== document.body && !now.matches('.case-sheet, .rail button');
    if (isElsewhere || document.querySelector('dialog[open]')) return;
    const first =
      body.current?.querySelector<HTMLElement>('[data-field][data-open]') ??
      body.current?.querySelector<HTMLElement>('[data-next]');
    first?.focus({ preventScroll: false });
  }, [body]);
}
