import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { bitten, startBitten } from '../testkit/command-line.ts'
import { eventually } from '../testkit/eventually.ts'
import { sqliteBinding } from '../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../testkit/temporary-folder.ts'

const SAMPLES = path.resolve(import.meta.dirname, '../../resources/samples')
const TICKS = path.join(SAMPLES, 'eurusd-20140505-lean.csv')
const parse = (text: string) => JSON.parse(text) as unknown

describe('bitten', () => {
  it('says its commands, and with each its options and an example', async () => {
    const folder = temporaryFolder()

    const help = await bitten(folder, '--help')
    expect(help).toMatchObject({ code: 0, stderr: '' })
    for (const command of [
      'run',
      'status',
      'flatten',
      'replay',
      'backtest',
      'honesty',
      'import',
      'terminal-sim',
      'doctor',
    ]) {
      expect(help.stdout).toContain(command)
      const own = await bitten(folder, command, '--help')
      expect(own.code).toBe(0)
      expect(own.stdout).toContain('--json')
      expect(own.stdout).toMatch(/Example.*:\n {2}bitten /)
    }
  })

  it.each([
    [['nonsense'], /^bitten: Unknown command 'nonsense'\. See: bitten --help\n$/],
    [[], /^bitten: Say what to do\. See: bitten --help\n$/],
    [['import'], /^bitten: Missing required argument 'files'\. See: bitten import --help\n$/],
    [
      ['replay', '--data', 'x', '--loops', '0'],
      /Expected a whole number from 1 to 10000\. See: bitten replay --help\n$/,
    ],
    [['replay', '--data', 'x', '--symbols', 'XAUUSD'], /"XAUUSD" is none of EURUSD, .*\n$/],
    [['run'], /^bitten: Required option '--headless' not specified\. See: bitten run --help\n$/],
  ])('refuses %j in one sentence, with exit code 2', async (argv, sentence) => {
    const { code, stdout, stderr } = await bitten(temporaryFolder(), ...argv)

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(sentence)
  })

  it('refuses in JSON when asked in JSON', async () => {
    const { code, stdout, stderr } = await bitten(temporaryFolder(), 'import', 'nowhere.zip', '--json')

    expect([code, stderr]).toEqual([1, ''])
    expect(parse(stdout)).toEqual({
      error: { code: 'NO_SUCH_FILE', text: 'There is no file nowhere.zip. Check the path' },
    })
  })
})

describe('bitten replay', () => {
  it('gives the same bytes for the same files, with the hash of the ledger', async () => {
    const argv = ['replay', '--data', TICKS, '--symbols', 'EURUSD', '--speed', 'max', '--json']

    const first = await bitten(temporaryFolder(), ...argv)
    const second = await bitten(temporaryFolder(), ...argv)

    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(parse(first.stdout)).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown })
    expect(second.stdout).toBe(first.stdout)
  })

  it('says for a person what went in and what came of it', async () => {
    const { code, stdout } = await bitten(temporaryFolder(), 'replay', '--data', TICKS)

    expect(code).toBe(0)
    expect(stdout).toMatch(/^Data {6}[\d,]+ ticks, 2014-05-05 \d\d:\d\d to 2014-05-05 \d\d:\d\d UTC\n/)
    expect(stdout).toMatch(/\nLedger {4}[\d,]+ events?, hash [0-9a-f]{64}\n$/)
  })

  it.each(['lean.csv', 'mt5-ticks.csv', 'histdata-m1.csv', 'mt5-m1.csv'])(
    'takes the sample %s',
    async name => {
      const file = path.join(SAMPLES, `eurusd-20140505-${name}`)

      const { code, stdout } = await bitten(
        temporaryFolder(),
        'replay',
        '--data',
        file,
        '--server-offset',
        '+3',
        '--json',
      )

      expect(code).toBe(0)
      expect(parse(stdout)).toMatchObject({ data: { dropped: {} }, bars: [{ pair: 'EURUSD' }] })
    },
  )

  it('ends with 1 when not one tick can be used', async () => {
    const file = path.join(temporaryFolder(), 'eurusd-20140501.csv')
    writeFileSync(file, '5,1.3,1.2\n')

    const { code, stdout, stderr } = await bitten(temporaryFolder(), 'replay', '--data', file)

    expect(code).toBe(1)
    expect(stdout).toContain('left out: CROSSED 1')
    expect(stderr).toContain('bitten: No tick in these files can be used.')
  })
})

