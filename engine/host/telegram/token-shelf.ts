/** The bot's two tokens: kept by the system, known to this process while it runs. */
import type { TelegramTokens } from '../../contracts/telegram-port.ts'
import type { SecretName, SecretRefusal, Secrets } from '../../ports/secrets.ts'

type Kept = 'none' | 'kept'

const NAMES: Readonly<Record<keyof TelegramTokens, SecretName>> = {
  bot: 'telegram-token',
  voice: 'telegram-voice-token',
}

export class TokenShelf {
  readonly #secrets: Secrets
  /** Told of each token before anything is done with it. */
  readonly #hide: (token: string) => void
  readonly #texts = new Map<keyof TelegramTokens, string>()
  readonly #unread = new Map<keyof TelegramTokens, string>()

  constructor(secrets: Secrets, hide: (token: string) => void) {
    this.#secrets = secrets
    this.#hide = hide
  }

  get how(): Secrets['how'] {
    return this.#secrets.how
  }

  get tokens(): TelegramTokens {
    return { bot: this.#texts.get('bot') ?? null, voice: this.#texts.get('voice') ?? null }
  }

  /** Kept as well is what can't be read. */
  stateOf(which: keyof TelegramTokens): Kept {
    return this.#texts.has(which) || this.#unread.has(which) ? 'kept' : 'none'
  }

  /** Why the bot's token, which is kept, can't be read; null. */
  get problem(): string | null {
    return this.#unread.get('bot') ?? null
  }

  async load(): Promise<void> {
    for (const which of ['bot', 'voice'] as const) {
      const secret = await this.#secrets.read(NAMES[which])
      if (secret.is === 'kept') this.#know(which, secret.text)
      if (secret.is === 'refused') this.#unread.set(which, secret.text)
    }
  }

  /** From here on nothing says it. */
  hide(token: string): void {
    this.#hide(token)
  }

  async keep(which: keyof TelegramTokens, token: string): Promise<SecretRefusal | null> {
    this.#hide(token)
    const refusal = await this.#secrets.write(NAMES[which], token)
    if (refusal === null) this.#know(which, token)
    return refusal
  }

  async forget(which: keyof TelegramTokens): Promise<SecretRefusal | null> {
    const refusal = await this.#secrets.forget(NAMES[which])
    if (refusal === null) {
      this.#texts.delete(which)
      this.#unread.delete(which)
    }
    return refusal
  }

  #know(which: keyof TelegramTokens, token: string): void {
    this.#hide(token)
    this.#texts.set(which, token)
    this.#unread.delete(which)
  }
}
