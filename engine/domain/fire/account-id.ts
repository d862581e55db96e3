/** Which account a terminal is on. Two brokers may give the same login, so its server belongs to it. */
export const accountId = ({ loginHash, server }: Readonly<{ loginHash: string; server: string }>): string =>
  `${loginHash}@${server}`
