import type { JsonObject } from './json.ts';
import { type Answer, type Platform, problem, type Request } from './platform.ts';

/** A page of the items in force, or that nothing changed. */
export function pullCatalogue({ catalogue }: Platform, request: Request): Answer {
  const offer = catalogue();
  const { etag } = offer;
  if (request.header('if-none-match') === etag) return { status: 304, json: undefined };
  const json = offer.page(Number(request.query.get('page') ?? 1));
  return json ? { status: 200, json, headers: { etag } } : problem(404, 'no-such-page', '没有这一页');
}

export function pullPiece({ catalogue }: Platform, values: Record<string, string>): Answer {
  const json = catalogue().piece(values['package_hash'] ?? '', Number(values['piece_no']));
  return json ? { status: 200, json } : problem(404, 'no-such-piece', '没有这一段');
}

/** Keeps what a window told about a package. */
export function keepOutcome({ ledger }: Platform, values: Record<string, string>, body: JsonObject): Answer {
  ledger.packageOutcomes.push({ package_hash: values['package_hash'] ?? '', ...body });
  return { status: 204, json: undefined };
}
