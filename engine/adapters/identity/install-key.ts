import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PublicKey, Signature } from '../../contracts/squad.ts'
import type { Signer, Verify } from '../../ports/signer.ts'
import { StoreFault } from '../../ports/store-fault.ts'
import { isWeakKey } from './weak-key.ts'
import { writeOnce } from './write-once.ts'

const FILE = 'install-key.pem'

/**
 * The key by which others know this install, made at the first use and kept in the data folder for its user only. Throws a
 * `StoreFault` when the file cannot be read as one: it is never replaced, since everything that it signed would be a stranger's.
 */
export function openInstallKey(dataFolder: string): Signer {
  const file = path.join(dataFolder, FILE)
  if (!existsSync(file)) makeKey(file)
  const key = readKey(file)
  return {
    publicKey: rawPublicKey(key),
    sign: bytes => Signature.parse(sign(null, bytes, key).toString('base64url')),
  }
}

export const verifySignature: Verify = (publicKey, bytes, signature) => {
  if (isWeakKey(publicKey)) return false
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return verify(null, bytes, key, Buffer.from(signature, 'base64url'))
  } catch {
    // 32 bytes that are no point of the curve are nobody's key.
    return false
  }
}

/** Never over one that another thread or process made meanwhile. */
function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  try {
    writeOnce(file, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
  } catch (cause) {
    throw new StoreFault('INSTALL_KEY', `The key ${file} could not be made`, { cause })
  }
}

function readKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file))
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch (cause) {
    throw new StoreFault(
      'INSTALL_KEY',
      `${file} is no key: put its copy back, or move it away to get a new one`,
      { cause },
    )
  }
  throw new StoreFault('INSTALL_KEY', `${file} is another kind of key: put back the one that BITTEN made`)
}

const rawPublicKey = (key: KeyObject): PublicKey =>
  PublicKey.parse(createPublicKey(key).export({ format: 'jwk' }).x)
