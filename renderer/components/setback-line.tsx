import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** What did not happen, said where it was asked for. */
export function SetbackLine({ children }: { readonly children: ReactNode }) {
  return (
    <p className="setback" role="alert">
      <Icon name="warn" size="s" tone="amber" />
      <span>{children}</span>
    </p>
  );
}
