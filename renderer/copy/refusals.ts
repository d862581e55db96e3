export const refusalsCopy = {
  title: 'Why no mission',
  empty: 'No setup has been refused yet.',
  emptyNext: 'Each setup that does not become a mission is listed here with the figure that decided.',
} as const
