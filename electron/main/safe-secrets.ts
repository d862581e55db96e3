/** Secrets of the app: sealed by the system's own key store, or by a key from the environment where it has none. */
import { safeStorage } from 'electron'
import { environmentSecrets, sealedSecrets } from '../../engine/host/index.ts'
import type { HostOptions } from '../../engine/host/index.ts'

type Secrets = NonNullable<HostOptions['telegram']>['secrets']

/** The system is asked when something is first wanted of it, which may take it a moment: a window has its first picture by then. */
export function safeSecrets(dataFolder: string, secretKey: string | null): Secrets {
  let opened: Secrets | null = null
  const secrets = () => (opened ??= open(dataFolder, secretKey))
  return {
    get how() {
      return secrets().how
    },
    read: name => secrets().read(name),
    write: (name, text) => secrets().write(name, text),
    forget: name => secrets().forget(name),
  }
}

function open(dataFolder: string, secretKey: string | null): Secrets {
  if (!hasKeyStore()) return environmentSecrets(dataFolder, secretKey)
  return sealedSecrets(dataFolder, {
    by: 'system',
    how: 'Secrets are kept in the data folder, sealed by the key store of this system.',
    wrongKey: 'paste the token again, which replaces it.',
    close: (_name, text) => Promise.resolve(safeStorage.encryptString(text)),
    open: (_name, sealed) => Promise.resolve(openedBy(Buffer.from(sealed))),
  })
}

/** On Linux without a key store Chromium seals with a password that everybody knows. */
export const hasKeyStore = (): boolean =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')

/** Null: another user's, or another computer's. */
function openedBy(sealed: Buffer): string | null {
  try {
    return safeStorage.decryptString(sealed)
  } catch {
    return null
  }
}
