// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ItemFacts } from '#renderer/screens/case/item-facts.tsx';
import { anItem } from '../../support/item-views.ts';

describe('what the list says about an item', () => {
  it('F28: why it is not done online, and nothing of it where the list gives no reason', () => {
    const shown = render(<ItemFacts item={anItem({ limitSceneExplain: '须当面核对身份' })} papers={2} />);
    expect(screen.getByText('为何不能网办').nextElementSibling?.textContent).toBe('须当面核对身份');
    shown.unmount();
    render(<ItemFacts item={anItem({ limitSceneExplain: null })} papers={2} />);
    expect(screen.queryByText('为何不能网办')).toBeNull();
  });

  it('F44: that the form is signed before acceptance, where it is', () => {
    const shown = render(<ItemFacts item={anItem({ signedForm: true })} papers={2} />);
    expect(screen.getByText('申请表').nextElementSibling?.textContent).toBe('受理前本人核对、签名');
    shown.unmount();
    render(<ItemFacts item={anItem({})} papers={2} />);
    expect(screen.queryByText('申请表')).toBeNull();
  });

  it('F39: whether one must come, why, how often, and what may be sent', () => {
    const come = { maxVisits: 1, mustAppearInPerson: true, mustAppearWhy: '当面核对', delivery: ['counter'] };
    const shown = render(<ItemFacts item={anItem(come)} papers={2} />);
    const said = () => screen.getByText('要来吗').nextElementSibling?.textContent;
    expect(said()).toBe('最多跑 1 趟 · 须本人到场：当面核对');
    shown.unmount();
    const stay = { ...come, maxVisits: 0, mustAppearInPerson: false, delivery: ['counter', 'express'] };
    render(<ItemFacts item={anItem(stay)} papers={2} />);
    expect(said()).toBe('一趟不用跑 · 可以由别人代办 · 结果可以邮寄');
  });
});
