import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ModelFile } from '../../contracts/model.ts'
import { WalkForwardReport } from '../../contracts/proving.ts'
import { bitten, startBitten } from '../../testkit/command-line.ts'
import { eventually } from '../../testkit/eventually.ts'
import { aMinuteFile } from '../../testkit/minute-file.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

const WEEKS = 18
const WINDOWS = ['--fit-months', '3', '--step-months', '1']

/** How many rows a table of the folder's lab.db has by now. */
function rowsOf(folder: string, table: 'piece' | 'answer'): number {
  const file = path.join(folder, 'lab.db')
  if (!existsSync(file)) return 0
  const binding = sqliteBinding()
  const database = new Sqlite(file, { readonly: true, ...(binding !== null && { nativeBinding: binding }) })
  try {
    const isThere = database.prepare('SELECT count(*) FROM sqlite_schema WHERE name = ?').pluck().get(table)
    return isThere === 1 ? Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()) : 0
  } finally {
    database.close()
  }
}

describe('bitten walkforward', () => {
  it('that was killed goes on where it was, and ends with the same bytes as one that was not', async () => {
    const data = aMinuteFile(temporaryFolder(), WEEKS)
    const argv = ['walkforward', '--data', data, ...WINDOWS, '--json']
    const whole = await bitten(temporaryFolder(), ...argv)
    const folder = temporaryFolder()

    const killed = await startBitten(folder, ...argv)
    await eventually(() => expect(rowsOf(folder, 'piece')).toBeGreaterThan(0))
    killed.child.kill('SIGKILL')
    await killed.ended
    const kept = rowsOf(folder, 'piece')
    expect(rowsOf(folder, 'answer')).toBe(0)
    const resumed = await bitten(folder, ...argv)
    const found = await bitten(folder, ...argv)
    const fresh = await bitten(folder, ...argv, '--fresh', '--threads', '1')

    expect(whole).toMatchObject({ code: 0, stderr: '' })
    expect(rowsOf(folder, 'piece')).toBeGreaterThan(kept)
    expect([resumed.stdout, found.stdout, fresh.stdout]).toEqual([whole.stdout, whole.stdout, whole.stdout])
    const report = WalkForwardReport.parse(JSON.parse(whole.stdout))
    expect(report.trials.here).toBe(1)
    expect(report.folds.length).toBe(2)
    expect(report.folds.every(({ tested }) => tested > 0)).toBe(true)
  })

  it('refuses proposals around the announcements of a calendar file, and its page says which those were', async () => {
    const folder = temporaryFolder()
    const calendar = path.join(folder, 'calendar.csv')
    const page = path.join(folder, 'report.html')
    const days = Array.from({ length: 28 }, (_, day) => `2018-04-${String(day + 1).padStart(2, '0')}`)
    const rows = days.map(day => `${day} 13:30,USD,high,Something`)
    writeFileSync(calendar, ['utc,currency,importance,name', ...rows, ''].join('\n'))
    const data = aMinuteFile(folder, WEEKS)
    const argv = ['walkforward', '--data', data, ...WINDOWS, '--json']

    const without = await bitten(folder, ...argv)
    const { code, stdout } = await bitten(folder, ...argv, '--calendar', calendar, '--out', page)

    expect(code).toBe(0)
    const report = WalkForwardReport.parse(JSON.parse(stdout))
    expect(report.calendar).toEqual({ fromMs: Date.UTC(2018, 3, 1), toMs: Date.UTC(2018, 3, 29), events: 28 })
    expect(report.trials.here).toBe(2)
    const refused = new Set(report.refusals.map(({ code: reason }) => reason))
    expect([...refused]).toEqual(expect.arrayContaining(['NEWS_NEAR', 'CALENDAR_MISSING']))
    expect(readFileSync(page, 'utf8')).toContain('28 announcements from 2018-04-01 up to 2018-04-29')
    expect(WalkForwardReport.parse(JSON.parse(without.stdout)).calendar).toBeNull()
  })

  it('writes a page that says what was fitted and tested, and a summary for a person', async () => {
    const folder = temporaryFolder()
    const data = aMinuteFile(folder, WEEKS)
    const page = path.join(folder, 'report.html')

    const { code, stdout } = await bitten(
      folder,
      'walkforward',
      '--data',
      data,
      '--fit-until',
      '2018-05-01',
      '--out',
      page,
    )

    expect(code).toBe(0)
    const basis = 'Fit on 7 Jan 2018 – 30 Apr 2018, tested on 1 May 2018 – 11 May 2018'
    expect(stdout).toContain(`Windows   ${basis}\n`)
    expect(stdout).toMatch(/\nTries {5}question 1 to this lab, after 410 looks of the study\n/)
    expect(readFileSync(page, 'utf8')).toContain(basis)
  })

  it.each([
    [['--fit-until', '2019-01-01'], /leaves nothing to test: .* Give more data, or fit on less/],
    [['--from', '2018-05-01', '--to', '2018-05-01'], /day of --to has to be later/],
    [['--out', '/nowhere/at/all.html'], /can't be written: .* Choose another place with --out/],
  ])('%j is refused in one sentence, with exit code 1', async (argv, sentence) => {
    const folder = temporaryFolder()
    const data = aMinuteFile(folder, 12)

    const { code, stderr } = await bitten(folder, 'walkforward', '--data', data, '--fit-months', '2', ...argv)

    expect(code).toBe(1)
    expect(stderr).toMatch(sentence)
  })

  it('refuses a file that is not there, and a lab.db of somebody else, which stays as it is', async () => {
    const folder = temporaryFolder()
    const missing = await bitten(folder, 'walkforward', '--data', 'nowhere.csv')
    expect(missing.stderr).toContain('bitten: There is no file nowhere.csv. Check the path')

    const lab = path.join(folder, 'lab.db')
    writeFileSync(lab, 'a diary')
    const foreign = await bitten(folder, 'walkforward', '--data', aMinuteFile(folder, 4))
    expect(foreign.code).toBe(1)
    expect(foreign.stderr).toContain('is no lab store')
    expect(readFileSync(lab, 'utf8')).toBe('a diary')
  })
})

describe('bitten train', () => {
  it('writes a model for this engine, with a card whose figures no fit had seen', async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'model.json')

    const { code, stdout } = await bitten(
      folder,
      'train',
      '--data',
      aMinuteFile(folder, WEEKS),
      ...WINDOWS,
      '--out',
      file,
    )

    expect(code).toBe(0)
    const model = ModelFile.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(model.name).toMatch(/^own-2018-05-\d\d-[0-9a-f]{6}$/)
    expect(model.plans.RAPID?.n).toBeGreaterThan(200)
    expect(model.card).toMatchObject({
      trials: 411,
      period: { from: expect.stringMatching(/^2018-01/) as unknown },
    })
    const [proof] = model.card.validation
    expect(proof?.test).toMatch(/^Fit 2 times, .* always on what no fit had seen$/)
    expect(proof?.n).toBeLessThan(model.plans.RAPID?.n ?? 0)
    expect(stdout).toContain(`Written   ${file}`)
  })

  it('writes nothing where the data is too little for any plan, and says so', async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'model.json')
    const data = aMinuteFile(folder, 4)

    const { code, stderr } = await bitten(
      folder,
      'train',
      '--data',
      data,
      '--to',
      '2018-01-25',
      '--fit-until',
      '2018-01-24',
      '--out',
      file,
    )

    expect(code).toBe(1)
    expect(stderr).toMatch(/No plan, or no pair, has the 50 candidates.* Nothing is written. Give more data/)
    expect(existsSync(file)).toBe(false)
  })
})
