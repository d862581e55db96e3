import { readSettings } from '../../../host/data-folder/settings-file.ts'
import { environmentSecrets } from '../../../host/secrets/environment-secrets.ts'
import { sealedBy } from '../../../host/secrets/sealed-files.ts'
import { bad, good, messageOf, type Check } from '../check.ts'

const NAME = 'telegram'
const FILE = 'telegram-token'

/** Whether a bot is set up and its token can be opened. Says nothing of the token, and asks Telegram nothing. */
export async function checkTelegram(folder: string, secretKey: string | null): Promise<Check> {
  try {
    switch (sealedBy(folder, FILE)) {
      case null:
        return good(NAME, 'no bot is set up')
      case 'system':
        return good(NAME, `a token is kept by the key store of this system${switchedOff(folder)}`)
      case 'key':
        return secretKey === null ? unopened(folder) : await opened(folder, secretKey)
      case 'broken':
        return await opened(folder, secretKey)
    }
  } catch (cause) {
    return bad(
      NAME,
      `the token can't be looked at: ${messageOf(cause)}`,
      'Give yourself the right to read it.',
    )
  }
}

/** The desk may well have been started with the key that this command was not given. */
const unopened = (folder: string): Check =>
  good(
    NAME,
    `a token is kept, sealed with a key that is not given here, so whether it opens is not known${switchedOff(folder)}`,
    'Run this with the BITTEN_SECRET_KEY of the desk, or ask the desk that runs: bitten telegram status.',
  )

async function opened(folder: string, secretKey: string | null): Promise<Check> {
  const secrets = environmentSecrets(folder, secretKey)
  if (!secrets.how.can) return bad(NAME, 'a token is kept, and there is no key to open it', secrets.how.text)
  const secret = await secrets.read(FILE)
  if (secret.is === 'refused')
    return bad(NAME, secret.text, 'Or forget it with bitten telegram forget, while the desk runs.')
  return good(NAME, `a token is kept, sealed with BITTEN_SECRET_KEY${switchedOff(folder)}`)
}

/** Settings that can't be read are said where they are looked at. */
function switchedOff(folder: string): string {
  const read = readSettings(folder)
  return read.is === 'settings' && !read.settings.telegram.on ? '; switched off in the settings' : ''
}
