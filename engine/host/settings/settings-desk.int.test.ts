import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CommandAnswer } from '../../contracts/commands.ts'
import { EpochMs } from '../../contracts/primitives.ts'
import type { DeskSettings } from '../../contracts/settings.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { readSettings } from '../data-folder/settings-file.ts'
import { SettingsDesk } from './settings-desk.ts'

const DONE: CommandAnswer = { is: 'done', text: 'ok' }
const rightsOf = (file: string) => (statSync(file).mode & 0o777).toString(8)
const fileOf = (folder: string) => path.join(folder, 'settings.json')
const onDisk = (folder: string) => JSON.parse(readFileSync(fileOf(folder), 'utf8')) as Record<string, unknown>
const withFile = (value: object): string => {
  const folder = temporaryFolder()
  writeFileSync(fileOf(folder), JSON.stringify({ version: 1, ...value }))
  return folder
}

/** A desk on a folder; its engine says `answers` in turn, and then that it is done. */
function deskOn(folder = temporaryFolder(), ...answers: CommandAnswer[]) {
  const read = readSettings(folder)
  if (read.is === 'refused') throw new Error(read.text)
  const told: DeskSettings[] = []
  const notices: string[] = []
  const held: number[] = []
  let atMs = 0
  const desk = new SettingsDesk({
    dataFolder: folder,
    settings: read.settings,
    now: () => EpochMs.parse((atMs += 1_000)),
    tell: (settings, _, judgeOnly) => {
      if (!judgeOnly) told.push(settings)
      return Promise.resolve(answers.shift() ?? DONE)
    },
    held: () => void held.push(desk.now().settings.riskPct),
    notice: (_, text) => notices.push(text),
  })
  const change = (fields: Record<string, unknown>, typed: string | null = null, seen = desk.now().revision) =>
    desk.change({ seen, change: fields, typed }, 'window')
  return { folder, desk, told, held, notices, change }
}

