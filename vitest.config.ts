import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['engine/**/*.test.ts', 'tools/**/*.test.ts', 'renderer/**/*.test.ts'], exclude: ['**/*.int.test.ts'] } },
      { test: { name: 'integration', include: ['**/*.int.test.ts'], exclude: ['node_modules/**'], testTimeout: 60_000, fileParallelism: false } },
    ],
  },
})
