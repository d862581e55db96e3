export const crashCopy = {
  title: 'The window could not draw this.',
  comfort:
    'Your stops are with the broker and the engine goes on without this window. Draw it again; if it stays like this, quit from the tray and start again.',
  reload: 'Draw it again',
} as const
