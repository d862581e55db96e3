export const closedCopy = {
  title: 'Kill wall',
  aside: 'last five',
  empty: 'No trade has been closed yet.',
  emptyNext: 'A winner hangs here as a kill card, any other trade as a debrief to learn from.',
  kill: 'Kill confirmed',
  debrief: 'Debrief',
  held: 'held',
  lots: 'lots',
  deal: 'deal',
  pips: 'pips',
  atRisk: (amount: string) => `${amount} at risk`,
} as const
