import './sources.css';
import type { IdentityWait } from '#contract/shapes/supervision.ts';
import { Icon } from '../../components/icon.tsx';
import { useWords } from '../../words/words.ts';

/** Waiting is told calmly; that nobody is asked at all is for a person to know. */
const LOOKS = {
  'to-ask': { icon: 'wait', tag: 'i' },
  unanswered: { icon: 'wait', tag: 'i' },
  'not-connected': { icon: 'warn', tag: 'a' },
} as const satisfies Record<IdentityWait, object>;

/** 断网时读的证: what the identity of a case waits for, in a sentence of its page. */
export function IdentityWaitLine({ wait }: { readonly wait: IdentityWait | null }) {
  const { waits } = useWords().supervision;
  if (wait === null) return null;
  return (
    <p className="identity-wait" data-wait={wait}>
      <Icon name={LOOKS[wait].icon} size="s" />
      <span>{waits.say[wait]}</span>
    </p>
  );
}

/** The same in a word, for a line of a list. */
export function IdentityWaitTag({ wait }: { readonly wait: IdentityWait | null }) {
  const { waits } = useWords().supervision;
  if (wait === null) return null;
  return (
    <span className={`tag ${LOOKS[wait].tag}`} title={waits.say[wait]}>
      <Icon name={LOOKS[wait].icon} size="s" />
      <span className="el">{waits.mark[wait]}</span>
    </span>
  );
}
