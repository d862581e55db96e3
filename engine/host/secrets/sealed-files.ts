/** Secrets as files of their own, `secrets/NAME.json` in the data folder, for their user only and sealed by a key from elsewhere. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { SealedFile } from '../../contracts/sealed-file.ts'
import type { Secret, SecretName, SecretRefusal, Secrets } from '../../ports/secrets.ts'
import { writeAtomically } from '../data-folder/atomic-write.ts'
import { hasCode, systemReason } from '../data-folder/refusal.ts'

/** Whoever has the key. Both throw nothing that holds a part of the secret. */
export type Seal = Readonly<{
  /** Stands in the file: what one has sealed another can't open. */
  by: SealedFile['by']
  how: string
  close(name: SecretName, text: string): Promise<Uint8Array>
  /** Null: this key does not open it. */
  open(name: SecretName, sealed: Uint8Array): Promise<string | null>
  /** What to do then. */
  wrongKey: string
}>

const USER_ONLY = 0o700

const fileIn = (dataFolder: string, name: SecretName) => path.join(dataFolder, 'secrets', `${name}.json`)

/** What can open the file of a secret, for whoever only looks; null: nothing is kept. Throws when it can't be read. */
export function sealedBy(dataFolder: string, name: SecretName): SealedFile['by'] | 'broken' | null {
  const content = contentOf(fileIn(dataFolder, name))
  return content === null || content === 'broken' ? content : content.by
}

export function sealedSecrets(dataFolder: string, seal: Seal): Secrets {
  const fileOf = (name: SecretName) => fileIn(dataFolder, name)
  return {
    how: { can: true, text: seal.how },
    read: name => attempt(fileOf(name), 'read', () => opened(fileOf(name), name, seal)),
    write: (name, text) =>
      attempt(fileOf(name), 'written', async () => {
        const sealed = Buffer.from(await seal.close(name, text)).toString('base64')
        mkdirSync(path.dirname(fileOf(name)), { recursive: true, mode: USER_ONLY })
        const content: SealedFile = { version: 1, by: seal.by, sealed }
        writeAtomically(fileOf(name), `${JSON.stringify(content)}\n`)
        return null
      }),
    forget: name =>
      attempt(fileOf(name), 'removed', async () => {
        rmSync(fileOf(name), { force: true })
        return Promise.resolve(null)
      }),
  }
}

async function opened(file: string, name: SecretName, seal: Seal): Promise<Secret> {
  const content = contentOf(file)
  if (content === null) return { is: 'none' }
  if (content === 'broken')
    return refused(`${file} is not what BITTEN has written there: paste the token again, which replaces it.`)
  if (content.by !== seal.by) return refused(`${file} was sealed ${OTHERWISE[content.by]}: ${seal.wrongKey}`)
  const text = await seal.open(name, Buffer.from(content.sealed, 'base64'))
  return text === null ? refused(`${file} can't be opened: ${seal.wrongKey}`) : { is: 'kept', text }
}

const OTHERWISE = {
  system: 'by the key store of this system, for the app with the window',
  key: 'with BITTEN_SECRET_KEY',
} as const

function contentOf(file: string): SealedFile | 'broken' | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
  try {
    return SealedFile.parse(JSON.parse(text))
  } catch {
    return 'broken'
  }
}

async function attempt<T>(file: string, what: string, act: () => Promise<T>): Promise<T | SecretRefusal> {
  try {
    return await act()
  } catch (error) {
    return refused(`${file} can't be ${what}: ${systemReason(error)}.`)
  }
}

const refused = (text: string): SecretRefusal => ({ is: 'refused', text })
