import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { isObject, type Json, numberOf, parseJson, textOf } from './json.ts';

export interface ProvinceOptions {
  readonly port?: number;
  readonly state?: string;
  readonly description?: string;
  /** The package it offers; without it the demo catalogue. */
  readonly catalogue?: string;
}

export interface PlatformEvent {
  readonly step: number;
  readonly key: string;
  readonly hash: string;
  readonly arrivals: number;
  readonly message: Json;
}

export interface PlatformCase {
  readonly caseGuid: string;
  readonly receiptNo: string;
  readonly projectNo: string;
  readonly events: readonly PlatformEvent[];
}

/** A running sandbox province in a process of its own. */
export interface RunningProvince {
  readonly url: string;
  readonly port: number;
  readonly cases: () => Promise<readonly PlatformCase[]>;
  /** What sources were asked, in order. */
  readonly queries: () => Promise<readonly Json[]>;
  /** What windows told about packages of the catalogue, in order. */
  readonly packageOutcomes: () => Promise<readonly Json[]>;
  /** What the expert was asked, each question once. */
  readonly questions: () => Promise<readonly Json[]>;
  readonly faults: (document: Json) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Ends at once, as a machine that loses its power. */
  readonly kill: () => Promise<void>;
}

/** Starts the sandbox and waits until it listens. */
export async function startProvince(options: ProvinceOptions = {}): Promise<RunningProvince> {
  const server = new URL('server.ts', import.meta.url).pathname;
  const wishes = [
    ['--port', String(options.port ?? 0)],
    options.state === undefined ? [] : ['--state', options.state],
    options.description === undefined ? [] : ['--description', options.description],
    options.catalogue === undefined ? [] : ['--catalogue', options.catalogue],
  ].flat();
  const child = spawn(process.execPath, [server, ...wishes], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await listening(child);
  const url = `http://127.0.0.1:${port}`;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    url,
    port,
    cases: async () => casesIn(parseJson(await (await fetch(`${url}/_inspect/cases`)).text())),
    queries: async () => {
      const asked = parseJson(await (await fetch(`${url}/_inspect/queries`)).text());
      return Array.isArray(asked) ? asked : [];
    },
    packageOutcomes: async () => {
      const inside = parseJson(await (await fetch(`${url}/_inspect/catalogue`)).text());
      const told = isObject(inside) ? inside['outcomes'] : null;
      return Array.isArray(told) ? told : [];
    },
    questions: async () => {
      const asked = parseJson(await (await fetch(`${url}/_inspect/questions`)).text());
      return Array.isArray(asked) ? asked : [];
    },
    faults: async (document) => {
      const reply = await fetch(`${url}/_faults`, { method: 'PUT', body: JSON.stringify(document) });
      if (!reply.ok) throw new Error(`the province did not take these faults: ${await reply.text()}`);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function listening(child: ChildProcess): Promise<number> {
  let said = '';
  for await (const piece of child.stdout ?? []) {
    said += String(piece);
    const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error('the sandbox province ended before it listened');
}

function casesIn(json: Json): PlatformCase[] {
  if (!Array.isArray(json)) throw new Error('the province lists its cases as an array');
  return json.filter(isObject).map((one) => ({
    caseGuid: textOf(one['case_guid']),
    receiptNo: textOf(one['receipt_no']),
    projectNo: textOf(one['project_no']),
    events: (Array.isArray(one['events']) ? one['events'] : []).filter(isObject).map((event) => ({
      step: numberOf(event['step']),
      key: textOf(event['idempotency_key']),
      hash: textOf(event['body_hash']),
      arrivals: numberOf(event['arrivals']),
      message: event['message'] ?? null,
    })),
  }));
}
