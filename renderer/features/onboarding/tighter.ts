/** What a newcomer may choose from: a few steps, none of them looser than what was set when they came. */
const RISKS: readonly number[] = [1, 0.5, 0.25]
/** Null: as the rank has it, the loosest there is. */
const DAYS: readonly (number | null)[] = [null, 2, 1]

const isLooser = (one: number | null, than: number | null): boolean =>
  than !== null && (one === null || one > than)

const withSet = <T extends number | null>(steps: readonly T[], set: T): readonly T[] =>
  steps.includes(set) ? steps : [set, ...steps]

export const risksFrom = (set: number): readonly number[] =>
  withSet(RISKS, set).filter(step => !isLooser(step, set))

export const daysFrom = (set: number | null): readonly (number | null)[] =>
  withSet(DAYS, set).filter(step => !isLooser(step, set))
