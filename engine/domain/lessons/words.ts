import { inR } from '../words/figures.ts'

export { gain, inR } from '../words/figures.ts'

/** A share as whole percent. */
export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** A cost or a size, which has no sign. */
export const plainR = (r: number): string => `${r.toFixed(2)} R`

/** Answers near the right one in R, for a question that needs more of them. */
export const rBeside = (r: number): readonly string[] => [inR(r + 0.5), inR(r - 0.5), inR(r + 1)]

/** The same for a share. */
export const percentBeside = (share: number): readonly string[] =>
  [share + 0.1, share - 0.1, share + 0.2, share - 0.2].filter(each => each >= 0 && each <= 1).map(percent)
