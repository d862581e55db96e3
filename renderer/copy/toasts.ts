export const toastCopy = {
  region: 'Reports',
  level: { info: 'Report', warn: 'Caution', error: 'Problem' },
  dismiss: (text: string) => `Dismiss: ${text}`,
} as const
