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

const withTrades = (trades: number): QueryAnswer<'ledgerSummary'> => ({
  is: 'answer',
  value: { events: 40, trades, headHash: '', firstMs: null, lastMs: null },
})
const SILENT: QueryAnswer<'ledgerSummary'> = { is: 'failed', code: 'NO_ARCHIVE', text: 'Nobody there.' }

const start = (summary: QueryAnswer<'ledgerSummary'> = SILENT) =>
  windowFirstSteps({ dataFolder, profile }, () => Promise.resolve(summary))
const haveLedger = () => writeFileSync(path.join(dataFolder, 'ledger.db'), '')
const file = () => path.join(profile, FIRST_STEPS_FILE)

describe('the first steps', () => {
  it('are due in a new data folder, and nobody has to be asked for that', async () => {
    const steps = start(SILENT)
    // The host has made it meanwhile.
    haveLedger()
    expect(await steps.now()).toEqual({ are: 'due' })
  })

  it('are due again where they were left without an end, as long as no trade was closed', async () => {
    haveLedger()
    expect(await start(withTrades(0)).now()).toEqual({ are: 'due' })
  })

  it('are over for whoever has closed a trade before there were any', async () => {
    haveLedger()
    expect(await start(withTrades(1)).now()).toEqual({ are: 'over' })
  })

  it('hold nobody up where the ledger can not be asked', async () => {
    haveLedger()
    expect(await start(SILENT).now()).toEqual({ are: 'over' })
  })

  it.each(['done', 'skipped'] as const)('are over once they were %s, over the next start too', async how => {
    const steps = start()
    expect(steps.end(how)).toEqual({ is: 'done' })

    expect(await steps.now()).toEqual({ are: 'over' })
    expect(await start().now()).toEqual({ are: 'over' })
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
    expect(await steps.now()).toEqual({ are: 'over' })
    expect(await start().now()).toEqual({ are: 'due' })
  })
})
