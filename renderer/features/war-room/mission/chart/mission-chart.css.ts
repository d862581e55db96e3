import { style } from '@vanilla-extract/css'
import { theme } from '../../../../theme/theme.css.ts'

export const chart = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.hair,
})

export const fold = style({
  alignSelf: 'flex-start',
  padding: 0,
  border: 'none',
  background: 'none',
  cursor: 'pointer',
  fontSize: theme.size.small,
  color: theme.colour.gold,
  selectors: {
    '&::before': { content: '"▶" / ""', display: 'inline-block', width: '1.1em', fontSize: '0.7em' },
    '&[aria-expanded=true]::before': { content: '"▼" / ""' },
    '&:hover': { color: theme.colour.goldBright },
  },
})

export const figure = style({ display: 'flex', flexDirection: 'column', gap: theme.space.hair })

/** As high whatever stands in it, so that nothing below it moves when the candles have come. */
export const frame = style({
  height: '11.5rem',
  display: 'flex',
  flexDirection: 'column',
  overflow: 'hidden',
  border: `1px solid ${theme.colour.line}`,
  borderRadius: theme.radius.small,
  background: theme.colour.inset,
})

export const old = style({ fontSize: theme.size.small, color: theme.colour.warn })
export const foot = style({
  display: 'flex',
  justifyContent: 'space-between',
  flexWrap: 'wrap',
  columnGap: theme.space.small,
  fontSize: '0.6875rem',
  color: theme.colour.inkFaint,
})