describe('the settings desk', () => {
  it('judges a wish without following it: neither engine nor file nor history knows of it', async () => {
    const { folder, desk, told, held } = deskOn(withFile({}))
    const judge = (change: Record<string, unknown>, typed: string | null = null) =>
      desk.change({ seen: 1, change, typed, judgeOnly: true }, 'telegram')
    expect(await judge({ riskPct: 0.5 })).toMatchObject({ is: 'done', text: 'These settings may hold.' })
    expect(await judge({ riskPct: 2 })).toMatchObject({ is: 'confirm' })
    expect(await judge({ riskPct: 2 }, 'I risk more than one percent')).toMatchObject({ is: 'done' })
    expect(await judge({ riskPct: 'often' })).toMatchObject({ is: 'refused' })
    expect([told, held, desk.now().revision]).toEqual([[], [], 1])
    expect(onDisk(folder)).toEqual({ version: 1 })
  })

  it('writes what the engine follows, for its user only, with the version that it makes', async () => {
    const { folder, desk, told, change } = deskOn()

    expect(await change({ riskPct: 0.5, port: 6_000 })).toEqual({
      is: 'done',
      text: 'port 5577 → 6000, riskPct 1 → 0.5. Restart BITTEN for port.',
      revision: 2,
      changed: [
        { key: 'port', from: 5_577, to: 6_000 },
        { key: 'riskPct', from: 1, to: 0.5 },
      ],
      restart: ['port'],
    })
    expect(told.map(({ riskPct }) => riskPct)).toEqual([0.5])
    expect(onDisk(folder)).toEqual(desk.now().settings)
    expect(desk.forDesk().riskPct).toBe(0.5)
    expect(desk.history()).toMatchObject([
      { revision: 2, origin: 'window', atMs: 2_000, changed: [{ key: 'port' }, { key: 'riskPct' }] },
      { revision: 1, origin: 'file', atMs: 1_000, changed: [] },
    ])
    const history = path.join(folder, 'settings-history')
    const files = [fileOf(folder), history, path.join(history, '000002.json')]
    expect(files.map(rightsOf)).toEqual(['600', '700', '600'])
  })

  it('says what of it waits for the next trading day, with the change and before its words are typed', async () => {
    const waits: CommandAnswer = { ...DONE, later: 'Until then riskPct stays 0.5.' }
    const { change } = deskOn(undefined, waits, waits)
    expect(await change({ riskPct: 0.9 })).toMatchObject({ text: 'riskPct 1 → 0.9. Until then riskPct stays 0.5.' }) // prettier-ignore
    expect(await change({ noCalendar: 'warn' })).toMatchObject({ is: 'confirm', text: expect.stringMatching(/over the stop\. Until then riskPct stays 0\.5\.$/) as string }) // prettier-ignore
  })

  it('says of what holds already what of it waits, to one who only asks, and nothing while the engine is down', async () => {
    const waits: CommandAnswer = { ...DONE, later: 'Until then riskPct stays 0.5.' }
    const down: CommandAnswer = { is: 'refused', code: 'ENGINE_DOWN', text: 'The engine is down.' }
    const { desk, told } = deskOn(undefined, waits, down)
    const ask = () => desk.change({ seen: 1, change: {}, typed: null, judgeOnly: true }, 'window')
    expect(await ask()).toMatchObject({ is: 'done', changed: [], later: 'Until then riskPct stays 0.5.' })
    expect(await ask()).toEqual({
      is: 'done',
      text: 'These settings hold already.',
      revision: 1,
      changed: [],
      restart: [],
    })
    expect(told).toEqual([])
  })

  it('finds everything again at the next start', async () => {
    const { folder, change } = deskOn()
    await change({ riskPct: 0.5 })
    const { desk } = deskOn(folder)
    expect(desk.now()).toMatchObject({ revision: 2, settings: { riskPct: 0.5 } })
    expect(desk.history()).toHaveLength(2)
  })

  it('asks nobody and writes nothing for what holds already', async () => {
    const { folder, told, change } = deskOn()
    expect(await change({ riskPct: 1 })).toMatchObject({ is: 'done', revision: 1, changed: [] })
    expect([told, existsSync(fileOf(folder))]).toEqual([[], false])
  })

  it('changes what the engine does not follow while it is down', async () => {
    const down: CommandAnswer = { is: 'refused', code: 'ENGINE_DOWN', text: 'The engine is down.' }
    const { told, change } = deskOn(temporaryFolder(), down)
    expect(await change({ port: 6_000 })).toMatchObject({ is: 'done' })
    expect(told).toEqual([])
    expect(await change({ riskPct: 0.5 })).toEqual(down)
  })

  it('changes nothing that the engine refuses', async () => {
    const refusal: CommandAnswer = { is: 'refused', code: 'LOOSER_THAN_RANK', text: 'At most 1.' }
    const { folder, desk, change } = deskOn(temporaryFolder(), refusal)
    expect(await change({ limits: { openTrades: 5 } })).toEqual(refusal)
    expect(desk.now().revision).toBe(1)
    expect(existsSync(fileOf(folder))).toBe(false)
    expect(desk.history()).toHaveLength(1)
  })

  it('does what is unsafe only with its words, typed exactly', async () => {
    const { told, change } = deskOn()
    const asked = await change({ riskPct: 1.5 })
    expect(asked).toMatchObject({ is: 'confirm', phrase: 'I risk more than one percent' })
    expect(await change({ riskPct: 1.5 }, 'i risk more than one percent')).toEqual(asked)
    expect(told).toEqual([])
    expect(await change({ riskPct: 1.5 }, 'I risk more than one percent')).toMatchObject({ is: 'done' })
  })

  it('asks for no words for what the rank does not allow', async () => {
    const refusal: CommandAnswer = { is: 'refused', code: 'LOOSER_THAN_RANK', text: 'At most 1.' }
    const { change } = deskOn(temporaryFolder(), refusal)
    expect(await change({ riskPct: 1.5 })).toEqual(refusal)
  })

  it('gives one of two editors one clear refusal', async () => {
    const { desk, change } = deskOn()
    const [first, second] = await Promise.all([
      change({ riskPct: 0.5 }),
      change({ limits: { openTrades: 1 } }),
    ])
    expect(first).toMatchObject({ is: 'done', revision: 2 })
    expect(second).toEqual({
      is: 'refused',
      code: 'REVISION',
      text: 'The settings are at revision 2, made by window (riskPct 1 → 0.5); you saw 1. Look again before you change them.',
    })
    expect(desk.now().settings.limits.openTrades).toBeNull()
  })

  it('names what is wrong with a wish', async () => {
    const { change } = deskOn()
    expect(await change({ rispPct: 1 })).toMatchObject({
      code: 'SETTINGS',
      text: '"rispPct" is no setting that BITTEN knows. Nothing was changed.',
    })
    expect(await change({ riskPct: 3 })).toMatchObject({
      code: 'SETTINGS',
      text: expect.stringMatching(/^riskPct: .*2.*Nothing was changed\.$/) as string,
    })
  })
})

