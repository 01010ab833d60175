import type { CaseView } from '#contract/shapes/case.ts';
import type { NoticeSummary } from '#contract/shapes/notice.ts';
import type { ProofPoint } from '../../components/proof-line.tsx';
import type { DeskStatus } from '../../stores/status-store.ts';
import { clockSecondsWords, type Clockwork } from '../../words/dates.ts';

/** The way of this case: paper for the citizen, this disk, the province. Green has a time, dashed is owed. */
export function proofPoints(clock: Clockwork, file: CaseView, status: DeskStatus | null): ProofPoint[] {
  return [
    inHand(clock, file.notices[0] ?? null),
    onDisk(clock, file, status),
    atProvince(clock, file, status),
  ];
}

function inHand(clock: Clockwork, notice: NoticeSummary | null): ProofPoint {
  const said = clock.words.sheet.result;
  if (notice?.pdf.state === 'pressed') {
    const at = clockSecondsWords(notice.pdf.pressedAtMs, clock);
    return { key: 'hand', state: 'done', title: said.inHand, note: said.inHandAt(at, notice.reprints) };
  }
  if (notice?.pdf.state === 'not-pressed') {
    return { key: 'hand', state: 'failed', title: said.failedInHand, note: said.notInHandNote };
  }
  return { key: 'hand', state: 'busy', title: said.notInHand, note: said.notInHandNote };
}

/** The desk answers an outcome only after the write reached the disk: a decided case is on it. */
function onDisk(clock: Clockwork, file: CaseView, status: DeskStatus | null): ProofPoint {
  const said = clock.words.sheet.result;
  const atMs = file.receivedAtMs ?? file.notices[0]?.issuedAtMs ?? file.openedAtMs;
  const writes = status ? status.writes.toLocaleString('en').replaceAll(',', ' ') : '…';
  const note = said.onDiskAt(clockSecondsWords(atMs, clock), writes);
  return { key: 'disk', state: 'done', title: said.onDisk, note };
}

function atProvince(clock: Clockwork, file: CaseView, status: DeskStatus | null): ProofPoint {
  const said = clock.words.sheet.result;
  if (file.sync === 'done') {
    const note = file.officialNumber === null ? said.provinceNoNumber : said.provinceAt(file.officialNumber);
    return { key: 'province', state: 'done', title: said.province, note };
  }
  if (file.sync === 'returned' || file.sync === 'quarantined') {
    return { key: 'province', state: 'failed', title: said.returned, note: said.returnedNote };
  }
  const last = status?.province.lastAckAtMs ?? null;
  const note = said.notProvinceNote(
    last === null ? null : clockSecondsWords(last, clock),
    status?.province.owed ?? 0,
  );
  return { key: 'province', state: 'owed', title: said.notProvince, note };
}
