import type { AccessWords } from './access-zh.ts';

export const accessEn: AccessWords = {
  signIn: {
    title: 'Sign in',
    number: 'Clerk number',
    password: 'Password',
    go: 'Sign in',
    going: 'Checking',
    people: 'Practice people',
    peopleHint: '↑↓ choose, Enter signs in',
    initialHint: 'The hall and its people are invented; nothing can break.',
    cardHint: 'A badge may be scanned instead.',
    version: (version) => `Version ${version}`,
    waiting: 'The desk is starting',
  },

  password: {
    title: 'Choose a password',
    because: 'This is the first password. Choose your own to begin.',
    old: 'Present password',
    next: 'New password',
    again: 'Once more',
    rule: 'At least 8 signs; not the number, not the first password.',
    differ: 'The two differ. Enter it once more.',
    go: 'Change and begin',
  },

  locked: {
    title: 'Locked',
    sentence: 'Everything typed is kept. Enter the password to go on.',
    unlock: 'Unlock',
    other: 'Someone else',
    otherHint: 'The ticket in hand stays.',
    ownBadge: 'Your own badge. The password unlocks.',
    otherBadge: (number) => `The badge of ${number}. To change the clerk press Alt O.`,
  },
};
