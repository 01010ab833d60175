/** 路径章: one sign says how a paper came. The paper carries the same sign, so it stays Chinese. */
export function RouteSeal({ sign, tone }: { readonly sign: string | null; readonly tone?: 'p' | 'a' | 'i' }) {
  return (
    <span className={['way', sign === null ? 'none' : tone].filter(Boolean).join(' ')} aria-hidden="true">
      {sign ?? '?'}
    </span>
  );
}
