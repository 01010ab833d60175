import type { CardNews } from '#contract/events.ts';
import type { MaskedParty, PartyRole } from '#contract/shapes/party.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Key } from '../../components/key.tsx';
import { useWords } from '../../words/words.ts';

interface CardQuestionProps {
  readonly question: CardNews;
  readonly applicant: MaskedParty | null;
  readonly onUse: (role: PartyRole) => void;
  readonly onLeave: () => void;
}

/** Another person's card lies on the reader: whose place does it take? Esc leaves everything as it is. */
export function CardQuestion({ question, applicant, onUse, onLeave }: CardQuestionProps) {
  const words = useWords();
  const { identity } = words.sheet;
  const card = question.name ?? question.number ?? '';
  const filled = applicant !== null && applicant.filled.length > 0;
  const title = filled ? identity.otherPerson(card, applicant.name) : identity.otherPersonNew(card);
  // Who stands beside an applicant is more often their helper than their replacement.
  const roles: readonly PartyRole[] = filled ? ['handler', 'applicant'] : ['applicant', 'handler'];
  const label = { applicant: identity.otherAsApplicant, handler: identity.otherAsHandler };
  return (
    <Dialog title={title} {...(question.number ? { note: question.number } : {})} onClose={onLeave}>
      <div className="card-question">
        {roles.map((role, index) => (
          <button
            key={role}
            type="button"
            className={index === 0 ? 'btn big primary' : 'btn big'}
            data-first={index === 0 || undefined}
            onClick={() => onUse(role)}
          >
            {index === 0 && <Key cap="Enter" />}
            {label[role]}
          </button>
        ))}
        <button type="button" className="btn big quiet" onClick={onLeave}>
          <Key act="back" />
          {identity.otherLeave}
        </button>
      </div>
    </Dialog>
  );
}
