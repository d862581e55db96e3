export const roomCopy = {
  title: 'BITTEN War Room',
  market: 'Market',
  side: 'Missions, trades and record',
  stale: 'Stale',
  loading: 'Waiting for the engine’s first picture.',
  loadingNext: 'It starts within seconds.',
  failedNext: 'The window asks again every two seconds. Ask now, or quit and start the app again.',
  retry: 'Ask now',
  silent: 'No news from the engine. What you see is the last known picture; your stops stay with the broker.',
  troubled: (text: string) => `${text} What you see is the last known picture.`,
} as const
