import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openModel } from '../adapters/models/index.ts'
import type { DeskOptions } from '../app/desk.ts'
import { modelFault } from '../domain/venom/confidence/model-fault.ts'

/** What `bitten train` leaves in the data folder. */
const OWN_MODEL = 'model.json'
/** Of the models that come with the app, the one that is used. */
const SHIPPED_MODEL = 'majors-2018-08.json'

/**
 * The model of the desk: the trader's own, else the one that comes with the app. One that cannot be used is not replaced by
 * another: the reason is told once, and stands beside every probability.
 */
export function deskModel(
  dataFolder: string | null,
  models: string | null,
  warn: (text: string) => void,
): DeskOptions['model'] {
  const own = dataFolder === null ? null : join(dataFolder, OWN_MODEL)
  const file = own !== null && existsSync(own) ? own : models && join(models, SHIPPED_MODEL)
  if (file === null) return { noModel: 'no model is installed' }
  const opened = openModel(file, modelFault)
  if (opened.is === 'model') return opened.model
  warn(`Probabilities are UNCALIBRATED: ${opened.text}.`)
  return { noModel: opened.text }
}
