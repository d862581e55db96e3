import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { QueryAnswer } from '../../engine/contracts/queries.ts'
import { FIRST_STEPS_FILE, windowFirstSteps } from './first-steps.ts'

let dataFolder = ''
let profile = ''
beforeEach(() => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'bitten-first-steps-'))
  profile = path.join(dataFolder, 'window')
  mkdirSync(profile)
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

const withRecord = (record: { trades: number; hasOrders: boolean }): QueryAnswer<'ledgerSummary'> => ({
  is: 'answer',
  value: { events: 40, headHash: '', firstMs: null, lastMs: null, ...record },
})
const NEVER = { trades: 0, hasOrders: false }
const SILENT: QueryAnswer<'ledgerSummary'> = { is: 'failed', code: 'NO_ARCHIVE', text: 'Nobody there.' }

const start = (summary: QueryAnswer<'ledgerSummary'> = SILENT, training = true) =>
  windowFirstSteps({ dataFolder, profile, training }, () => Promise.resolve(summary))
const are = async (steps: ReturnType<typeof start>) => (await steps.now()).are
const haveLedger = () => writeFileSync(path.join(dataFolder, 'ledger.db'), '')
const file = () => path.join(profile, FIRST_STEPS_FILE)

describe('the first steps', () => {
  it('are due in a new data folder, and nobody has to be asked for that', async () => {
    const steps = start(SILENT)
    // The host has made it meanwhile.
    haveLedger()
    expect(await are(steps)).toBe('due')
  })

  it('are due again where they were left without an end, as long as nothing was ordered', async () => {
    haveLedger()
    expect(await are(start(withRecord(NEVER)))).toBe('due')
  })

  it.each([
    ['has ordered, whether the trade is open or came to nothing', { trades: 0, hasOrders: true }],
    ['has closed a trade', { trades: 1, hasOrders: false }],
  ])('are over for whoever %s before there were any', async (_who, record) => {
    haveLedger()
    expect(await are(start(withRecord(record)))).toBe('over')
  })

  it.each([true, false])('say whether this start has the training ground: %s', async training => {
    const steps = start(SILENT, training)
    expect(await steps.now()).toEqual({ are: 'due', training })
    steps.end('skipped')
    expect(await steps.now()).toEqual({ are: 'over', training })
  })

  it('hold nobody up where the ledger can not be asked', async () => {
    haveLedger()
    expect(await are(start(SILENT))).toBe('over')
  })

  it.each(['done', 'skipped'] as const)('are over once they were %s, over the next start too', async how => {
    const steps = start()
    expect(steps.end(how)).toEqual({ is: 'done' })

    expect(await are(steps)).toBe('over')
    expect(await are(start())).toBe('over')
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ how })
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o077).toBe(0)
  })

  it('are over until the next start when it can not be kept, and that is said', async () => {
    const steps = start()
    rmSync(profile, { recursive: true })
    expect(steps.end('done')).toMatchObject({
      is: 'failed',
      text: expect.stringContaining('come again at the next start') as string,
    })
    expect(await are(steps)).toBe('over')
    expect(await are(start())).toBe('due')
  })
})
