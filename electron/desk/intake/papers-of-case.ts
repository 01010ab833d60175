import type { CaseMaterial } from '#contract/shapes/case.ts';
import type { Reader } from '#native/sqlite/database.ts';
import { cardProves } from '#rules/intake/card-proves.ts';
import { type AskedMaterial, materialsAsked } from '#rules/intake/materials-asked.ts';
import { holderOf, type ObjectedParty } from '../identity/objected-party.ts';
import type { CaseRecord } from '../store/cases.ts';
import { storedFileOf } from '../store/files.ts';
import { materialsOf, type ProvidedMaterial } from '../store/materials.ts';

interface People {
  readonly applicant: ObjectedParty | null;
  readonly handler: ObjectedParty | null;
}

/**
 * The papers of a case: which are asked and why, and how each came. A paper that is an identity card the chip
 * proved has come by `card` without anybody keying it; what a clerk recorded stands before that.
 */
export function papersOf(
  db: Reader,
  { id, item, answers }: Pick<CaseRecord, 'id' | 'item' | 'answers'>,
  people: People,
): { readonly asked: readonly AskedMaterial[]; readonly materials: readonly CaseMaterial[] } {
  const asked = materialsAsked(item, answers, people.handler !== null);
  const recorded = materialsOf(db, id);
  const materials = asked.map((paper): CaseMaterial => {
    const came = recorded.get(paper.material.id);
    return { ...asAsked(paper), ...(came ? asRecorded(db, id, came) : asProvedByCard(paper, people)) };
  });
  return { asked, materials };
}

type Came = Pick<
  CaseMaterial,
  'route' | 'originalsTaken' | 'copiesTaken' | 'checkedAgainstOriginal' | 'file' | 'dueOn' | 'providedAtMs'
>;

const notYet: Came = {
  route: null,
  originalsTaken: 0,
  copiesTaken: 0,
  checkedAgainstOriginal: false,
  file: null,
  dueOn: null,
  providedAtMs: null,
};

function asAsked({
  material,
  asked,
  reason,
  situationId,
  mandatory,
}: AskedMaterial): Omit<CaseMaterial, keyof Came> {
  const { id, nameZh, nameEn, tolerable, originals, copies, custody, note } = material;
  return {
    id,
    nameZh,
    nameEn,
    asked,
    reason,
    situationId,
    mandatory,
    tolerable,
    originals,
    copies,
    custody,
    note,
  };
}

function asRecorded(db: Reader, caseId: CaseRecord['id'], came: ProvidedMaterial): Came {
  return {
    route: came.route,
    originalsTaken: came.originalsTaken,
    copiesTaken: came.copiesTaken,
    checkedAgainstOriginal: came.checkedAgainstOriginal,
    file: came.fileHash === null ? null : storedFileOf(db, caseId, came.fileHash),
    dueOn: came.dueOn,
    providedAtMs: came.providedAtMs,
  };
}

function asProvedByCard({ material, asked }: AskedMaterial, { applicant, handler }: People): Came {
  const proved =
    asked &&
    cardProves(material, {
      applicant: applicant && holderOf(applicant),
      handler: handler && holderOf(handler),
    });
  if (!proved) return notYet;
  const readAtMs = [applicant, handler].flatMap((party) => party?.confirmedAtMs ?? []);
  return { ...notYet, route: 'card', checkedAgainstOriginal: true, providedAtMs: Math.max(...readAtMs) };
}
