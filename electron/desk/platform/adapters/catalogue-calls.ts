import type { z } from 'zod';
import type { CatalogueAnswer, CatalogueLine, LineTrouble, Province } from '../province.ts';
import { taskStates } from './code-maps.ts';
import { refusalAnswer } from './read-reply.ts';
import { Catalogue, PackagePiece } from './replies.ts';
import { authorised, type InSession } from './source-queries.ts';

const UNREADABLE: LineTrouble = { answer: 'unknown', why: 'reply-unreadable', afterMs: null };

type Page = { readonly etag: string; readonly list: z.output<typeof Catalogue> };

/** The calls about the catalogue, each in a session. */
export function catalogueCalls(
  inSession: InSession,
  from: { readonly site: string; readonly window: number },
): Pick<Province, 'pullCatalogue' | 'pullPackagePiece' | 'tellPackageOutcome'> {
  async function pageOf(etag: string | null, page: number): Promise<Page | 'unchanged' | LineTrouble> {
    const header = etag === null ? {} : { 'If-None-Match': etag };
    const query = page === 1 ? {} : { page };
    const reply = await inSession((client, bearer) =>
      client.GET('/v1/catalogue', { params: { header, query }, headers: authorised(bearer) }),
    );
    if ('answer' in reply) return reply;
    if (reply.status === 304 && etag !== null) return 'unchanged';
    if (reply.status !== 200) return refusalAnswer(reply);
    const list = Catalogue.safeParse(reply.json);
    return list.success && reply.etag !== null ? { etag: reply.etag, list: list.data } : UNREADABLE;
  }

  return {
    pullCatalogue: async (etag): Promise<CatalogueAnswer> => {
      const first = await pageOf(etag, 1);
      if (first === 'unchanged') return { answer: 'unchanged' };
      if ('answer' in first) return first;
      const lists = [first.list];
      for (let no = 2; no <= first.list.pages; no += 1) {
        const next = await pageOf(null, no);
        if (next === 'unchanged') return UNREADABLE;
        if ('answer' in next) return next;
        // The catalogue changed between two pages: what was read so far says nothing.
        if (next.etag !== first.etag) return UNREADABLE;
        lists.push(next.list);
      }
      const offer = first.list.package;
      return {
        answer: 'newer',
        etag: first.etag,
        version: first.list.catalogue_version,
        package: offer
          ? { hash: offer.package_hash, bytes: offer.package_bytes, pieces: offer.piece_count }
          : null,
        ...linesOf(lists.flatMap(({ items }) => items)),
      };
    },

    pullPackagePiece: async (hash, no) => {
      const path = { package_hash: hash, piece_no: no };
      const reply = await inSession((client, bearer) =>
        client.GET('/v1/catalogue/packages/{package_hash}/pieces/{piece_no}', {
          params: { path },
          headers: authorised(bearer),
        }),
      );
      if ('answer' in reply) return reply;
      if (reply.status !== 200) return refusalAnswer(reply);
      const piece = PackagePiece.safeParse(reply.json).data;
      return piece && piece.package_hash === hash && piece.piece_no === no
        ? { answer: 'piece', content: Buffer.from(piece.content, 'base64') }
        : UNREADABLE;
    },

    tellPackageOutcome: async ({ hash, version, faults }) => {
      const body = {
        ...from,
        catalogue_version: version,
        outcome: faults.length === 0 ? ('1' as const) : ('2' as const),
        faults: faults.slice(0, FAULTS_TOLD).map(({ path, say, sayZh }) => ({
          path: path.slice(0, PATH_SIGNS),
          say: say.slice(0, SAY_SIGNS),
          say_zh: sayZh.slice(0, SAY_SIGNS),
        })),
      };
      const reply = await inSession((client, bearer) =>
        client.PUT('/v1/catalogue/packages/{package_hash}/outcome', {
          params: { path: { package_hash: hash } },
          headers: authorised(bearer),
          body,
        }),
      );
      if ('answer' in reply) return reply;
      return reply.status === 204 ? { answer: 'told' } : refusalAnswer(reply);
    },
  };
}

const FAULTS_TOLD = 200;
const PATH_SIGNS = 500;
const SAY_SIGNS = 2000;

/** The items whose state says something to us, and the states that do not. */
function linesOf(items: Page['list']['items']): {
  readonly items: readonly CatalogueLine[];
  readonly unknownStates: readonly string[];
} {
  const lines: CatalogueLine[] = [];
  const unknown = new Set<string>();
  for (const item of items) {
    const state = taskStates.decode(item.task_state);
    if (!state.known) unknown.add(state.code);
    else
      lines.push({
        itemCode: item.task_code,
        basicCode: item.catalog_code,
        version: item.task_version,
        nameZh: item.task_name,
        inForce: state.value === 'in-force',
      });
  }
  return { items: lines, unknownStates: [...unknown] };
}
