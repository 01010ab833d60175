import type { CaseId, VisitId } from '#contract/shapes/case.ts';
import type { QueryTrouble } from '#contract/shapes/material.ts';
import type { NetworkProof, NetworkRefusal } from '#contract/shapes/network-identity.ts';
import type { PartyRole } from '#contract/shapes/party.ts';
import { normalisedNumber } from '#rules/identity/citizen-number.ts';
import { queryTrouble } from '#rules/intake/query-trouble.ts';
import type { OutsideBench } from '../answering.ts';
import { newId } from '../new-id.ts';
import type { NamedHolder, NetworkAnswer } from '../platform/province.ts';
import { isCodeUsed, keepNetworkCheck } from '../store/network-checks.ts';

/** The same wait as for a source: a person stands at the window with a telephone in hand. */
const WAIT_MS = 8_000;
/** What every question about a network certificate is put for. */
export const NETWORK_PURPOSE = '核验办事人身份';

/** Who was proved, and by what. */
export interface ProvedHolder {
  readonly holder: NamedHolder;
  readonly proof: NetworkProof;
}

export type NetworkOutcome =
  | ({ readonly ok: true } & ProvedHolder)
  | { readonly ok: false; readonly refusal: NetworkRefusal };

interface Wish {
  readonly scanId: string;
  /** Whom the window takes this person for. */
  readonly holder: NamedHolder | null;
  /** The party it is for; null: a look at somebody's page. */
  readonly party: { readonly visitId: VisitId; readonly role: PartyRole } | null;
  /** The case whose result somebody collects; null: the visit says the case, or there is none. */
  readonly caseId: CaseId | null;
}

/**
 * Asks the platform whose network certificate was shown and keeps the question with its answer. Never throws for what
 * a line can do. A yes without a name and a number is one only for whoever was named; a yes that names somebody else
 * than was named is a no.
 *
 * @source domain.md 3.2; devices.md 2.4
 */
export async function checkNetwork(bench: OutsideBench, wish: Wish): Promise<NetworkOutcome> {
  const { asker, nowMs, parts, db } = bench;
  const shown = parts.networkCodes.take(wish.scanId);
  if (!shown) return { ok: false, refusal: 'scan-gone' };
  if (isCodeUsed(db, shown.hash)) return { ok: false, refusal: 'code-used' };
  const id = newId();
  const clerk = asker.staff?.number ?? 'nobody';
  const heard = await parts.sources.networkIdentity(
    { id, code: shown.code, purpose: NETWORK_PURPOSE, holder: wish.holder, clerk, askedAtMs: nowMs },
    WAIT_MS,
  );
  const weighed = weigh(heard, wish.holder, { id, nowMs });
  const said = saidOf(heard, weighed);
  bench.record((writer) =>
    keepNetworkCheck(writer, {
      id,
      visitId: wish.party?.visitId ?? null,
      role: wish.party?.role ?? null,
      caseId: wish.caseId,
      codeHash: shown.hash,
      askedAtMs: nowMs,
      askedBy: clerk,
      ...said,
      mode: weighed.ok ? weighed.proof.mode : null,
      level: weighed.ok ? weighed.proof.level : null,
      answeredBy: heard.answer === 'answered' ? heard.by : null,
      personKey: weighed.ok ? parts.personKey(normalisedNumber(weighed.holder.certificateNumber)) : null,
    }),
  );
  return weighed;
}

function weigh(
  heard: NetworkAnswer,
  named: NamedHolder | null,
  { id, nowMs }: { readonly id: string; readonly nowMs: number },
): NetworkOutcome {
  if (heard.answer !== 'answered') return { ok: false, refusal: silenceWord[queryTrouble(heard)] };
  if (heard.result === 'other-person') return { ok: false, refusal: 'another-person' };
  if (heard.result !== 'same-person') return { ok: false, refusal: heard.result };
  const holder = heard.holder ?? named;
  if (!holder) return { ok: false, refusal: 'holder-needed' };
  if (named && !isSameHolder(named, holder)) return { ok: false, refusal: 'another-person' };
  const { mode, level, by } = heard;
  return { ok: true, holder, proof: { checkId: id, mode, level, by, checkedAtMs: nowMs } };
}

/** One number, and one name: a code for the right number under another name is not what the clerk sees. */
export function isSameHolder(one: NamedHolder, other: NamedHolder): boolean {
  return (
    normalisedNumber(one.certificateNumber) === normalisedNumber(other.certificateNumber) &&
    one.name.normalize('NFKC').trim() === other.name.normalize('NFKC').trim()
  );
}

/** What is written down: a yes that we did not believe is a no. */
function saidOf(heard: NetworkAnswer, weighed: NetworkOutcome) {
  if (heard.answer !== 'answered') return { answer: 'away', trouble: queryTrouble(heard) } as const;
  if (weighed.ok) return { answer: 'same-person', trouble: null } as const;
  const { result } = heard;
  if (result !== 'same-person') return { answer: result, trouble: null } as const;
  const answer = weighed.refusal === 'holder-needed' ? 'holder-needed' : 'other-person';
  return { answer, trouble: null } as const;
}

const silenceWord: Readonly<Record<QueryTrouble, NetworkRefusal>> = {
  away: 'network-away',
  slow: 'network-slow',
  fault: 'network-fault',
  unreadable: 'network-fault',
  'not-allowed': 'network-fault',
  'not-connected': 'network-not-connected',
};
