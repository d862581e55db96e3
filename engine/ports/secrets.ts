/** What nobody else may know, kept on this computer by name. */
export type SecretName = 'telegram-token' | 'telegram-voice-token'

/** A sentence: what is wrong, and what to do. What was kept before is still there. */
export type SecretRefusal = Readonly<{ is: 'refused'; text: string }>
export type Secret = Readonly<{ is: 'kept'; text: string }> | Readonly<{ is: 'none' }> | SecretRefusal

/** Never rejects for an expected reason. Nothing that it says holds a part of a secret. */
export interface Secrets {
  /** How secrets are kept here. `can` false: nothing can be kept, and what to do. */
  readonly how: Readonly<{ can: boolean; text: string }>
  read(name: SecretName): Promise<Secret>
  /** On disk when it resolves, in place of the one before; null: done. */
  write(name: SecretName, text: string): Promise<SecretRefusal | null>
  /** Done as well where nothing was kept. */
  forget(name: SecretName): Promise<SecretRefusal | null>
}
