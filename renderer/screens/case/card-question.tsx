import type { CardNews } from '#contract/events.ts';
import type { VisitView } from '#contract/shapes/case.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Key } from '../../components/key.tsx';
import { useWords } from '../../words/words.ts';
import { roleName } from './role-words.ts';

interface CardQuestionProps {
  readonly question: CardNews;
  readonly visit: VisitView;
  readonly onUse: (role: PartyRole) => void;
  readonly onLeave: () => void;
}

/** Another person's card lies on the reader: whose place does it take? Esc leaves everything as it is. */
export function CardQuestion({ question, visit, onUse, onLeave }: CardQuestionProps) {
  const words = useWords();
  const { identity } = words.sheet;
  const card = question.name ?? question.number ?? '';
  const { applicant } = visit;
  const filled = applicant !== null && applicant.filled.length > 0;
  const title = filled ? identity.otherPerson(card, applicant.name) : identity.otherPersonNew(card);
  const roles = filled
    ? [...rolesBeside(visit), 'applicant' as const]
    : ['applicant' as const, ...rolesBeside(visit)];
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
            {role === 'applicant'
              ? identity.otherAsApplicant
              : identity.otherAs(roleName(words, visit, role))}
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

/** Who stands beside an applicant: whoever is still needed, else more often their helper than their replacement. */
function rolesBeside(visit: VisitView): PartyRole[] {
  const empty = visit.roles.filter(({ role }) => role !== 'applicant' && visit[role] === null);
  const needed = empty.filter(({ need }) => need === 'required').map(({ role }) => role);
  const comesAlone = visit.roles.some(({ role, need }) => role === 'handler' && need === 'closed');
  return comesAlone ? needed : [...needed, 'handler'];
}
