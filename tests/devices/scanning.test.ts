import { describe, expect, it } from 'vitest';
import { Day } from '#contract/shapes/day.ts';
import type { RoutedCode } from '#contract/shapes/scan.ts';
import { codeAtWindow } from '#desk/devices/scanning.ts';
import { routeCode } from '#rules/scan/route-code.ts';

const CASE = '0193a5f0-0000-7000-8000-000000000001';
const TICKET = '0193a5f0-0000-7000-8000-000000000002';

const SCAN = '0193a5f0-0000-7000-8000-000000000003';

async function announced(
  texts: readonly string[],
  ticketIdOfNumber: (number: string) => Promise<string | null> = () => Promise.resolve(TICKET),
): Promise<{ codes: readonly RoutedCode[]; faults: number }> {
  const codes: RoutedCode[] = [];
  let faults = 0;
  await new Promise<void>((done) => {
    const onCode = codeAtWindow({
      route: (text) =>
        routeCode(text, { today: Day.parse('2026-11-24'), knowsItem: (code) => code === 'demo-item' }),
      keepNetworkCode: () => SCAN,
      caseIdOfReceipt: () => CASE,
      ticketIdOfNumber,
      isItem: (code) => code === 'demo-item',
      announce: (_, code) => {
        codes.push(code);
        if (codes.length === texts.length) done();
      },
      onFault: () => {
        faults += 1;
      },
    });
    for (const text of texts) onCode(text);
  });
  return { codes, faults };
}

describe('a code at the window', () => {
  it('is bound to its ticket or named for what it is, in the order of scanning', async () => {
    const slow = (): Promise<string> => new Promise((found) => setTimeout(() => found(TICKET), 20));
    const { codes } = await announced(['A031', 'demo-item', '91350100M000100Y43', 'YC-BADGE-0317'], slow);
    expect(codes).toEqual([
      { kind: 'ticket', number: 'A031', ticketId: TICKET },
      { kind: 'item', itemCode: 'demo-item' },
      { kind: 'credit-code', creditCode: '91350100M000100Y43' },
      { kind: 'clerk-badge', number: '0317' },
    ]);
  });

  it('that looks like an item but is in no catalogue is unknown', async () => {
    const strange = '91350100M000100Y43300A00B00C001';
    const { codes } = await announced([strange]);
    expect(codes).toEqual([{ kind: 'unknown', shown: strange }]);
  });

  it('of a ticket is announced without its ticket when the hall is away', async () => {
    const { codes, faults } = await announced(['A031'], () => Promise.reject(new Error('the hall is away')));
    expect(codes).toEqual([{ kind: 'ticket', number: 'A031', ticketId: null }]);
    expect(faults).toBe(1);
  });

  it.each(['https://example.invalid/pay?x=1', 'javascript:alert(1)', '=cmd|calc', '../../etc/passwd'])(
    'is shown and never opened: %s',
    async (text) => {
      const { codes } = await announced([text]);
      expect(codes).toEqual([{ kind: 'unknown', shown: text }]);
    },
  );
});
