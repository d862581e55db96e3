import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { parsePairingKey } from '../../wire/index.ts'
import { writeAtomically } from './atomic-write.ts'
import { openDataFolder, type DataFolder } from './data-folder.ts'
import { lockFolder } from './lock.ts'

const rightsOf = (file: string) => (statSync(file).mode & 0o777).toString(8)

function opened(folder: string): DataFolder {
  const data = openDataFolder(folder)
  if (data.is === 'refused') throw new Error(data.text)
  onTestFinished(() => data.release())
  return data
}

function refusalOf(folder: string) {
  const data = openDataFolder(folder)
  if (data.is === 'open') throw new Error('it opened')
  return data
}

describe('the data folder', () => {
  it('is made for its user only, with a pairing key that stays', () => {
    const folder = path.join(temporaryFolder(), 'new', 'bitten')
    const first = opened(folder)
    first.release()
    const second = opened(folder)

    expect(parsePairingKey(first.pairingKeyText)).toEqual({ is: 'key', key: first.pairingKey })
    expect(second.pairingKey).toEqual(first.pairingKey)
    expect(first.settings).toMatchObject({ version: 1, port: 5577, riskPct: 1 })
    expect([rightsOf(folder), rightsOf(path.join(folder, 'pairing.key'))]).toEqual(['700', '600'])
  })

  it('is refused to a second app, in one sentence with the process that has it', () => {
    const folder = temporaryFolder()
    opened(folder)
    const refusal = refusalOf(folder)
    expect(refusal.code).toBe('SECOND_INSTANCE')
    expect(refusal.text).toContain(`process ${process.pid}`)
    expect(refusal.text).toContain(folder)
  })

  it('is taken over from an app that died', () => {
    const folder = temporaryFolder()
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(path.join(folder, 'bitten.lock'), JSON.stringify({ pid, startedAt: null }))
    opened(folder)
    expect(readdirSync(folder).toSorted()).toEqual(['bitten.lock', 'pairing.key'])
  })

  it.runIf(process.platform === 'linux')(
    'is taken over when another program got the number of the one that died',
    () => {
      const folder = temporaryFolder()
      const other = spawn('sleep', ['60'])
      onTestFinished(() => void other.kill())
      const lock = (startedAt: string | null) =>
        writeFileSync(path.join(folder, 'bitten.lock'), JSON.stringify({ pid: other.pid, startedAt }))

      lock(null)
      expect(refusalOf(folder).code).toBe('SECOND_INSTANCE')
      lock('another-boot 1')
      opened(folder)
    },
  )

  it('is one app’s also on a disk without hard links, and free again after it', () => {
    const folder = temporaryFolder()
    const link = () => {
      throw Object.assign(new Error('operation not permitted, link'), { code: 'EPERM' })
    }
    const first = lockFolder(folder, link)
    expect(lockFolder(folder, link)).toMatchObject({ is: 'refused', code: 'SECOND_INSTANCE' })
    if (first.is === 'locked') first.release()
    const { pid } = spawnSync(process.execPath, ['--version'])
    writeFileSync(path.join(folder, 'bitten.lock'), JSON.stringify({ pid, startedAt: null }))
    expect(lockFolder(folder, link).is).toBe('locked')
    expect(readdirSync(folder)).toEqual(['bitten.lock'])
  })

  it('with a lock file of somebody else is taken over', () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'bitten.lock'), 'rubbish')
    opened(folder)
  })

  it('that can not be made is refused with the way out', () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(refusalOf(path.join(file, 'bitten'))).toMatchObject({
      code: 'DATA_FOLDER',
      text: expect.stringContaining('BITTEN_DATA') as string,
    })
  })
})

describe('the pairing key', () => {
  it('that was damaged is refused and left as it is', () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'pairing.key')
    writeFileSync(file, 'AAAAA')
    expect(refusalOf(folder)).toMatchObject({
      code: 'PAIRING_KEY',
      text: expect.stringContaining(file) as string,
    })
    expect(readFileSync(file, 'utf8')).toBe('AAAAA')
    expect(existsSync(path.join(folder, 'bitten.lock'))).toBe(false)
  })
})

describe('settings.json', () => {
  const given = (text: string) => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'settings.json'), text)
    return folder
  }

  it('is read, and what it leaves out has its default', () => {
    const { settings } = opened(given('{"version":1,"port":6000,"training":{"speed":10}}'))
    expect(settings).toMatchObject({ port: 6000, riskPct: 1, training: { speed: 10, seed: 20_140_501 } })
  })

  it.each([
    ['{"version":1,"riskPct":9}', 'settings.json: riskPct: '],
    ['{"version":1,"training":{"speed":-1}}', 'settings.json: training.speed: '],
    ['{"version":1,"riskPercent":1}', '"riskPercent" is no setting'],
    ['{"version":1,"training":{"sped":1}}', '"training.sped" is no setting'],
    ['{"version":2}', 'settings.json: version: '],
    ['[]', 'settings.json: the file: '],
    [
      '{"version":1,"roads":{"files":{"consent":"yes"}}}',
      'word for word "I trade real money over this road"',
    ],
    [
      '{"version":1,"roads":{"files":{"folders":["MQL5/Files"]}}}',
      'roads.files.folders.0: expected a whole path',
    ],
    ['{"version":1,"roads":{"legacy":{"account":"simulated"}}}', 'settings.json: roads.legacy.account: '],
    ['{"version":1,', 'is not JSON'],
  ])('%s is refused with its key, and left as it is', (text, words) => {
    const folder = given(text)
    expect(refusalOf(folder)).toMatchObject({
      code: 'SETTINGS',
      text: expect.stringContaining(words) as string,
    })
    expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toBe(text)
  })
})

describe('an atomic write', () => {
  it('leaves the new text and nothing else', () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'state.json')
    writeAtomically(file, 'one')
    writeAtomically(file, 'two')
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['two', ['state.json']])
  })

  it('that fails leaves the old text and nothing else', () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'taken', 'inside'), { recursive: true })
    expect(() => writeAtomically(path.join(folder, 'taken'), 'two')).toThrow()
    expect(readdirSync(folder)).toEqual(['taken'])
  })
})
