import type { MaskedParty, PartyField } from '#contract/shapes/party.ts';
import { clockWords, type Clockwork } from '../../words/dates.ts';
import { networkWords } from '../../words/network-said.ts';
import { objectionWords } from '../case/objection-list.tsx';

const ON_CHIP = new Set<PartyField>(['name', 'certificateKind', 'certificateNumber', 'address', 'kind']);
const BY_NETWORK = new Set<PartyField>(['name', 'certificateKind', 'certificateNumber', 'kind']);
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
            const from = sourceOf(party, field);
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
                      className={from === 'hand' ? 'tag' : 'tag p'}
                      title={identity.sources[`${from}Full`]}
                    >
                      {identity.sources[from]}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {party.source !== 'by-hand' && <p className="note">{readWords(clock, party)}</p>}
      {party.network && <p className="note">{networkWords(words, party.network)}</p>}
    </div>
  );
}

function sourceOf({ source, unreadable }: MaskedParty, field: PartyField): 'chip' | 'network' | 'hand' {
  if (source === 'card-chip' && ON_CHIP.has(field) && !unreadable.includes(field)) return 'chip';
  return source === 'network-identity' && BY_NETWORK.has(field) ? 'network' : 'hand';
}

function readWords(clock: Clockwork, party: MaskedParty): string {
  const { sources } = clock.words.sheet.identity;
  const { network } = party;
  if (network) return clock.words.network.by(clockWords(network.checkedAtMs, clock), network.by);
  if (party.confirmedAtMs !== null) return sources.verified(clockWords(party.confirmedAtMs, clock));
  return party.readAtMs === null ? '' : sources.read(clockWords(party.readAtMs, clock));
}
