import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useAct } from '../../keys/keys-context.ts';
import { type Told, tell } from '../../stores/asking.ts';
import type { Region, ScreenName } from '../../stores/screen-store.ts';
import { openPersonPage } from '../../stores/open-person-page.ts';
import type { Stores } from '../../stores/stores.ts';
import { useWords } from '../../words/words.ts';
import type { SeatStanding } from './frame.tsx';

/** The acts that are offered everywhere: explain, move the focus, change the screen, try the line. */
export function useFrameActs(stores: Stores, standing: SeatStanding): void {
  const { desk, screen, session } = stores;
  const words = useWords();
  const atWork = standing === 'at-work' ? 'open' : standing === 'locked' ? 'locked' : 'not-signed-in';
  const practice = useStore(session, (s) => s.site?.practice ?? false);
  const say = screen.getState().tell;
  const sayWhyNot = (told: Told<'sync.try-now' | 'identity.read-again'>) => {
    if (!told.ok) say({ kind: 'setback', setback: told.setback });
  };

  useAct('why', () => say({ kind: 'why', sentence: whyOfFocus() ?? words.frame.noWhy }));
  useAct('go-queue', () => moveFocus('queue'), atWork);
  useAct('go-case', () => moveFocus('case'), atWork);
  useAct('go-person', () => moveFocus('person'), atWork);
  useAct('one-number', () => openPersonPage(stores), atWork);
  useAct('try-now', async () => sayWhyNot(await tell(desk, 'sync.try-now', {})), atWork);
  useAct('read-again', async () => sayWhyNot(await tell(desk, 'identity.read-again', {})), atWork);
  useAct(
    'tray',
    () => screen.getState().showTray(!screen.getState().trayOpen),
    practice ? 'open' : 'not-practice',
  );

  const focus = useStore(screen, (s) => s.focus);
  useEffect(() => {
    if (focus) moveFocus(focus.region);
  }, [focus]);

  // Whatever lies over the screen closes when the seat changes hands, and what was said is said to nobody new.
  useEffect(() => {
    screen.getState().forgetNotice();
    if (standing !== 'at-work') screen.getState().close();
    // The next person begins at the counter: the screen of the one before may not be theirs to see.
    if (standing === 'signed-out') screen.getState().go('counter');
  }, [standing, screen]);
}

export const SCREEN_ACTS = {
  counter: 'screen-counter',
  cases: 'screen-cases',
  sync: 'screen-sync',
  catalogue: 'screen-catalogue',
  'hand-over': 'screen-hand-over',
  'one-number': 'one-number',
  guidance: 'screen-guidance',
} as const satisfies Record<ScreenName, string>;

/** The first thing in a region that can be acted on, or the region itself. */
function moveFocus(region: Region): void {
  const places = [...document.querySelectorAll<HTMLElement>(`[data-region="${region}"]`)];
  // The paper beside the form lies over the person: of two, the one that is drawn.
  const place = places.find((one) => one.getClientRects().length > 0) ?? places[0];
  const target = place?.querySelector<HTMLElement>(
    '[data-focus-first], input, [tabindex="0"], button:not([aria-disabled]), select, textarea',
  );
  (target ?? place)?.focus();
}

/** The reason of the nearest thing around the focus that has one. */
function whyOfFocus(): string | null {
  const found = document.activeElement?.closest<HTMLElement>('[data-why]');
  return found?.dataset['why'] ?? null;
}
