import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openLedger } from '../../adapters/ledger/index.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { bitten } from '../../testkit/command-line.ts'
import { aDealDone, aTradeClosed } from '../../testkit/events.ts'
import { longHistory } from '../../testkit/long-history.ts'
import { ONE_OF_EACH } from '../../testkit/one-of-each.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'

const binding = sqliteBinding()
const wallMs = EpochMs.parse(1_700_000_000_000)

/** A data folder whose ledger holds a simulated account's history, and then a demo account of another terminal. */
function aFolder() {
  const folder = temporaryFolder()
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), binding })
  const { terminalLinked } = ONE_OF_EACH
  const deal = aDealDone(999_999, terminalLinked.terminal)
  const { trade } = aTradeClosed({ account: 'demo', netCents: -1_234 })
  ledger.append(
    [
      ...longHistory(200),
      { ...terminalLinked, broker: '=cmd|<b>' },
      { ...deal, order: trade.order },
      aDealDone(999_998, terminalLinked.terminal),
      { kind: 'tradeClosed', atMs: deal.atMs, trade: { ...trade, terminal: terminalLinked.terminal } },
    ],
    wallMs,
  )
  const head = ledger.head()
  ledger.close()
  return { folder, file: path.join(folder, 'ledger.db'), head }
}

function tamper(file: string): void {
  const database = new Sqlite(file, binding === null ? {} : { nativeBinding: binding })
  database.exec('DROP TRIGGER event_never_changes')
  database.exec('UPDATE event SET wall_ms = wall_ms + 1 WHERE seq = 7')
  database.close()
}

describe('bitten ledger verify', () => {
  it('says how many events there are and the last hash', async () => {
    const { folder, head } = aFolder()
    const { code, stdout } = await bitten(folder, 'ledger', 'verify', '--json')
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { ok: true, ...head }])
  })

  it('names the first event that does not fit, and fails', async () => {
    const { folder, file } = aFolder()
    tamper(file)
    const json = await bitten(folder, 'ledger', 'verify', '--json')
    expect([json.code, JSON.parse(json.stdout)]).toMatchObject([
      1,
      { error: { code: 'CHAIN_BROKEN', text: expect.stringContaining('Event 7 of') as string } },
    ])
    expect((await bitten(folder, 'ledger', 'verify')).stderr).toMatch(/^bitten: Event 7 of .*\n$/)
  })

  it('says in one sentence that there is none', async () => {
    const { code, stderr } = await bitten(temporaryFolder(), 'ledger', 'verify')
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^bitten: There is no ledger in .*\n$/)])
  })
})

describe('bitten ledger export', () => {
  it('writes every event with the hash that anyone can follow', async () => {
    const { folder, head } = aFolder()
    const { stdout } = await bitten(folder, 'ledger', 'export', '--format', 'json')
    const lines = stdout.trimEnd().split('\n')
    let hash = '0'.repeat(64)
    for (const line of lines) {
      const body = line.slice(line.indexOf('"event":') + '"event":'.length, -1)
      const { seq, wallMs: at } = JSON.parse(line) as { seq: number; wallMs: number }
      hash = createHash('sha256').update(`${hash}\n${seq}\n${at}\n${body}`).digest('hex')
    }
    expect([lines.length, hash]).toEqual([head.events, head.hash])
  })

  it('writes closed trades of one kind of account, whole into a file', async () => {
    const { folder } = aFolder()
    const out = path.join(folder, 'trades.csv')
    const argv = ['ledger', 'export', '--format', 'csv', '--account', 'demo', '--out', out, '--json']
    expect(JSON.parse((await bitten(folder, ...argv)).stdout)).toMatchObject({ ok: true, file: out })
    const [header, row, ...rest] = readFileSync(out, 'utf8').split('\r\n')
    expect(header?.split(',').length).toBe(row?.split(',').length)
    expect(row).toMatch(/^demo,.*,-12\.34,10,/)
    expect(rest).toEqual([''])
  })

  it('writes a statement in which each account stands for itself and nothing is run', async () => {
    const { folder } = aFolder()
    const { stdout } = await bitten(folder, 'ledger', 'export', '--format', 'statement')
    expect(stdout.match(/<h2>/g)).toHaveLength(2)
    expect(stdout).toContain('SIMULATED account')
    expect(stdout).toContain('=cmd|&lt;b&gt;, S: demo account')
    // Of the demo account's two deals one is no order of BITTEN's: shown, not counted.
    expect(stdout).toMatch(/Profit 0\.00, commission -0\.35, swap 0\.00: <b>net -0\.35<\/b>/)
  })

  it('breaks off at an event that does not fit', async () => {
    const { folder, file } = aFolder()
    tamper(file)
    const out = path.join(folder, 'events.json')
    const { code, stderr } = await bitten(folder, 'ledger', 'export', '--format', 'json', '--out', out)
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^bitten: Event 7 of /)])
    expect(existsSync(out)).toBe(false)
  })

  it('says in one sentence where it cannot write', async () => {
    const { folder } = aFolder()
    const out = path.join(folder, 'nowhere', 'x.csv')
    const { code, stderr } = await bitten(folder, 'ledger', 'export', '--format', 'csv', '--out', out)
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^bitten: .*can't be used: no such file.*\n$/)])
  })
})

describe('bitten ledger backup and restore', () => {
  it('bring back what was, and put aside what is', async () => {
    const { folder, file, head } = aFolder()
    const made = JSON.parse((await bitten(folder, 'ledger', 'backup', '--json')).stdout) as { file: string }
    expect(made).toMatchObject({ ok: true, ...head })
    const { size } = statSync(made.file)
    expect(made).toMatchObject({ bytes: size, allBytes: size })
    tamper(file)
    const { code, stdout } = await bitten(folder, 'ledger', 'restore', made.file)
    expect([code, stdout]).toEqual([0, expect.stringContaining('is the ledger now')])
    expect(readdirSync(path.join(folder, 'quarantine'))).toHaveLength(1)
    expect((await bitten(folder, 'ledger', 'verify')).code).toBe(0)
  })

  it('refuse a file that is no whole backup, and change nothing', async () => {
    const { folder } = aFolder()
    const other = path.join(folder, 'other.db')
    writeFileSync(other, 'something')
    for (const [argument, text] of [
      [other, /^bitten: This file is no ledger/],
      [path.join(folder, 'gone.db'), /^bitten: There is no file/],
    ] as const) {
      const { code, stderr } = await bitten(folder, 'ledger', 'restore', argument)
      expect([code, stderr]).toEqual([1, expect.stringMatching(text)])
    }
    expect((await bitten(folder, 'ledger', 'verify')).code).toBe(0)
  })
})
