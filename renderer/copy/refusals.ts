export const refusalsCopy = {
  title: 'Why no mission',
  calendar: { terminal: 'Terminal', file: 'File', 'terminal and file': 'Terminal and file' },
  calendarUntil: (source: string, until: string) => `Calendar: ${source} · to ${until}`,
  calendarMissing: 'No calendar',
  calendarMissingMeaning:
    'News cannot be ruled out: neither the terminal nor a dropped file has told the announcements of now.',
  empty: 'No setup has been refused yet.',
  emptyNext: 'Each setup that does not become a mission is listed here with the figure that decided.',
} as const
