import { describe, expect, it } from 'vitest';
import { Unplugged } from '#native/transport/byte-link.ts';
import { moduleOnALink, type ModuleOnALink } from './module-on-a-link.ts';

/** Runs the cycle while `act` plays the citizen, then stops it. */
async function withCycle(act: (there: ModuleOnALink) => Promise<void>): Promise<ModuleOnALink> {
  const there = moduleOnALink();
  const running = there.run();
  await act(there);
  there.stop();
  await expect(running).rejects.toThrow('stopped by the test');
  return there;
}

describe('a card on the reader', () => {
  it('is read, confirmed by a second read, and watched until it is lifted', async () => {
    const { told, acts, link } = await withCycle(async ({ tell, until }) => {
      tell('place resident');
      await until('confirmed');
      tell('lift');
      await until('lifted');
    });
    expect(told).toEqual(['found', 'read 4023', 'confirmed', 'lifted']);
    expect(acts.filter((act) => act === 'read')).toHaveLength(2);
    expect(link.written.filter((hex) => hex.startsWith('aaaaaa966900033010'))).toEqual([]);
  });

  it('gives its newest address before it counts as confirmed', async () => {
    const { told } = await withCycle(async ({ tell, until }) => {
      tell('place resident-second');
      await until('confirmed');
    });
    expect(told).toEqual(['found', 'read 3355', 'address 01室', 'confirmed']);
  });

  it('is one reading however long it lies there', async () => {
    const { told } = await withCycle(async ({ tell, until, link }) => {
      tell('place resident');
      await until('confirmed');
      const asked = link.written.length;
      while (link.written.length < asked + 10) await new Promise((done) => setTimeout(done, 5));
    });
    expect(told).toEqual(['found', 'read 4023', 'confirmed']);
  });

  it('is taken back when the second read is of another card', async () => {
    const { told } = await withCycle(async ({ tell, until }) => {
      tell('place resident');
      tell('swap resident-second');
      await until('differs');
      tell('lift');
      await until('lifted');
    });
    expect(told).toEqual(['found', 'read 4023', 'differs', 'lifted']);
  });

  it('is confirmed by finding it again when the module gives a text only once', async () => {
    const { told, acts } = await withCycle(async ({ tell, until }) => {
      tell('no-repeat');
      tell('finds-again');
      tell('place resident');
      await until('confirmed');
    });
    expect(told).toEqual(['found', 'read 4023', 'confirmed']);
    expect(acts.filter((act) => act === 'found')).toHaveLength(2);
  });

  it('stays unconfirmed, and the clerk is told, when the module gives a card only once', async () => {
    const { told } = await withCycle(async ({ tell, until }) => {
      tell('no-repeat');
      tell('place resident');
      await until('trouble 3');
      tell('place resident');
      await until('lifted');
    });
    expect(told).not.toContain('confirmed');
    expect(told.slice(0, 5)).toEqual(['found', 'read 4023', 'trouble 1', 'trouble 2', 'trouble 3']);
  });

  it.each(['41', '81', '31', '32', '33', '24', '47'])('is tried again after status %s', async (status) => {
    const { told } = await withCycle(async ({ tell, until }) => {
      tell(`answer 3001 ${status} 2`);
      tell('place resident');
      await until('confirmed');
    });
    expect(told).toEqual(['found', 'trouble 1', 'trouble 2', 'read 4023', 'confirmed']);
  });

  it('must be lifted and put back after three failures', async () => {
    const { told } = await withCycle(async ({ tell, until }) => {
      tell('answer 2002 81 1000');
      tell('place resident');
      await until('trouble 3');
      tell('lift');
      await until('lifted');
      tell('answer 2002 90 0');
      tell('place resident');
      await until('confirmed');
    });
    expect(told.slice(0, 4)).toEqual(['found', 'trouble 1', 'trouble 2', 'trouble 3']);
    expect(told.slice(-4)).toEqual(['lifted', 'found', 'read 4023', 'confirmed']);
  });

  it('of no known kind is trouble too', async () => {
    const { told } = await withCycle(async ({ tell, until }) => {
      tell('answer 2001 40 3');
      await until('trouble 3', 'lifted');
    });
    expect(told).toEqual(['trouble 1', 'trouble 2', 'trouble 3', 'lifted']);
  });

  it.each([
    ['flip', 'confirmed', ['found', 'trouble 1', 'read 4023', 'confirmed']],
    // Two characters exchanged: the checksum holds, so only the second read shows it.
    ['swap', 'differs', ['found', 'read 4023', 'differs']],
  ])('is not taken as the line damaged it: %s', async (how, last, expected) => {
    const { told } = await withCycle(async ({ tell, until }) => {
      tell(`damage 1 ${how}`);
      tell('place resident');
      await until(last);
    });
    expect(told).toEqual(expected);
  });

  it('is not put together from a reply that lost bytes and what came after it', async () => {
    const { told } = await withCycle(async ({ tell, until, link }) => {
      setTimeout(() => link.send(Buffer.alloc(8, 0x20)), 10);
      tell('damage 1 cut');
      tell('place resident');
      await until('confirmed');
    });
    expect(told).toEqual(['found', 'trouble 1', 'read 4023', 'confirmed']);
  });

  it('is read once more when the clerk asks', async () => {
    const { told } = await withCycle(async ({ tell, until, nudge }) => {
      tell('place resident');
      await until('confirmed');
      nudge.ask();
      await until('confirmed');
    });
    expect(told).toEqual(['found', 'read 4023', 'confirmed', 'found', 'read 4023', 'confirmed']);
  });
});

describe('a card that was asked for before it lay there', () => {
  it('is read once: it is what was asked for', async () => {
    const { told } = await withCycle(async ({ tell, until, nudge, link }) => {
      tell('place resident');
      nudge.ask();
      await until('read 4023');
      await until('confirmed');
      const asked = link.written.length;
      while (link.written.length < asked + 6) await new Promise((done) => setTimeout(done, 5));
    });
    expect(told).toEqual(['found', 'read 4023', 'confirmed']);
  });
});

describe('a module that stops working', () => {
  it.each(['60', '66'])('ends the cycle with status %s', async (status) => {
    const { run, tell, until } = moduleOnALink();
    const running = run();
    tell('place resident');
    await until('confirmed');
    tell(`status ${status}`);
    expect(await running).toBe('module-fault');
  });

  it('ends the cycle when it falls silent', async () => {
    const { run, tell } = moduleOnALink();
    tell('mute');
    expect(await run()).toBe('silent');
  });

  it('ends the cycle when it is unplugged in the middle of a card', async () => {
    const { run, tell, until, link } = moduleOnALink();
    const running = run();
    tell('place resident');
    await until('found');
    link.unplug();
    await expect(running).rejects.toBeInstanceOf(Unplugged);
  });
});
