import './jitless.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type WindowKind, windowOf } from './app.tsx';
import { deskOver } from './desk.ts';
import { allowStyleText } from './theme/style-policy.ts';

allowStyleText(window.trustedTypes);

const root = document.querySelector('#root');
if (!root || !window.desk) throw new Error('this page belongs in the Yichuang shell');

const KINDS: Readonly<Record<string, WindowKind>> = { '#display': 'display', '#citizen': 'citizen' };

createRoot(root).render(
  <StrictMode>{windowOf(KINDS[window.location.hash] ?? 'desk', deskOver(window.desk))}</StrictMode>,
);