describe('a file changed by hand while the desk runs', () => {
  it('is not overwritten, and what to do is said', async () => {
    const { folder, told, change } = deskOn(withFile({ riskPct: 0.5 }))
    writeFileSync(fileOf(folder), JSON.stringify({ version: 1, riskPct: 0.7 }))
    expect(await change({ port: 6_000 })).toMatchObject({
      code: 'CHANGED_BY_HAND',
      text: expect.stringContaining('riskPct 0.5 → 0.7') as string,
    })
    expect([told, onDisk(folder)]).toEqual([[], { version: 1, riskPct: 0.7 }])
    rmSync(fileOf(folder))
    expect(await change({ port: 6_000 })).toMatchObject({ is: 'done' })
    expect(onDisk(folder)).toMatchObject({ port: 6_000, riskPct: 0.5 })
  })

  it('is noticed when it can not be read any more, and left alone when it says the same', async () => {
    const { folder, change } = deskOn(withFile({ riskPct: 0.5 }))
    writeFileSync(fileOf(folder), '{')
    expect(await change({ port: 6_000 })).toMatchObject({ code: 'CHANGED_BY_HAND' })
    writeFileSync(fileOf(folder), '{ "riskPct": 0.5,\n "version": 1 }')
    expect(await change({ port: 6_000 })).toMatchObject({ is: 'done' })
  })

  it('before the start is a version of its own', async () => {
    const { folder, change } = deskOn()
    await change({ riskPct: 0.5 })
    writeFileSync(fileOf(folder), JSON.stringify({ version: 1, riskPct: 0.8 }))
    const { desk } = deskOn(folder)
    expect(desk.history()).toMatchObject([
      { revision: 3, origin: 'file', changed: [{ key: 'riskPct', from: 0.5, to: 0.8 }] },
      { revision: 2 },
      { revision: 1 },
    ])
  })
})

describe('the history', () => {
  it('brings back any version, as a new one', async () => {
    const { folder, desk, change } = deskOn()
    await change({ riskPct: 0.5, limits: { openTrades: 1 } })
    await change({ riskPct: 0.7 })
    expect(await desk.restore({ seen: 3, revision: 2, typed: null }, 'cli')).toMatchObject({
      is: 'done',
      revision: 4,
      text: 'riskPct 0.7 → 0.5.',
    })
    expect(onDisk(folder)).toMatchObject({ riskPct: 0.5, limits: { openTrades: 1 } })
    expect(desk.history()).toMatchObject([{ revision: 4, origin: 'cli' }, {}, {}, {}])
  })

  it('brings back what is unsafe only with its words, and nothing that it does not have', async () => {
    const { desk, change } = deskOn(withFile({ riskPct: 2 }))
    await change({ riskPct: 1 })
    expect(await desk.restore({ seen: 2, revision: 1, typed: null }, 'cli')).toMatchObject({ is: 'confirm' })
    expect(await desk.restore({ seen: 2, revision: 9, typed: null }, 'cli')).toMatchObject({
      code: 'NO_SUCH_REVISION',
    })
    expect(await desk.restore({ seen: 1, revision: 1, typed: null }, 'cli')).toMatchObject({
      code: 'REVISION',
    })
  })

  it('keeps the last hundred', async () => {
    const { folder, desk, change } = deskOn()
    for (let n = 1; n <= 103; n += 1) await change({ training: { seed: n } })
    expect(desk.history()).toHaveLength(100)
    expect(readdirSync(path.join(folder, 'settings-history')).toSorted()[0]).toBe('000005.json')
  })

  it('goes on past a version that can not be read, and never gives its number again', async () => {
    const { folder, change } = deskOn()
    await change({ riskPct: 0.5 })
    writeFileSync(path.join(folder, 'settings-history', '000002.json'), '{"half')
    const { desk, change: changeAgain } = deskOn(folder)
    expect(await changeAgain({ riskPct: 0.6 })).toMatchObject({ is: 'done', revision: 4 })
    expect(desk.history()).toMatchObject([{ revision: 4 }, { revision: 3, origin: 'file' }, { revision: 1 }])
  })
})

