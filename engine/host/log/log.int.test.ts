import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openLogFile, type LogFile, type LogFileOptions } from './log-file.ts'
import { redactedLog } from './redacted-log.ts'
import { Redactor } from './redactor.ts'

const now = () => Date.UTC(2026, 0, 1)

function logIn(
  folder: string,
  options: Partial<LogFileOptions> = {},
): { log: LogFile; read: () => string[] } {
  const file = path.join(folder, 'logs', 'bitten.log')
  const log = openLogFile({ file, now, ...options })
  onTestFinished(() => log.close())
  return { log, read: () => readFileSync(file, 'utf8').trimEnd().split('\n') }
}

describe('the log file', () => {
  it('holds one JSON object a line', () => {
    const { log, read } = logIn(temporaryFolder())
    log.write('info', 'started\nhere', { port: 5577 })
    log.write('warn', 'odd')
    expect(read().map(line => JSON.parse(line) as unknown)).toEqual([
      { at: '2026-01-01T00:00:00.000Z', level: 'info', text: 'started\nhere', data: { port: 5577 } },
      { at: '2026-01-01T00:00:00.000Z', level: 'warn', text: 'odd' },
    ])
  })

  it('shows an error with its message', () => {
    const { log, read } = logIn(temporaryFolder())
    log.write('error', 'worker died', { cause: new Error('boom'), ticket: 5n })
    expect(read()[0]).toContain('"message":"boom"')
    expect(read()[0]).toContain('"ticket":"5"')
  })

  it('is put aside when it has grown, and the oldest goes', () => {
    const folder = temporaryFolder()
    const { log, read } = logIn(folder, { maxBytes: 200, keep: 2 })
    for (let at = 0; at < 20; at += 1) log.write('info', `line ${at} ${'x'.repeat(60)}`)
    expect(readdirSync(path.join(folder, 'logs')).toSorted()).toEqual([
      'bitten.log',
      'bitten.log.1',
      'bitten.log.2',
    ])
    expect(read().at(-1)).toContain('line 19')
  })

  it('goes on where it ended', () => {
    const folder = temporaryFolder()
    const first = logIn(folder)
    first.log.write('info', 'one')
    first.log.close()
    const second = logIn(folder)
    second.log.write('info', 'two')
    expect(second.read()).toHaveLength(2)
  })

  it('that can not be written says later how much is missing, and never throws', () => {
    const folder = temporaryFolder()
    const { log, read } = logIn(folder, { maxBytes: 10 })
    log.write('info', 'one')
    rmSync(path.join(folder, 'logs'), { recursive: true })
    log.write('info', 'two')
    log.write('info', 'three')
    logIn(folder)
    log.write('info', 'four')
    expect(read()).toHaveLength(1)
    expect(read()[0]).toContain('"lostLines":2')
  })
})

describe('a redacted log', () => {
  it('never writes the secret, wherever it turns up', () => {
    const { log, read } = logIn(temporaryFolder())
    const safe = redactedLog(log, new Redactor(['AB-CD']))
    safe.write('info', 'the key is AB-CD', { deep: [{ key: 'xABCDx' }], cause: new Error('AB-CD'), n: 1 })
    const [line = ''] = read()
    expect(line).not.toMatch(/AB-?CD/)
    expect(line).toContain('"n":1')
    expect(line).toContain('the key is [hidden]')
  })
})
