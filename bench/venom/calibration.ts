import type { CalibrationFigures, Intercept } from '../../engine/contracts/proving.ts'
import type { Figure } from '../lib/figures.ts'

/** Bounds of issue 4 on data that no fit has seen. */
const ECE_AT_MOST: Readonly<Record<Intercept, number>> = { static: 0.02, rolling: 0.012 }
const SKILL_AT_LEAST = 0.3
const ISSUED_ECE_AT_MOST = 0.05
/** With fewer issued signals their calibration error is mostly chance, and is printed only. */
const ENOUGH_ISSUED = 500

/** How true the probabilities of the target were, all plans together: of all candidates, and of those that were issued. */
export const calibrationFigures = (all: readonly CalibrationFigures[], basis: string): Figure[] =>
  all
    .filter(({ plan }) => plan === null)
    .flatMap(one => (one.scope === 'all' ? ofAll(one, basis) : ofIssued(one, basis)))

function ofAll(
  { intercept, n, ece, eceByChance, brierSkill, brierSkillOverOneRate, auc }: CalibrationFigures,
  basis: string,
): Figure[] {
  const what = `${basis}: all candidates (n ${n}), ${intercept}`
  const skill = { unit: '%', bound: { atLeast: SKILL_AT_LEAST } }
  return known([
    { name: `${what}, ECE`, value: ece, unit: '', bound: { atMost: ECE_AT_MOST[intercept] } },
    { name: `${what}, ECE that chance alone gives`, value: eceByChance, unit: '' },
    { name: `${what}, Brier skill over each plan's base rate`, value: percent(brierSkill.value), ...skill },
    { name: `${what}, the same, 95 % from`, value: percent(brierSkill.low), unit: '%' },
    { name: `${what}, the same, 95 % to`, value: percent(brierSkill.high), unit: '%' },
    {
      name: `${what}, Brier skill over one base rate for all`,
      value: percent(brierSkillOverOneRate?.value ?? null),
      ...skill,
    },
    { name: `${what}, AUC`, value: auc.value, unit: '' },
  ])
}

function ofIssued({ intercept, n, ece, eceByChance }: CalibrationFigures, basis: string): Figure[] {
  const what = `${basis}: issued (n ${n}), ${intercept}`
  return known([
    {
      name: `${what}, ECE`,
      value: ece,
      unit: '',
      ...(n >= ENOUGH_ISSUED && { bound: { atMost: ISSUED_ECE_AT_MOST } }),
    },
    { name: `${what}, ECE that chance alone gives`, value: eceByChance, unit: '' },
  ])
}

const percent = (share: number | null): number | null => (share === null ? null : 100 * share)

/** What could not be measured is no figure. */
const known = (figures: readonly (Omit<Figure, 'value'> & { value: number | null })[]): Figure[] =>
  figures.flatMap(figure => (figure.value === null ? [] : [{ ...figure, value: figure.value }]))
