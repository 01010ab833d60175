import { useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { Stores } from '../../stores/stores.ts';

/** Covers the screen when nobody has touched a key, the mouse, the card reader or the scanner for a while. */
export function useIdleLock({ desk, session }: Stores, atWork: boolean): void {
  const lockAfterSeconds = useStore(session, (s) => s.site?.lockAfterSeconds);
  // Armed with the picture it covers, not some time after it was drawn.
  useLayoutEffect(() => {
    if (!atWork || lockAfterSeconds === undefined) return undefined;
    let timer = setTimeout(lock, lockAfterSeconds * 1000);
    function lock(): void {
      void session.getState().lock('idle');
    }
    function stir(): void {
      clearTimeout(timer);
      timer = setTimeout(lock, (lockAfterSeconds ?? 0) * 1000);
    }
    window.addEventListener('keydown', stir);
    window.addEventListener('pointerdown', stir);
    window.addEventListener('pointermove', stir);
    const undo = [desk.hear('identity.card', stir), desk.hear('code.scanned', stir)];
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', stir);
      window.removeEventListener('pointerdown', stir);
      window.removeEventListener('pointermove', stir);
      for (const stop of undo) stop();
    };
  }, [atWork, desk, lockAfterSeconds, session]);
}
