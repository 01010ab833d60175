import type { ReactNode } from 'react';

interface StatusItemProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly value: string;
  readonly tone?: 'warn' | 'bad' | 'on-way' | undefined;
  /** What it means and what to do, said by F1 and on hover. */
  readonly why: string;
}

/** One part of the status bar. It can be focused, so that F1 explains it. */
export function StatusItem({ icon, label, value, tone, why }: StatusItemProps) {
  return (
    <button type="button" className={tone} title={why} data-why={why}>
      {icon}
      <span>
        {label} <b>{value}</b>
      </span>
    </button>
  );
}
