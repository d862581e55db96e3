/** Real money: the word that stands on every edge, and the consent that it asks for. */
export const liveCopy = {
  word: 'Live',
  title: 'LIVE · BITTEN · War Room',
  calmTitle: 'BITTEN · War Room',
} as const

export const consentCopy = {
  name: 'Consent',
  missing: 'Real money is not traded here until you have typed that you want it.',
  open: 'Give consent',
  showFirst: 'Show its account',
  title: 'Trade real money',
  close: 'Not now',
  account: (broker: string, server: string) => `Account at ${broker}, ${server}.`,
  balance: 'Balance',
  equity: 'Equity',
  lossStop: 'Daily stop',
  riskPct: 'Risk of a shot',
  ofBalance: 'of balance at most',
  meaning:
    'From now on a shot that you fire, or that AUTO fires, is a real order at your broker and can lose real money. It is asked once for this account. PAUSE, CANCEL, FLATTEN and every stop work as before.',
  send: 'Trade real money',
} as const
