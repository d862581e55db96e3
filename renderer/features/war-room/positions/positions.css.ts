import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

/** Wide enough for a column of its own, high enough for the trigger above what is open. */
const ROOMY = '(min-width: 1320px) and (min-height: 820px)'

/**
 * Higher while orders wait or a trade is being changed, so that list and drawer are seen whole. Open money never lies below the
 * fold: a long briefing is scrolled behind it.
 */
export const panel = style({
  flex: '1 0 13rem',
  '@media': { [ROOMY]: { selectors: { '&:has(li)': { position: 'sticky', bottom: 0, zIndex: 1 } } } },
  selectors: {
    '&:has([data-lasts])': { flexBasis: '22rem' },
    '&:has([aria-expanded=true])': { flexBasis: '24rem' },
    '&:has([data-lasts]):has([aria-expanded=true])': { flexBasis: '33rem' },
  },
})
export const list = style({ flex: 1, minHeight: 0, overflowY: 'auto' })

export const row = style({
  display: 'grid',
  gridTemplateColumns: '10.75rem minmax(0, 1fr) 8rem 4.5rem',
  alignItems: 'center',
  columnGap: theme.space.medium,
  padding: `${theme.space.small} ${theme.space.medium}`,
  position: 'relative',
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
export const line = style({ display: 'block' })
export const money = style({ fontSize: theme.size.small, color: theme.colour.inkDim })

export const actions = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.tight,
  alignItems: 'stretch',
})

export const since = style({
  fontSize: theme.size.tiny,
  color: theme.colour.inkDim,
  textAlign: 'center',
  whiteSpace: 'nowrap',
})

/** Lies over the result and the buttons while it asks, and hides them whole. */
export const question = style({
  position: 'absolute',
  top: theme.space.small,
  right: theme.space.medium,
  width: `calc(12.5rem + ${theme.space.medium})`,
  height: '3.25rem',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: theme.space.small,
  background: theme.colour.raised,
  border: `1px solid ${theme.colour.goldDim}`,
  borderRadius: theme.radius.medium,
})
