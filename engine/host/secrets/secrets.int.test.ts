import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SealedFile } from '../../contracts/sealed-file.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { environmentSecrets } from './environment-secrets.ts'
import { keySeal } from './key-seal.ts'
import { sealedSecrets } from './sealed-files.ts'

const KEY = 'a key of the house, long enough'
const TOKEN = '7000000001:AAF-abcdefghijklmnopqrstuvwxyz_0123456'
const fileIn = (folder: string) => path.join(folder, 'secrets', 'telegram-token.json')

async function kept() {
  const folder = temporaryFolder()
  const secrets = environmentSecrets(folder, KEY)
  expect(await secrets.write('telegram-token', TOKEN)).toBeNull()
  return { folder, secrets, file: fileIn(folder) }
}

describe('secrets that are sealed with a key from the environment', () => {
  it('come back whole, at the next start as well', async () => {
    const { folder, secrets } = await kept()
    expect(secrets.how.can).toBe(true)
    expect(await secrets.read('telegram-token')).toEqual({ is: 'kept', text: TOKEN })
    expect(await environmentSecrets(folder, KEY).read('telegram-token')).toEqual({ is: 'kept', text: TOKEN })
    expect(await secrets.read('telegram-voice-token')).toEqual({ is: 'none' })
  })

  it('lie in a file for their user only, in which nothing of them can be read', async () => {
    const { folder, file } = await kept()
    expect(readFileSync(file, 'latin1')).not.toContain('AAF-abcdefghij')
    expect(Buffer.from(SealedFile.parse(JSON.parse(readFileSync(file, 'utf8'))).sealed, 'base64').toString('latin1')).not.toContain('AAF') // prettier-ignore
    expect(readdirSync(path.dirname(file))).toEqual(['telegram-token.json'])
    if (process.platform === 'win32') return
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(path.join(folder, 'secrets')).mode & 0o777).toBe(0o700)
  })

  it('look different each time', async () => {
    const { secrets, file } = await kept()
    const first = readFileSync(file, 'utf8')
    await secrets.write('telegram-token', TOKEN)
    expect(readFileSync(file, 'utf8')).not.toBe(first)
  })

  it('are not opened by another key, which is said, and stay as they are', async () => {
    const { folder, file } = await kept()
    const before = readFileSync(file, 'utf8')
    const read = await environmentSecrets(folder, `${KEY}!`).read('telegram-token')
    expect(read).toMatchObject({ is: 'refused' })
    expect(read).toMatchObject({ text: expect.stringContaining('the BITTEN_SECRET_KEY that it was kept with') as string }) // prettier-ignore
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('are not taken for one another', async () => {
    const { folder, secrets, file } = await kept()
    writeFileSync(path.join(folder, 'secrets', 'telegram-voice-token.json'), readFileSync(file))
    expect(await secrets.read('telegram-voice-token')).toMatchObject({ is: 'refused' })
  })

  it('are refused when a single bit of them was changed, or some of them is missing', async () => {
    const seal = keySeal(KEY)
    const sealed = await seal.close('telegram-token', TOKEN)
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), fc.nat(sealed.length - 1), async (bit, left) => {
        const changed = Uint8Array.from(sealed, (byte, at) =>
          at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
        )
        expect(await seal.open('telegram-token', changed)).toBeNull()
        expect(await seal.open('telegram-token', sealed.slice(0, left))).toBeNull()
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('that are no file of ours are complained about and can be replaced', async () => {
    const { secrets, file } = await kept()
    writeFileSync(file, '{"version":1')
    expect(await secrets.read('telegram-token')).toMatchObject({ text: expect.stringContaining('paste the token again') as string }) // prettier-ignore
    expect(await secrets.write('telegram-token', TOKEN)).toBeNull()
    expect(await secrets.read('telegram-token')).toEqual({ is: 'kept', text: TOKEN })
  })

  it('are gone once they are forgotten, and forgetting twice is done as well', async () => {
    const { secrets, file } = await kept()
    expect(await secrets.forget('telegram-token')).toBeNull()
    expect(() => statSync(file)).toThrow('ENOENT')
    expect(await secrets.forget('telegram-token')).toBeNull()
    expect(await secrets.read('telegram-token')).toEqual({ is: 'none' })
  })

  it('that can not be written say why', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'secrets'), 'in the way')
    expect(await environmentSecrets(folder, KEY).write('telegram-token', TOKEN)).toMatchObject({
      text: expect.stringContaining("can't be written") as string,
    })
  })
})

describe('secrets of two worlds', () => {
  it('sealed by the system, are not tried with a key, and the sentence says what to do', async () => {
    const folder = temporaryFolder()
    const bySystem = sealedSecrets(folder, {
      by: 'system',
      how: 'by the system',
      wrongKey: 'paste it again.',
      close: (_, text) => Promise.resolve(Buffer.from(text)),
      open: (_, sealed) => Promise.resolve(Buffer.from(sealed).toString()),
    })
    await bySystem.write('telegram-token', TOKEN)
    expect(await bySystem.read('telegram-token')).toEqual({ is: 'kept', text: TOKEN })
    expect(await environmentSecrets(folder, KEY).read('telegram-token')).toMatchObject({
      is: 'refused',
      text: expect.stringContaining('by the key store of this system') as string,
    })
  })
})

describe('without a key', () => {
  it.each([
    [null, 'set BITTEN_SECRET_KEY'],
    ['fifteen letters', 'too short'],
  ])('%j nothing is kept, and what to do is said', async (key, words) => {
    const folder = temporaryFolder()
    const secrets = environmentSecrets(folder, key)
    expect(secrets.how).toEqual({ can: false, text: expect.stringContaining(words) as string })
    expect(await secrets.write('telegram-token', TOKEN)).toEqual({ is: 'refused', text: secrets.how.text })
    expect(await secrets.read('telegram-token')).toEqual({ is: 'none' })
    expect(readdirSync(folder)).toEqual([])
  })
})
