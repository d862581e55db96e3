/** Which account a terminal is on. Two brokers may give the same login, so its server belongs to it. */
export const accountId = ({ loginHash, server }: Readonly<{ loginHash: string; server: string }>): string =>
  `${loginHash}@${server}`

/** The start of an account's id: enough to tell a few accounts apart, and nothing to learn a login from. */
export const accountMark = (id: string): string => id.slice(0, 4)
