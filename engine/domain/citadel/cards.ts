import type { Informs, ShieldPart } from '../../contracts/mission.ts'

/** How much a part of the shield counts, and why. */
export type Card = Readonly<{ most: number; informs: Informs; evidence: string }>

/**
 * Ten points. Safety counts for what it keeps away, whatever the study says of its edge. The rest counts by what was measured
 * on eleven years of real minutes (venom-study); what was measured to say nothing is shown with its figure and counts nothing,
 * neither here nor in the confidence.
 */
export const CARDS: Readonly<Record<ShieldPart, Card>> = {
  NEWS: {
    most: 2,
    informs: 'safety',
    evidence:
      'Spreads are two to four times as wide around announcements (study §1); fades in the news lose (−0.10 R, n 25).',
  },
  VOLATILITY: {
    most: 1.5,
    informs: 'safety',
    evidence:
      'Stops are measured in expected volatility, which explains half of what comes (R² 0.52); far from usual it explains less.',
  },
  SPREAD: {
    most: 0.75,
    informs: 'safety',
    evidence:
      'The cost is as large as the best edge measured: at twice the cost every setup loses (study §3).',
  },
  VOLUME: {
    most: 0.75,
    informs: 'safety',
    evidence: 'Thin markets fill badly. The data of the study had no volume, so its edge is unknown.',
  },
  CORRELATION: {
    most: 1.5,
    informs: 'safety',
    evidence:
      'Two trades that move together are one trade twice as large; the six majors share one dollar factor (study §10).',
  },
  COVERAGE: {
    most: 1.5,
    informs: 'safety',
    evidence:
      'What is read from bars is worth no more than the bars; the slowest reading looks back on 500 quarter hours.',
  },
  SESSION: {
    most: 1,
    informs: 'unproven',
    evidence:
      'London’s morning is the only session whose result after cost was not negative in 2019 (+0.077 R, n 616; Asia −0.081, n 911).',
  },
  TRAP: {
    most: 1,
    informs: 'unproven',
    evidence:
      'A last bar rejected towards the trade points its way a little (information coefficient 0.015 to 0.021), for less than the cost.',
  },
  TREND: {
    most: 0,
    informs: 'none',
    evidence:
      'Agreement of three timeframes said nothing: −0.007 R before cost (n 2,105; 19,000 looks before it).',
  },
  REGIME: {
    most: 0,
    informs: 'none',
    evidence: 'The label of the regime added nothing significant in any year (study §3).',
  },
  LEVELS: {
    most: 0,
    informs: 'none',
    evidence:
      'Sweeps of the day’s extremes lose after cost (−0.081 R, n 1,013) and round numbers are gone within the hour.',
  },
}
