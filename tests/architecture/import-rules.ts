/**
 * Who may import whom. One row per folder; the longest matching folder is the one that counts.
 * `types` are folders from which only types may come. A `*` at the end of a package name matches any rest.
 */
export type ImportRule = {
  readonly folder: string
  readonly folders: readonly string[]
  readonly types?: readonly string[]
  readonly packages: readonly string[]
  /** Value names that may come from a folder listed under `types`. */
  readonly values?: readonly string[]
}

export const IMPORT_RULES: readonly ImportRule[] = [
  { folder: 'engine/contracts', folders: [], packages: ['zod'] },
  { folder: 'engine/domain', folders: ['engine/contracts'], packages: [] },
  { folder: 'engine/wire', folders: ['engine/contracts'], packages: ['node:crypto'] },
  { folder: 'engine/ports', folders: ['engine/contracts'], types: ['engine/domain'], packages: [] },
  { folder: 'engine/app', folders: ['engine/contracts', 'engine/domain', 'engine/ports'], packages: [] },
  {
    folder: 'engine/adapters',
    folders: ['engine/contracts', 'engine/wire', 'engine/ports'],
    types: ['engine/domain'],
    packages: ['better-sqlite3', 'yauzl', '@napi-rs/canvas', 'qrcode', 'jsqr', 'node:*'],
  },
  {
    folder: 'engine/telegram',
    folders: ['engine/contracts', 'engine/domain', 'engine/ports', 'engine/adapters/identity'],
    packages: [
      'grammy',
      'grammy/*',
      '@grammyjs/*',
      'https-proxy-agent',
      'socks-proxy-agent',
      'opusscript',
      'node:*',
    ],
  },
  {
    folder: 'engine/cues',
    folders: [
      'engine/contracts',
      'engine/domain',
      'engine/ports',
      'engine/telegram/desk-line.ts',
      'engine/telegram/feed',
      'engine/telegram/texts',
      'engine/telegram/voice/words',
    ],
    packages: [],
  },
  {
    folder: 'engine/workers',
    folders: [
      'engine/contracts',
      'engine/domain',
      'engine/ports',
      'engine/app',
      'engine/adapters',
      'engine/lab',
      'engine/broker-sim',
      'engine/telegram',
    ],
    packages: ['node:*'],
  },
  {
    folder: 'engine/lab',
    folders: ['engine/contracts', 'engine/domain', 'engine/ports', 'engine/app', 'engine/broker-sim'],
    packages: [],
  },
  {
    folder: 'engine/broker-sim',
    folders: ['engine/contracts', 'engine/domain'],
    types: ['engine/ports'],
    packages: [],
  },
  {
    folder: 'engine/host',
    folders: ['engine/contracts', 'engine/wire', 'engine/ports', 'engine/adapters/identity'],
    packages: ['zeromq', 'chokidar', 'node:*'],
  },
  ...['engine/terminal-sim', 'engine/cli'].map(folder => ({
    folder,
    folders: [
      'engine/contracts',
      'engine/wire',
      'engine/ports',
      'engine/domain',
      'engine/broker-sim',
      'engine/adapters',
      'engine/host',
    ],
    packages: ['zeromq', 'commander', 'node:*'],
  })),
  {
    folder: 'engine/testkit',
    folders: ['engine', 'tools/lib'],
    packages: ['*'],
  },
  { folder: 'ea/host/translator', folders: [], packages: ['node:*'] },
  { folder: 'ea/host/protocol', folders: ['engine/contracts', 'engine/wire'], packages: ['zod', 'node:*'] },
  { folder: 'ea/host/build', folders: ['ea/host/translator'], packages: ['node:*'] },
  { folder: 'ea/host/driver', folders: ['ea/host/build'], packages: ['node:*'] },
  { folder: 'ea/host/runtime', folders: ['ea/host/build', 'ea/host/driver'], packages: ['node:*'] },
  {
    folder: 'electron',
    folders: ['engine/contracts', 'engine/cues', 'engine/host', 'engine/adapters/identity'],
    packages: ['electron', 'electron/*', 'node:*'],
  },
  {
    folder: 'renderer',
    folders: [],
    types: ['engine/contracts'],
    values: ['applyPatch'],
    packages: [
      'react',
      'react-dom',
      'react-dom/*',
      'recharts',
      '@tanstack/react-virtual',
      'lightweight-charts',
      'zustand',
      'zustand/*',
      '@vanilla-extract/css',
      '@fontsource*',
      'qrcode',
      'jsqr',
    ],
  },
]

/** Screens stand side by side: one that imports another drags it along wherever it goes. */
export const SEPARATE_CHILDREN_OF = 'renderer/features'
