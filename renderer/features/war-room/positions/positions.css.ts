import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const panel = style({ flex: '1 0 12rem' })
export const list = style({ flex: 1, minHeight: 0, overflowY: 'auto' })

export const row = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(10.5rem, 1fr) minmax(10rem, 1.2fr) 8.75rem 5rem',
  alignItems: 'center',
  columnGap: theme.space.large,
  padding: `${theme.space.small} ${theme.space.medium}`,
  selectors: { '& + &': { borderTop: `1px solid ${theme.colour.line}` } },
})

export const head = style({ display: 'flex', alignItems: 'center', gap: theme.space.small })
export const symbol = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.large,
  fontWeight: 600,
  letterSpacing: '0.03em',
  lineHeight: 1.1,
})
export const details = style({
  fontSize: theme.size.small,
  color: theme.colour.inkFaint,
  whiteSpace: 'nowrap',
})

export const result = style({ textAlign: 'right' })
export const r = style({ display: 'block', fontSize: theme.size.large, lineHeight: 1.15 })
export const money = style({ fontSize: theme.size.small, color: theme.colour.inkDim })

export const actions = style({
  display: 'flex',
  gap: theme.space.tight,
  justifyContent: 'flex-end',
})
