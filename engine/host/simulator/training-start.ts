import path from 'node:path'
import { PAIRS } from '../../contracts/pairs.ts'
import type { Settings } from '../../contracts/settings.ts'
import { SimulatorStart, TRAINING_TERMINAL } from '../../contracts/simulator.ts'
import type { TrainingWish } from '../host-api.ts'

/** A Monday at 06:00 UTC: an hour before London opens, so that a newcomer soon sees the market wake up. */
const TRAINING_STARTS_MS = Date.UTC(2014, 4, 5, 6)

export type TrainingPlace = Readonly<{ port: number; pairingKey: string; dataFolder: string }>

/** What the simulated terminal is told: the wish, then the settings, then the training ground's own habits. */
export function trainingStart(
  wish: TrainingWish,
  { training }: Settings,
  place: TrainingPlace,
): SimulatorStart {
  const { seed = training.seed, source, speed = training.speed, stateFile, ...rest } = wish
  const generated = { kind: 'generator', seed, startMs: TRAINING_STARTS_MS, pairs: [...PAIRS] }
  return SimulatorStart.parse({
    endpoint: `tcp://127.0.0.1:${place.port}`,
    pairingKey: place.pairingKey,
    uuid: TRAINING_TERMINAL,
    source: source ?? generated,
    speed,
    stateFile: stateFile === undefined ? path.join(place.dataFolder, 'training-ground.json') : stateFile,
    ...rest,
  })
}
