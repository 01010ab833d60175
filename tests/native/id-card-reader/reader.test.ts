import { describe, expect, it } from 'vitest';
import { samCommands } from '#native/id-card-reader/commands.ts';
import { SamReader } from '#native/id-card-reader/reader.ts';
import { Unplugged } from '#native/transport/byte-link.ts';
import { replyFrame } from '../../stand-ins/devices/sam-bytes.ts';
import { MemoryLink } from '../memory-link.ts';
import { moduleOnALink } from './module-on-a-link.ts';

const quick = { ...samCommands.find, withinMs: 40 };
const never = new AbortController().signal;

describe('asking the module', () => {
  it('throws away what arrived unasked', async () => {
    const link = new MemoryLink();
    link.send(replyFrame(0x9f, Buffer.alloc(4)));
    link.heard = () => link.send(replyFrame(0x80));
    expect(await new SamReader(link, never).ask(quick)).toMatchObject({ word: 'no-card' });
  });

  it('says silent when nothing comes in time', async () => {
    expect(await new SamReader(new MemoryLink(), never).ask(quick)).toEqual({ outcome: 'silent' });
  });

  it('says silent when the module never stops talking nonsense', async () => {
    const link = new MemoryLink();
    const babble = setInterval(() => link.send(Buffer.from('aaaa966900ffaa', 'hex')), 1);
    expect(await new SamReader(link, never).ask(quick)).toEqual({ outcome: 'silent' });
    clearInterval(babble);
  });

  it('drops the late answer to an earlier command and waits for its own', async () => {
    const link = new MemoryLink();
    link.heard = () => {
      link.send(replyFrame(0x90, Buffer.alloc(1284)));
      link.send(replyFrame(0x80));
    };
    expect(await new SamReader(link, never).ask(quick)).toMatchObject({ word: 'no-card' });
  });

  it('takes no answer that came after its time for the next command', async () => {
    const link = new MemoryLink();
    const reader = new SamReader(link, never);
    expect(await reader.ask(quick)).toEqual({ outcome: 'silent' });
    link.send(replyFrame(0x9f, Buffer.alloc(4)));
    expect(await reader.ask(quick)).toEqual({ outcome: 'silent' });
  });

  it('says damaged when the answer did not hold', async () => {
    const link = new MemoryLink();
    const broken = replyFrame(0x80);
    broken.writeUInt8(0, broken.length - 1);
    link.heard = () => link.send(broken);
    expect(await new SamReader(link, never).ask(quick)).toEqual({ outcome: 'damaged' });
  });

  it('tells once that the answer begins to come, and not while the question is still on its way', async () => {
    const link = new MemoryLink();
    const told: string[] = [];
    const turn = (): Promise<void> => new Promise((later) => void setImmediate(later));
    const answer = new SamReader(link, never).ask({ ...quick, withinMs: 5_000 }, () => told.push('begun'));
    await turn();
    expect(link.written).toHaveLength(1);
    expect(told).toEqual([]);
    link.send(replyFrame(0x80).subarray(0, 4));
    await turn();
    expect(told).toEqual(['begun']);
    link.send(replyFrame(0x80).subarray(4));
    expect(await answer).toMatchObject({ word: 'no-card' });
    expect(told).toEqual(['begun']);
  });

  it('puts one command at a time', async () => {
    const link = new MemoryLink();
    const reader = new SamReader(link, never);
    const first = reader.ask(quick);
    await expect(reader.ask(quick)).rejects.toThrow('one command at a time');
    await first;
    expect(link.written).toHaveLength(1);
  });

  it('ends at once when the cable is pulled', async () => {
    const link = new MemoryLink();
    link.heard = () => link.unplug();
    await expect(new SamReader(link, never).ask(quick)).rejects.toBeInstanceOf(Unplugged);
  });
});

describe('greeting the module', () => {
  it('asks its status and its number', async () => {
    const { reader, tell } = moduleOnALink();
    tell('sam 05.01-20260101-0000000042-0000000007');
    expect(await reader.greet()).toEqual({ ok: true, samId: '05.01-20260101-0000000042-0000000007' });
  });

  it.each(['60', '66'])('knows a broken module by status %s', async (status) => {
    const { reader, tell } = moduleOnALink();
    tell(`status ${status}`);
    expect(await reader.greet()).toEqual({ ok: false, because: 'module-fault' });
  });

  it('asks again when the first number does not come through', async () => {
    const { reader, tell } = moduleOnALink();
    tell('answer 12ff 24 2');
    expect(await reader.greet()).toMatchObject({ ok: true, samId: '05.01-20190315-0001234567-4000000001' });
  });

  it('restarts a module that answers and is not well, and gives up after the third time', async () => {
    const { reader, tell, link } = moduleOnALink();
    tell('answer 11ff 24 2');
    expect(await reader.greet()).toMatchObject({ ok: true });
    tell('answer 11ff 24 3');
    expect(await reader.greet()).toEqual({ ok: false, because: 'silent' });
    expect(link.written.filter((hex) => hex === 'aaaaaa9669000310ffec')).toHaveLength(5);
  });
});