describe('a disk that does not take it', () => {
  it('leaves file, history and engine with what held before', async () => {
    const { folder, desk, told, change } = deskOn(withFile({ riskPct: 0.5 }))
    // In the place of the file that is written beside it: refused to root too.
    mkdirSync(`${fileOf(folder)}.${process.pid}.tmp`)
    expect(await change({ riskPct: 0.7 })).toMatchObject({ code: 'NOT_WRITTEN' })
    expect(told.map(({ riskPct }) => riskPct)).toEqual([0.7, 0.5])
    expect(onDisk(folder)).toEqual({ version: 1, riskPct: 0.5 })
    expect(desk.now()).toMatchObject({ revision: 1, settings: { riskPct: 0.5 } })
    expect(desk.history()).toHaveLength(1)
  })

  it('at its history changes nothing, and the engine goes back', async () => {
    const { folder, desk, told, change } = deskOn(withFile({ riskPct: 0.5 }))
    const history = path.join(folder, 'settings-history')
    rmSync(history, { recursive: true })
    writeFileSync(history, 'in the way')
    expect(await change({ riskPct: 0.7 })).toMatchObject({
      code: 'NOT_WRITTEN',
      text: expect.stringMatching(/^settings\.json can't be written: .*Nothing was changed\.$/) as string,
    })
    expect(told.map(({ riskPct }) => riskPct)).toEqual([0.7, 0.5])
    expect(onDisk(folder)).toEqual({ version: 1, riskPct: 0.5 })
    expect(desk.now()).toMatchObject({ revision: 1, settings: { riskPct: 0.5 } })
  })

  it('and an engine that does not go back is said aloud', async () => {
    const refusal: CommandAnswer = { is: 'refused', code: 'LOOSER_THAN_RANK', text: 'no' }
    const { folder, notices, change } = deskOn(withFile({ riskPct: 0.5 }), DONE, refusal)
    rmSync(path.join(folder, 'settings-history'), { recursive: true })
    writeFileSync(path.join(folder, 'settings-history'), 'in the way')
    expect(await change({ riskPct: 0.3 })).toMatchObject({ code: 'NOT_WRITTEN' })
    expect(notices).toEqual([expect.stringContaining('Restart BITTEN: then the file holds.')])
  })

  it('at the start is a notice, and the desk starts', () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'settings-history'), 'in the way')
    const { desk, notices } = deskOn(folder)
    expect(notices).toEqual([expect.stringContaining('was not kept')])
    expect(desk.history()).toMatchObject({ is: 'failed', code: 'HISTORY' })
  })
})

describe('kill -9 while settings are written', () => {
  /** The folder of the history, and two files written whole: each opened, written, synced, closed, renamed. */
  const STEPS = 11

  it('leaves the old or the new ones whole at every step, and a history that knows them', async () => {
    const program = await bundleProgram('engine/testkit/programs/settings-writer.ts')
    const found: number[] = []
    for (let isAlive = false; !isAlive;) {
      const folder = withFile({ riskPct: 0.9, limits: { shotsADay: 6 } })
      const step = String(found.length + 1)
      const { signal, status } = spawnSync(process.execPath, [program, folder, step], { stdio: 'inherit' })
      isAlive = signal === null
      expect(status).toBe(isAlive ? 0 : null)

      const { desk, notices } = deskOn(folder)
      const { riskPct, limits } = desk.now().settings
      expect([riskPct, limits.shotsADay]).toEqual(riskPct === 0.5 ? [0.5, 5] : [0.9, 6])
      const history = desk.history()
      expect(Array.isArray(history) ? history[0] : history).toMatchObject({ revision: desk.now().revision })
      expect([notices, readdirSync(folder).toSorted()]).toEqual([[], ['settings-history', 'settings.json']])
      found.push(riskPct)
    }
    expect(found.length).toBeGreaterThan(STEPS)
    expect([found[0], found.at(-1)]).toEqual([0.9, 0.5])
    expect(found).toEqual(found.toSorted((a, b) => b - a))
  })
})
