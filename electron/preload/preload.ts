import { contextBridge, ipcRenderer } from 'electron';
import type { DeskBridge } from '#contract/bridge.ts';
import { asking } from './asking.ts';

const listeners = new Set<(name: string, value: unknown) => void>();

const tell = (name: string, value: unknown): void => {
  for (const listener of listeners) listener(name, value);
};

const ask = asking(
  {
    send: (question) => ipcRenderer.send('desk.ask', question),
    hear: (told, gone) => {
      ipcRenderer.on('desk.told', (_event, message: unknown) => told(message));
      ipcRenderer.on('desk.gone', () => {
        gone();
        tell('desk.gone', {});
      });
      ipcRenderer.on('desk.back', () => tell('desk.back', {}));
      ipcRenderer.on('desk.refused', (_event, why: unknown) => tell('desk.refused', why));
    },
  },
  tell,
);

const bridge: DeskBridge = {
  ask,
  hear: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

contextBridge.exposeInMainWorld('desk', bridge);
