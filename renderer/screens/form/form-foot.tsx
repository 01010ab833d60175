import { useStore } from 'zustand';
import { ActButton } from '../../components/act-button.tsx';
import { Key } from '../../components/key.tsx';
import type { Stores } from '../../stores/stores.ts';
import { SecondEntry } from './second-entry.tsx';
import { useWords } from '../../words/words.ts';

/** How far the form is, undo, and the way on to the papers. */
export function FormFoot({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const { form } = words;
  const standing = useStore(stores.form, (s) => s.standing);
  const frozen = useStore(stores.form, (s) => s.frozen);
  const busy = useStore(stores.form, (s) => s.busy);
  const scope = useStore(stores.form, (s) => s.scope);
  // What is being typed can be taken back too: it is saved before.
  const mayUndo = useStore(
    stores.form,
    (s) => s.mayUndo || Object.values(s.slots).some(({ draft }) => draft !== null && draft.state !== 'saved'),
  );
  const { undo, turnTo, settle, showCitizen } = stores.form.getState();
  const file = useStore(stores.caseFile, (s) => s.file);
  const goTo = useStore(stores.caseFile, (s) => s.goTo);
  const openCases = useStore(
    stores.visit,
    ({ visit }) => visit?.cases.filter(({ state }) => state === 'draft').length ?? 0,
  );
  return (
    <footer className="form-foot">
      <output aria-live="polite">
        {frozen ? form.frozen : form.standing(standing.asked, standing.open)}
        {standing.wrong > 0 && <b className="wrong">{form.wrong(standing.wrong)}</b>}
        <span className="note">{form.keys}</span>
      </output>
      {openCases > 1 && !frozen && (
        <ActButton
          act="form-scope"
          look="quiet"
          onAct={() => void turnTo(scope === 'case' ? 'visit' : 'case')}
        >
          {scope === 'case' ? form.scopeVisit(openCases) : form.scopeCase}
        </ActButton>
      )}
      {!frozen && standing.asked > 0 && (
        <ActButton
          act="form-show"
          look="quiet"
          busy={busy}
          standing={standing.open + standing.wrong + standing.differing > 0 ? 'form-incomplete' : 'open'}
          onAct={() => void showCitizen()}
        >
          {form.paper.show}
        </ActButton>
      )}
      <ActButton
        act="form-undo"
        look="quiet"
        busy={busy}
        standing={frozen ? 'already-decided' : mayUndo ? 'open' : 'nothing-to-undo'}
        onAct={() => void undo()}
      >
        {form.undo}
      </ActButton>
      {file && file.receiptNumber !== null && <SecondEntry stores={stores} file={file} />}
      <button
        type="button"
        className="btn primary"
        data-next
        onClick={() => {
          void settle();
          goTo('materials');
        }}
      >
        {form.next}
        <Key cap="Enter" />
      </button>
    </footer>
  );
}
