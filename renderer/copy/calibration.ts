import type { Calibration } from '../../engine/contracts/debrief-promises.ts'

export const calibrationCopy = {
  note: ({ n }: Extract<Calibration, { is: 'known' }>, brier: string, ece: string, chance: string) =>
    `n ${n}, Brier ${brier}, error ${ece}, by chance ${chance}`,
  few: (n: number) => `Too few outcomes: ${n} of 50.`,
  said: 'said',
  met: 'met',
  loading: 'Drawing what was said and met.',
  loadingNext: 'One dot for each group of outcomes, with its interval.',
} as const
