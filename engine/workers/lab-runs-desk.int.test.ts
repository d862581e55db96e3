/** Runs out of a real lab.db, which a person or a disk may have spoilt. */
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openLabStore } from '../adapters/lab-store/index.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { aProvingReport } from '../testkit/proving-report.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'
import { LabRunsDesk } from './lab-runs-desk.ts'

const BROKEN = 'What the lab kept of it is broken, and cannot be read. Run it again'
const RUN = { trial: 1, seed: 1 }

function aDesk(answer: string, settings: string): LabRunsDesk {
  const [file, binding] = [path.join(temporaryFolder(), 'lab.db'), sqliteBinding()]
  const asked = { kind: 'walkforward', engine: '0.1.0', dataHash: 'ab'.repeat(32), seed: 1 } as const
  const store = openLabStore({ file, binding })
  store.ask({ ...asked, settings: '{}' }, 1)
  store.keepAnswer({ ...asked, settings: '{}' }, answer, 2)
  store.close()
  const spoilt = new Sqlite(file, binding === null ? {} : { nativeBinding: binding })
  // lab.db itself lets no such settings in: another program may.
  spoilt.pragma('ignore_check_constraints = ON')
  spoilt.prepare('UPDATE question SET settings = ?').run(settings)
  spoilt.close()
  return new LabRunsDesk({ file, binding })
}

it('reads what was kept whole', async () => {
  const desk = aDesk(JSON.stringify(aProvingReport()), '{}')
  expect(await desk.runs()).toMatchObject({ runs: [{ is: 'run' }] })
})

it.each([
  ['an answer', '{"report":', '{}'],
  ['settings', JSON.stringify(aProvingReport()), '{"step":'],
])('says of %s that was cut short that it is broken', async (_, answer, settings) => {
  const desk = aDesk(answer, settings)
  expect(await desk.runs()).toMatchObject({ runs: [{ is: 'unreadable', text: BROKEN }] })
  expect(desk.story(RUN)).toEqual({ is: 'none', text: BROKEN })
  expect(desk.compare([RUN])).toEqual({ is: 'none', text: BROKEN })
})
