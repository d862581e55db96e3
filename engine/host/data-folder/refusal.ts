/** Why the app can't start on this data folder. `text` says what, where and what to do. */
export type FolderRefusalCode = 'DATA_FOLDER' | 'SECOND_INSTANCE' | 'PAIRING_KEY' | 'SETTINGS'
export type FolderRefusal = Readonly<{ is: 'refused'; code: FolderRefusalCode; text: string }>

export const folderRefusal = (code: FolderRefusalCode, text: string): FolderRefusal => ({
  is: 'refused',
  code,
  text,
})

/** "permission denied" out of an error of node:fs, without its path and call, which the sentence names itself. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const [, reason] = /^\w+: ([^,]+),/.exec(error.message) ?? []
  return reason ?? error.message
}

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
