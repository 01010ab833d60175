import { useStore } from 'zustand';
import type { FormPaper } from '#contract/shapes/form-view.ts';
import { Icon, type IconName, type Tone } from '../../components/icon.tsx';
import type { Stores } from '../../stores/stores.ts';
import { useWords, type Words } from '../../words/words.ts';

/** How the application form stands with the citizen: to be shown, on their screen, signed, or signed and changed since. */
export function PaperLine({ stores }: { readonly stores: Stores }) {
  const words = useWords();
  const paper = useStore(stores.form, (s) => s.paper);
  const signatureWanted = useStore(stores.form, (s) => s.signatureWanted);
  const frozen = useStore(stores.form, (s) => s.frozen);
  if (!paper && (!signatureWanted || frozen)) return null;
  const { icon, tone, said } = paper ? standing(words, paper) : ASKED(words);
  return (
    <output className="form-line">
      <Icon name={icon} size="s" tone={tone} />
      <span>{said}</span>
      {paper && <span className="note">{paper.documentNumber}</span>}
    </output>
  );
}

interface Said {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly said: string;
}

const ASKED = ({ form }: Words): Said => ({ icon: 'todo', tone: 'amber', said: form.paper.wanted });

function standing({ form, papers }: Words, { signing, changed, objected }: FormPaper): Said {
  const { paper } = form;
  if (objected.length > 0) return { icon: 'warn', tone: 'amber', said: paper.objected(objected.length) };
  if (changed) return { icon: 'warn', tone: 'amber', said: paper.changed };
  if (signing.state === 'settled') {
    const isDone = signing.outcome !== 'refused';
    return {
      icon: isDone ? 'ok' : 'warn',
      tone: isDone ? 'pine' : 'amber',
      said: paper.settled(papers.outcome[signing.outcome]),
    };
  }
  if (signing.state === 'on-screen') return { icon: 'wait', tone: 'indigo', said: paper.onScreen };
  return {
    icon: 'todo',
    tone: 'amber',
    said: signing.state === 'objected' ? paper.objectedAtAll : paper.waits,
  };
}
