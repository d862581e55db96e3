import type { Mission } from '../../contracts/mission.ts'

/** Whether its p means what it says: a model of real prices has seen nothing of a simulated market. */
export const isCalibrated = ({ confidence, kind }: Pick<Mission, 'confidence' | 'kind'>): boolean =>
  confidence.calibrated && kind !== 'simulated'

/** p 0.36, and whether it means what it says. */
export const certainty = (mission: Pick<Mission, 'confidence' | 'kind'>): string =>
  `p ${mission.confidence.p.toFixed(2)}${isCalibrated(mission) ? '' : ' UNCALIBRATED'}`