describe('bitten import', () => {
  it('stores bars under a source name, and the same again when it is run again', async () => {
    const folder = temporaryFolder()
    const argv = [
      'import',
      path.join(SAMPLES, 'eurusd-20140505-histdata-m1.csv'),
      '--source',
      'sample',
      '--json',
    ]

    const first = await bitten(folder, ...argv)
    const second = await bitten(folder, ...argv)

    expect(first.code).toBe(0)
    const said = parse(first.stdout) as { pairs: { count: number; fromMs: number; toMs: number }[] }
    const binding = sqliteBinding()
    const database = new Sqlite(path.join(folder, 'market.db'), {
      readonly: true,
      ...(binding !== null && { nativeBinding: binding }),
    })
    const stored = `SELECT source, pair, digits, count(*) AS count, min(open_ms) AS fromMs, max(open_ms) AS toMs
                    FROM bar JOIN series ON series.id = bar.series GROUP BY series.id`
    expect(database.prepare(stored).all()).toEqual([
      { source: 'import:sample', pair: 'EURUSD', digits: 5, ...said.pairs[0] },
    ])
    expect(second.stdout).toBe(first.stdout)
  })
})

describe('bitten doctor', () => {
  it('finds all well, and names what it looked at', async () => {
    const { code, stdout } = await bitten(temporaryFolder(), 'doctor', '--json')

    expect(code).toBe(0)
    const { ok, checks } = parse(stdout) as { ok: boolean; checks: { name: string; ok: boolean }[] }
    expect(ok).toBe(true)
    expect(checks.map(({ name }) => name)).toEqual([
      'runtime',
      'sqlite',
      'zeromq',
      'data folder',
      'ledger',
      'disk space',
      'telegram',
      'display',
    ])
  })

  it('ends with 1 and says what to do when something stands in the way', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'ledger.db'), 'no database at all, but longer than a header '.repeat(30))

    const { code, stdout } = await bitten(folder, 'doctor')

    expect(code).toBe(1)
    expect(stdout).toMatch(/\nFAIL {2}ledger +This file is no ledger\. Move it away/)
  })
})

describe('bitten run --headless', () => {
  it('trains until Ctrl-C, stops in order, and leaves a ledger that verifies', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
    const desk = await startBitten(folder, 'run', '--headless', '--training', '--speed', '600', '--json')

    await eventually(() => expect(desk.written()).toContain('"kind":"terminalLinked"'))
    const second = await bitten(folder, 'import', path.join(SAMPLES, 'eurusd-20140505-histdata-m1.csv'))
    const looked = await bitten(folder, 'doctor')
    desk.child.kill('SIGINT')
    const { code, stdout, stderr } = await desk.ended

    expect([code, stderr]).toEqual([0, ''])
    expect(second).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('running already') as unknown,
    })
    expect(looked.stdout).toContain('in use by a running desk')
    const documents = stdout
      .trim()
      .split('\n')
      .map(line => parse(line) as { kind: string; seq?: number })
    expect(documents.at(0)).toMatchObject({ kind: 'started', training: true })
    expect(documents.at(-1)).toEqual({ kind: 'stopped' })
    expect(existsSync(path.join(folder, 'bitten.lock'))).toBe(false)
    const after = await bitten(folder, 'doctor', '--json')
    const told = Math.max(...documents.map(({ seq }) => seq ?? 0))
    const events = Number(/"([\d,]+) events, unbroken/.exec(after.stdout)?.[1]?.replaceAll(',', ''))
    expect(events).toBeGreaterThanOrEqual(told)
    expect(readFileSync(path.join(folder, 'logs', 'bitten.log'), 'utf8')).toContain('"stopped"')
  })
})

describe('bitten terminal-sim', () => {
  it('links to a running desk with the key of its data folder, and says goodbye on Ctrl-C', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ version: 1, port: 0 }))
    const desk = await startBitten(folder, 'run', '--headless', '--json')
    await eventually(() => expect(desk.written()).toContain('"started"'))
    const { port } = parse(desk.written().split('\n')[0] ?? '') as { port: number }

    const terminal = await startBitten(
      folder,
      'terminal-sim',
      '--port',
      String(port),
      '--data',
      TICKS,
      '--json',
    )
    await eventually(() => expect(terminal.written()).toContain('"linked"'))
    await eventually(() => expect(desk.written()).toContain('"kind":"terminalLinked"'))
    terminal.child.kill('SIGINT')

    expect(await terminal.ended).toMatchObject({ code: 0, stderr: '' })
    await eventually(() => expect(desk.written()).toContain('"kind":"terminalLost"'))
    desk.child.kill('SIGTERM')
    expect((await desk.ended).code).toBe(0)
  })

  it('says how to get a pairing key when there is none', async () => {
    const { code, stderr } = await bitten(temporaryFolder(), 'terminal-sim')

    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^bitten: There is no pairing key in .*\. Start the desk once, or give its key with --key\n$/,
    )
  })
})
