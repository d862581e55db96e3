import type { LabAnswer, LabReader } from '../../ports/lab-store.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import { faulting, openReadOnly, type DatabaseFile, type Place } from '../sqlite/index.ts'
import { LAB_SCHEMA } from './lab-schema.ts'
import { whole, type Kept } from './sqlite-lab-store.ts'

const ANSWERS = `
  SELECT trial, seed, kind, engine, data_hash AS dataHash, settings, answered_ms AS answeredMs
  FROM answer JOIN question USING (trial) ORDER BY answered_ms DESC, trial DESC LIMIT ?`

/** Reads `lab.db` beside its writer, which must have made the file. Throws `StoreFault`. */
export function openLabReader({ file, binding }: DatabaseFile): LabReader {
  const place: Place = { file, what: LAB_SCHEMA.what, Fault: StoreFault }
  const database = openReadOnly({ file, binding, schema: LAB_SCHEMA, Fault: StoreFault })
  return faulting(place, () => {
    const answers = database.prepare<[number], LabAnswer>(ANSWERS)
    const count = database.prepare<[], number>('SELECT count(*) FROM answer').pluck()
    const body = database.prepare<[number, number], Kept<string>>(
      'SELECT body, sha256 FROM answer WHERE trial = ? AND seed = ?',
    )
    return {
      answers: most => faulting(place, () => answers.all(most)),
      count: () => faulting(place, () => count.get() ?? 0),
      body: (trial, seed) => faulting(place, () => whole(body.get(trial, seed), place)),
      close: () => database.close(),
    }
  })
}
