import { practiceCalls } from '#contract/calls/practice.ts';
import { type Answers, no, onOutside, yes } from '../answering.ts';

export const practiceAnswers: Answers<'practice'> = {
  'practice.state': onOutside(
    practiceCalls['practice.state'],
    async (_, { parts }) => {
      if (!parts.practice) return no('not-practice');
      const tray = await parts.practice.state();
      return tray ? yes(tray) : no('tray-away');
    },
    'unjournalled',
  ),

  'practice.do': onOutside(
    practiceCalls['practice.do'],
    async (wish, { parts }) => {
      if (!parts.practice) return no('not-practice');
      return (await parts.practice.act(wish)) ? yes({ done: true }) : no('tray-away');
    },
    'unjournalled',
  ),
};
