import { configDefaults, defineConfig } from 'vitest/config'

const integration = '**/*.int.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{engine,electron,renderer,tools,bench}/**/*.test.{ts,tsx}',
            'tests/architecture/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, integration],
        },
      },
      {
        test: {
          name: 'integration',
          include: [integration],
          exclude: [...configDefaults.exclude, 'out/**'],
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
