import { style } from '@vanilla-extract/css'
import { theme } from '../../theme/theme.css.ts'
import { number } from '../../theme/type.css.ts'
import { grid, scrollingColumn } from '../../ui/page-layout.css.ts'
import { textLine } from '../../ui/text-line.css.ts'

export const page = style([
  grid,
  {
    gridTemplateColumns: 'minmax(19rem, 24rem) minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
  },
])
export const column = scrollingColumn
export const whole = style({ gridColumn: '1 / -1' })
export const still = style({ flex: 'none' })

export const stack = style({ display: 'flex', flexDirection: 'column', gap: theme.space.small })
export const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.space.small })
export const dim = style({ color: theme.colour.inkDim, fontSize: theme.size.small, textWrap: 'pretty' })
export const faint = style({ color: theme.colour.inkFaint, fontSize: theme.size.small })

export const field = style({ display: 'flex', flexDirection: 'column', gap: theme.space.hair, minWidth: 0 })
export const input = textLine
export const short = style([input, number, { width: '4.5rem' }])

/** Pressed into the plate, as on the real thing. */
export const tag = style({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.space.small,
  padding: `${theme.space.medium} ${theme.space.large}`,
  border: `1px solid ${theme.colour.goldDim}`,
  borderRadius: '1.25rem',
  background: `radial-gradient(circle at 1.1rem 50%, ${theme.colour.field} 0 0.3rem, ${theme.colour.goldDim} 0.3rem 0.37rem, transparent 0.4rem), ${theme.colour.inset}`,
  paddingLeft: '2.5rem',
})
export const callSign = style({
  fontFamily: theme.font.heading,
  fontSize: theme.size.title,
  fontWeight: 600,
  letterSpacing: '0.04em',
  lineHeight: 1.15,
  color: theme.colour.goldBright,
  overflowWrap: 'anywhere',
})
export const fingerprint = style([
  number,
  { color: theme.colour.inkDim, letterSpacing: '0.06em', userSelect: 'all' },
])

export const item = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: theme.space.small,
  padding: `${theme.space.tight} 0`,
  selectors: { '& + &': { borderTop: `1px solid ${theme.colour.line}` } },
})

export const drop = style([
  input,
  {
    minHeight: '5.5rem',
    padding: theme.space.small,
    resize: 'none',
    color: theme.colour.ink,
    fontFamily: theme.font.numbers,
    fontSize: theme.size.small,
    overflowWrap: 'anywhere',
    selectors: {
      '&::placeholder': { color: theme.colour.inkFaint },
      '&[data-over=true]': { borderColor: theme.colour.gold, background: theme.colour.goldWash },
    },
  },
])
export const hiddenInput = style({ display: 'none' })
