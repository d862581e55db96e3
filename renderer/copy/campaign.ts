export const xpLogCopy = {
  title: 'Experience',
  empty: 'No XP yet.',
  emptyNext: 'XP is paid for discipline: a trade closed by its plan earns it, a broken rule costs it.',
  xp: (xp: string) => `${xp} XP`,
} as const
