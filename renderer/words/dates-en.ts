import type { DateWords } from './dates-zh.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const datesEn: DateWords = {
  monthDay: (month, day) => `${day} ${MONTHS[month - 1] ?? ''}`,
  yearMonthDay: (year, month, day) => `${day} ${MONTHS[month - 1] ?? ''} ${year}`,
  longDay: (month, day, weekday) => `${weekday} ${day} ${MONTHS[month - 1] ?? ''}`,
  weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  underAMinute: '< 1 min',
  minutes: (minutes) => `${minutes} min`,
  hours: (hours, minutes) => `${hours} h ${minutes} min`,
  seconds: (seconds) => `${seconds} s`,
  minutesSeconds: (minutes, seconds) => `${minutes} min ${seconds} s`,
};
