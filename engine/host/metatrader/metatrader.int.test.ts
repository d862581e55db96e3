import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { MetaTrader } from '../../contracts/metatrader.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import { freePort } from '../../testkit/free-port.ts'
import { KEY, simulate, startFor } from '../../testkit/simulated-terminal.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { newPairingKey } from '../../wire/index.ts'
import { judge } from './compile.ts'
import { findTerminals, terminalAt, usualPlaces } from './find-terminals.ts'
import { installEa } from './install.ts'
import { tryLink, type Trial } from './link-trial.ts'

const isWindows = process.platform === 'win32'
const write = (file: string, text: string | Buffer) => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

/** A computer with one installed terminal, one portable one, and things beside them that are none. */
function computer() {
  const home = temporaryFolder()
  const roots = path.join(home, 'AppData', 'MetaQuotes', 'Terminal')
  const programs = path.join(home, 'Programs')
  const installed = path.join(programs, 'Broker MetaTrader 5')
  const data = path.join(roots, 'D0E8209F77C8CF37AD8BF550E51FF075')
  write(path.join(installed, 'terminal64.exe'), '')
  mkdirSync(path.join(data, 'MQL5'), { recursive: true })
  write(path.join(data, 'origin.txt'), utf16(installed))
  mkdirSync(path.join(roots, 'Common', 'Files'), { recursive: true })
  const portable = path.join(programs, 'Portable MT5')
  mkdirSync(path.join(portable, 'MQL5'), { recursive: true })
  write(path.join(portable, 'terminal64.exe'), '')
  mkdirSync(path.join(programs, 'Something Else'))
  return { places: { roots: [roots], programs: [programs] }, data, installed, portable, home }
}

/** Sources of an Expert Advisor, as our `ea` folder has them. */
function sourcesOf(version: string): string {
  const folder = temporaryFolder()
  write(path.join(folder, 'Experts', 'BITTENBridge.mq5'), `// ${version}`)
  write(path.join(folder, 'Include', 'BITTEN', 'Session.mqh'), `// session ${version}`)
  write(path.join(folder, 'Include', 'BITTEN', 'Json.mqh'), '// json')
  return folder
}

/** A program that writes a log as MetaEditor does. */
function editorIn(folder: string, result: string): void {
  const editor = path.join(folder, 'metaeditor64.exe')
  const script = [
    '#!/bin/sh',
    'for word in "$@"; do case "$word" in /log:*) log="${word#/log:}";; esac; done',
    `printf '\\377\\376' > "$log"; printf '%s\\r\\n' ${JSON.stringify(result)} | iconv -f utf-8 -t utf-16le >> "$log"`,
    'exit 1',
  ]
  write(editor, `${script.join('\n')}\n`)
  chmodSync(editor, 0o755)
}

const names = (steps: readonly { name: string; is: string }[]) =>
  steps.map(({ name, is }) => `${name}: ${is}`)
const wish = (terminal: MetaTrader, sources = sourcesOf('1')) => ({
  sources,
  terminal,
  pairingKey: 'KEY',
  port: 5577,
})

describe('finding terminals', () => {
  it('finds the installed one by its origin and the portable one by its program, and nothing else', () => {
    const { places, data, installed, portable } = computer()
    expect(findTerminals(places)).toEqual([
      { dataFolder: data, programFolder: installed, portable: false },
      { dataFolder: portable, programFolder: portable, portable: true },
    ])
  })

  it('finds nothing where nothing is, and looks under Wine where there is no APPDATA', () => {
    const home = temporaryFolder()
    expect(findTerminals(usualPlaces({}, home))).toEqual([])
    const data = path.join(home, '.wine/drive_c/users/me/AppData/Roaming/MetaQuotes/Terminal/ABC')
    mkdirSync(path.join(data, 'MQL5'), { recursive: true })
    expect(findTerminals(usualPlaces({}, home))).toEqual([
      { dataFolder: data, programFolder: null, portable: false },
    ])
  })

  it('refuses a folder that is none, and says where to find the right one', () => {
    expect(terminalAt(temporaryFolder())).toMatchObject({
      is: 'refused',
      text: expect.stringContaining('File > Open Data Folder') as string,
    })
  })
})

