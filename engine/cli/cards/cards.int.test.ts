import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openInstallKey } from '../../adapters/identity/index.ts'
import { openLedger } from '../../adapters/ledger/index.ts'
import { CallSign } from '../../contracts/squad.ts'
import { EpochMs, type AccountKind } from '../../contracts/primitives.ts'
import { bitten } from '../../testkit/command-line.ts'
import { aTradeClosed, aUlid } from '../../testkit/events.ts'
import { resent } from '../../testkit/pictures.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { aMission } from '../../testkit/views.ts'

const ORDER = aUlid(2)

/** A data folder with one closed trade of that result. */
function aFolder(netCents: number): string {
  const folder = temporaryFolder()
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding: sqliteBinding() })
  const mission = aMission({ id: aUlid(1) })
  const atMs = EpochMs.parse(1_000)
  const callSign = CallSign.parse('Viper ⚡')
  const { publicKey: key } = openInstallKey(folder)
  ledger.append([{ kind: 'callSignTaken', atMs, callSign, key, privacy: 'all', origin: 'cli' }], atMs)
  ledger.append([{ kind: 'missionIssued', atMs, mission }, aTradeClosed({ netCents })], atMs)
  ledger.close()
  return folder
}

describe('bitten card and bitten verify', () => {
  it('make a kill card of a winner, which a messenger may halve, and tell who signed what', async () => {
    const folder = aFolder(1_500)
    const file = path.join(folder, 'kill.png')
    const made = await bitten(folder, 'card', ORDER, '--out', file, '--theme', 'ember')

    expect([made.code, made.stderr]).toEqual([0, ''])
    expect(made.stdout).toContain('a kill card, account simulated')
    const small = path.join(folder, 'small.jpg')
    writeFileSync(small, await resent(readFileSync(file), 0.5, 60))
    const { code, stdout } = await bitten(folder, 'verify', small)
    expect(code).toBe(0)
    expect(stdout).toMatch(/the signature is valid\.\n/)
    expect(stdout).toMatch(/Account +SIMULATED, no real money\nCall-sign +Viper ⚡\nOrder +0{25}2\n/)
    expect(stdout).toMatch(/Result +\+1\.50 R\n/)
    expect(stdout).toContain(openInstallKey(folder).publicKey)
    expect(stdout).toContain('It does not prove that a broker carried the trade out.')
    expect(stdout).not.toMatch(/Net|Lots/)
  })

  it('make a debrief of a loser, and leave away what is asked, but never the kind of account', async () => {
    const folder = aFolder(-900)
    const file = path.join(folder, 'card.png')
    const hide = ['--hide', 'callSign,pair,side,setup,r,pips,money,lots,prices,probability,dates']
    const made = await bitten(folder, 'card', ORDER, '--out', file, ...hide, '--json')
    const facts = { card: 'debrief', account: 'simulated', order: ORDER }

    expect(JSON.parse(made.stdout)).toMatchObject({ card: { file, facts } })
    const { stdout } = await bitten(folder, 'verify', file, '--json')
    expect(JSON.parse(stdout)).toMatchObject({ card: { is: 'valid', facts } })
    const told = JSON.parse(stdout) as { card: { facts: object } }
    expect(told.card.facts).toEqual(facts)
  })

  it('show everything when nothing is to be hidden', async () => {
    const folder = aFolder(1_500)
    const made = await bitten(
      folder,
      'card',
      ORDER,
      '--out',
      path.join(folder, 'all.png'),
      '--hide',
      'none',
      '--json',
    )

    expect(JSON.parse(made.stdout)).toMatchObject({ card: { facts: { netCents: 1_500, lots: 0.1 } } })
  })

  it('make a SITREP of the last week that is over, and say which kind of account when there are several', async () => {
    const folder = aFolder(1_500)
    const tell = (account: AccountKind, ...days: readonly number[]) => {
      const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding: sqliteBinding() })
      for (const day of days) {
        const atMs = EpochMs.parse(Date.UTC(2026, 0, day, 8))
        ledger.append([{ kind: 'reportTold', report: 'sitrep', account, tone: 'balanced', text: '', atMs, dueMs: atMs }], atMs) // prettier-ignore
      }
      ledger.close()
    }
    const file = path.join(folder, 'week.png')
    expect((await bitten(folder, 'sitrep', '--card', file)).stderr).toBe(
      'bitten: No week is over yet: its picture is made when its SITREP is told.\n',
    )
    tell('simulated', 10, 17)
    const made = await bitten(folder, 'sitrep', '--card', file, '--theme', 'arctic', '--hide', 'callSign')
    expect([made.code, made.stderr]).toEqual([0, ''])
    expect(made.stdout).toContain(`${file}: a SITREP, account simulated.\n`)
    const { stdout } = await bitten(folder, 'verify', file)
    expect(stdout).toMatch(/Card +SITREP\n/)
    expect(stdout).toMatch(/From +2026-01-10 08:00 UTC\nTo +2026-01-17 08:00 UTC\n/)
    expect(stdout).not.toContain('Viper')

    tell('demo', 18)
    const either = await bitten(folder, 'sitrep', '--card', file)
    expect([either.code, either.stderr]).toEqual([
      1,
      'bitten: Weeks of demo and simulated are over: choose one with --account.\n',
    ])
    const demo = await bitten(folder, 'sitrep', '--card', file, '--account', 'demo', '--json')
    expect(JSON.parse(demo.stdout)).toMatchObject({ card: { file, facts: { card: 'sitrep', trades: 0 } } })
    const nowhere = await bitten(folder, 'sitrep', '--account', 'demo', '--card', path.join(folder, 'no', 'x.png')) // prettier-ignore
    expect(nowhere.stderr).toContain('Choose another place with --card.')
  })

  it('say in one sentence what cannot be done, and end with 1', async () => {
    const folder = aFolder(1_500)
    const text = path.join(folder, 'notes.png')
    writeFileSync(text, 'no picture')
    const cases = [
      [['card', aUlid(9), '--out', 'x.png'], `has no closed trade of order ${aUlid(9)}`],
      [['card', ORDER, '--out', path.join(folder, 'gone', 'x.png')], 'Choose another place with --out'],
      [['verify', text], 'is no PNG or JPEG picture'],
      [['verify', path.join(folder, 'missing.png')], "can't be read: no such file or directory"],
    ] as const
    for (const [argv, words] of cases) {
      const { code, stdout, stderr } = await bitten(folder, ...argv)
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toContain(words)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })

  it('say what was typed wrongly, and end with 2', async () => {
    const folder = temporaryFolder()
    const wrong = [
      ['card', 'EURUSD', '--out', 'x.png'],
      ['card', ORDER, '--out', 'x.png', '--hide', 'account'],
      ['card', ORDER, '--out', 'x.png', '--theme', 'pink'],
    ]
    for (const argv of wrong) expect((await bitten(folder, ...argv)).code).toBe(2)
  })
})
