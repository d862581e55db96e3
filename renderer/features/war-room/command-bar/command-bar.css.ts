import { style } from '@vanilla-extract/css'
import { theme } from '../../../theme/theme.css.ts'

export const bar = style({
  flex: 'none',
  display: 'flex',
  alignItems: 'stretch',
  minHeight: '4rem',
  margin: `0 ${theme.space.small}`,
  background: `linear-gradient(180deg, ${theme.colour.raised}, ${theme.colour.panel})`,
  border: `1px solid ${theme.colour.line}`,
  borderTopColor: theme.colour.goldLine,
  borderRadius: theme.radius.medium,
})

/** One compartment, parted from the one before by a hairline. */
export const cell = style({
  display: 'flex',
  alignItems: 'center',
  gap: theme.space.large,
  padding: `${theme.space.small} ${theme.space.large}`,
  minWidth: 0,
  selectors: { '& + &': { borderLeft: `1px solid ${theme.colour.line}` } },
  '@media': {
    '(max-width: 1239px)': { gap: theme.space.small, padding: theme.space.small },
  },
})

export const grow = style({ flex: 1 })

export const waiting = style({ flex: 1, padding: theme.space.large, color: theme.colour.inkFaint })
export const emergency = style({
  display: 'flex',
  alignItems: 'center',
  padding: `0 ${theme.space.large}`,
})