describe('installing the Expert Advisor', () => {
  it('copies the sources, writes the key for its user only, and lists what a person must tick', async () => {
    const { data } = computer()
    const terminal = terminalAt(data) as MetaTrader
    const steps = await installEa(wish(terminal))
    expect(names(steps)).toEqual([
      'sources: done', 'compiled: todo', 'pairing key: done', 'allow the address: todo', 'Algo Trading: todo', 'the chart: todo',
    ]) // prettier-ignore
    const key = path.join(data, 'MQL5/Files/BITTEN/pairing.key')
    expect(readFileSync(key, 'utf8')).toBe('KEY\n')
    if (!isWindows) expect(statSync(key).mode & 0o777).toBe(0o600)
    expect(readFileSync(path.join(data, 'MQL5/Experts/BITTEN/BITTENBridge.mq5'), 'utf8')).toBe('// 1')
    expect(readFileSync(path.join(data, 'MQL5/Include/BITTEN/Json.mqh'), 'utf8')).toBe('// json')
  })

  it('writes only what changed, and removes a header that the new version has not', async () => {
    const { data } = computer()
    const terminal = terminalAt(data) as MetaTrader
    await installEa(wish(terminal))
    write(path.join(data, 'MQL5/Include/BITTEN/Old.mqh'), '// old')
    const [sources] = await installEa(wish(terminal, sourcesOf('2')))
    expect(sources?.text).toContain('2 written, 1 unchanged, 1 removed')
    const [again] = await installEa(wish(terminal, sourcesOf('2')))
    expect(again?.text).toContain('0 written, 3 unchanged, 0 removed')
  })

  it.skipIf(isWindows)('compiles with the MetaEditor of the terminal, and believes its log', async () => {
    const { data, installed } = computer()
    const terminal = terminalAt(data) as MetaTrader
    editorIn(installed, 'Result: 0 errors, 0 warnings, 1430 msec elapsed')
    const compiled = (await installEa(wish(terminal)))[1]
    expect(compiled).toMatchObject({ is: 'done', text: 'Result: 0 errors, 0 warnings, 1430 msec elapsed' })
    editorIn(installed, 'Result: 2 errors, 0 warnings')
    const failed = (await installEa(wish(terminal)))[1]
    expect(failed).toMatchObject({ is: 'failed', details: ['Result: 2 errors, 0 warnings'] })
  })

  it('says when the folder cannot be written', async () => {
    const { data } = computer()
    write(path.join(data, 'MQL5', 'Include'), 'a file where a folder belongs')
    const steps = await installEa(wish(terminalAt(data) as MetaTrader))
    expect(steps).toMatchObject([{ name: 'sources', is: 'failed' }])
    expect(steps[0]?.text).toContain('Close MetaTrader')
  })

  it('takes a log without a result for a failure', () => {
    expect(judge('MetaEditor could not open the file')).toMatchObject({ is: 'failed' })
    expect(judge('BITTENBridge.mq5 : information: 0 errors, 3 warnings')).toMatchObject({ is: 'compiled' })
  })
})

describe('trying the link', () => {
  async function trial(over: Partial<Parameters<typeof tryLink>[0]> = {}) {
    const told: Trial[] = []
    const port = over.port ?? (await freePort())
    const now = () => EpochMs.parse(Date.now())
    const tell = (said: Trial) => told.push(said)
    const stop = AbortSignal.timeout(5_000)
    return { told, port, ended: tryLink({ port, pairingKey: KEY, version: '1', now, stop, tell, ...over }) }
  }

  it('says what to look at when nothing connects', async () => {
    const { told, ended } = await trial({ stop: AbortSignal.timeout(200) })
    expect(await ended).toMatchObject({
      last: 'listening',
      nextStep: expect.stringContaining('allowed addresses') as string,
    })
    expect(told.map(({ step }) => step)).toEqual(['listening'])
  })

  it('is through when a terminal has told everything', async () => {
    const { told, port, ended } = await trial()
    await simulate(startFor({ endpoint: `tcp://127.0.0.1:${port}` }))
    expect(await ended).toEqual({ last: 'beat', nextStep: null })
    expect(told.find(({ step }) => step === 'account')?.text).toBe('USD, may trade')
  })

  it('tells of a terminal with another key', async () => {
    const { told, port, ended } = await trial({
      pairingKey: newPairingKey(),
      stop: AbortSignal.timeout(2_000),
    })
    await simulate(startFor({ endpoint: `tcp://127.0.0.1:${port}` }))
    await ended
    expect(told.some(({ is, text }) => is === 'fault' && text.includes('WRONG_KEY'))).toBe(true)
  })

  it('says that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const { ended } = await trial({ port })
    expect((await ended).nextStep).toBe(
      `Port ${port} is taken. If BITTEN is running, see its link screen, or stop it first.`,
    )
  })
})
