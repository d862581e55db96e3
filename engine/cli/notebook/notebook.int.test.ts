import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../adapters/ledger/index.ts'
import type { EngineEvent } from '../../contracts/events.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { bitten } from '../../testkit/command-line.ts'
import { aUlid } from '../../testkit/events.ts'
import { aNote, aTrade, ofR } from '../../testkit/notebook.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

const WALL_MS = Date.UTC(2026, 0, 6, 9)

function aFolder(...events: readonly EngineEvent[]): string {
  const folder = temporaryFolder()
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding: sqliteBinding() })
  events.forEach((event, at) => ledger.append([event], EpochMs.parse(WALL_MS + at * 60_000)))
  ledger.close()
  return folder
}

const A_DAY = [
  ...aTrade(1, ofR(2)),
  aNote(1, {
    order: aUlid(101),
    mission: aUlid(1),
    text: 'Waited *long* für den Einstieg 🚀',
    lesson: 'Wait.',
    patterns: ['pull back'],
  }),
  { ...ONE_OF_EACH.tradeDebriefed, order: aUlid(101), keptPlan: true },
  aNote(2, { account: 'live', text: 'Real money.' }),
]

describe('bitten journal', () => {
  it('lists notes by kind of account, the ones with money first', async () => {
    const { code, stdout } = await bitten(aFolder(...A_DAY), 'journal', 'list')

    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        'Notebook, live: 1 note',
        '  2026-01-06 09:05 UTC',
        '    Real money.',
        'Notebook, demo: 1 note',
        '  2026-01-06 09:03 UTC  EURUSD buy, z-fade, +2.00 R by target, plan kept  #pull-back',
        '    Waited *long* für den Einstieg 🚀',
        '    Lesson: Wait.',
        '',
      ].join('\n'),
    )
  })

  it('searches whatever the case and accents, and answers in JSON', async () => {
    const folder = aFolder(...A_DAY)
    const { stdout } = await bitten(folder, 'journal', 'search', 'FUR', 'eurusd', '--json')

    const { journal } = JSON.parse(stdout) as { journal: { account: string; total: number }[] }
    expect(journal).toMatchObject([{ account: 'demo', total: 1 }])
    expect((await bitten(folder, 'journal', 'search', 'nowhere')).stdout).toBe(
      'No note has all of these words.\n',
    )
  })

  it('exports every note as Markdown, with nothing of it taken for Markdown', async () => {
    const folder = aFolder(...A_DAY)
    const out = path.join(folder, 'journal.md')
    const { code, stdout } = await bitten(folder, 'journal', 'export', '--out', out)

    expect([code, stdout]).toEqual([0, `${out}: 2 notes.\n`])
    const text = readFileSync(out, 'utf8')
    expect(text).toContain(
      '## demo\n\n### 2026-01-06 09:03 UTC: EURUSD buy, z-fade, +2.00 R by target, plan kept',
    )
    expect(text).toContain('Waited \\*long\\* für den Einstieg 🚀\n\n**Lesson:** Wait.\n\n\\#pull-back')
    expect((await bitten(folder, 'journal', 'export', '--account', 'live')).stdout).toBe(
      '# Notebook\n\n## live\n\n### 2026-01-06 09:05 UTC\n\nReal money.\n',
    )
  })

  it('says in one sentence what is missing or cannot be written', async () => {
    expect(await bitten(temporaryFolder(), 'journal', 'list')).toMatchObject({ code: 1, stdout: '' })
    expect((await bitten(aFolder(), 'journal', 'list')).stdout).toBe('No note has been written yet.\n')
    const nowhere = await bitten(aFolder(...A_DAY), 'journal', 'export', '--out', '/nowhere/at/all.md')
    expect(nowhere.code).toBe(1)
    expect(nowhere.stderr).toMatch(/^bitten: \/nowhere\/at\/.* can't be used: .*\n$/)
  })
})

describe('bitten drill and bitten sitrep', () => {
  const told: EngineEvent = { ...ONE_OF_EACH.reportTold, dueMs: EpochMs.parse(WALL_MS + 9 * 3_600_000) }

  it('say what has happened since the last report, or the last one itself', async () => {
    const folder = aFolder(...A_DAY, told, ...aTrade(2, ofR(-1)))

    expect((await bitten(folder, 'drill', '--account', 'demo')).stdout).toMatch(
      /^Drill report: 1 trade, 0 won and 1 lost, −1\.00 R, −1\.00\. \(demo, from 2026-01-06 18:00 UTC until now\)\n/,
    )
    expect((await bitten(folder, 'drill', '--account', 'demo', '--last', '--tone', 'harsh')).stdout).toMatch(
      /^Drill report: 1 trade, 1 won and 0 lost, \+2\.00 R, \+2\.00\. \(demo, from the beginning until 2026-01-06 18:00 UTC\)\n.*no excuses/s,
    )
    expect((await bitten(folder, 'sitrep', '--account', 'demo')).stdout).toContain('SITREP: 2 trades')
  })

  it('report on each kind of account by itself, and on none before anything has happened', async () => {
    const { stdout } = await bitten(aFolder(...A_DAY), 'drill')

    expect(stdout.match(/^Drill report/gm)).toHaveLength(2)
    expect((await bitten(aFolder(), 'sitrep')).stdout).toBe(
      'Nothing has happened yet, so that there is nothing to report.\n',
    )
  })
})
