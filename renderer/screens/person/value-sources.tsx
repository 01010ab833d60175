import type { MaskedParty, PartyField } from '#contract/shapes/party.ts';
import { clockWords, type Clockwork } from '../../words/dates.ts';
import { objectionWords } from '../case/objection-list.tsx';

const ON_CHIP = new Set<PartyField>(['name', 'certificateKind', 'certificateNumber', 'address', 'kind']);
const SHOWN = ['name', 'certificateNumber', 'phone', 'address', 'legalRepresentative'] as const;

/** Each value with where it is from, and what a rule objects to in it. */
export function ValueSources({ party, clock }: { readonly party: MaskedParty; readonly clock: Clockwork }) {
  const { words } = clock;
  const { identity } = words.sheet;
  const objected = party.objections.filter((one) => one.overriddenBecause === null).length;
  const shown = SHOWN.filter((field) => field !== 'legalRepresentative' || party.kind !== 'person');
  return (
    <div className="sheet sources">
      <div className="h">
        {identity.sources.title}
        <span className="note">{identity.sources.count(party.filled.length, objected)}</span>
      </div>
      <table>
        <tbody>
          {shown.map((field) => {
            const filled = party.filled.includes(field);
            const chip = filled && isFromChip(party, field);
            const objection = party.objections.find((one) => one.field === field);
            return (
              <tr
                key={field}
                className={objection && objection.overriddenBecause === null ? 'diff' : undefined}
              >
                <th scope="row">{identity.fields[field]}</th>
                <td>
                  <span className="el n">{filled ? (party[field] ?? '') : identity.sources.none}</span>
                  {objection && <span className="note">{objectionWords(words, objection)}</span>}
                </td>
                <td>
                  {filled && (
                    <span
                      className={chip ? 'tag p' : 'tag'}
                      title={chip ? identity.sources.chipFull : identity.sources.handFull}
                    >
                      {chip ? identity.sources.chip : identity.sources.hand}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {party.source === 'card-chip' && <p className="note">{readWords(clock, party)}</p>}
    </div>
  );
}

function isFromChip(party: MaskedParty, field: PartyField): boolean {
  return party.source === 'card-chip' && ON_CHIP.has(field) && !party.unreadable.includes(field);
}

function readWords(clock: Clockwork, party: MaskedParty): string {
  const { sources } = clock.words.sheet.identity;
  if (party.confirmedAtMs !== null) return sources.verified(clockWords(party.confirmedAtMs, clock));
  return party.readAtMs === null ? '' : sources.read(clockWords(party.readAtMs, clock));
}
