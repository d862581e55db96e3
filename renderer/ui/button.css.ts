import { style, styleVariants } from '@vanilla-extract/css'
import { theme } from '../theme/theme.css.ts'

const base = style({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: theme.space.tight,
  minHeight: '1.875rem',
  padding: `0 ${theme.space.medium}`,
  border: `1px solid ${theme.colour.lineStrong}`,
  borderRadius: theme.radius.small,
  background: theme.colour.raised,
  color: theme.colour.ink,
  fontFamily: theme.font.heading,
  fontSize: theme.size.body,
  fontWeight: 600,
  letterSpacing: '0.07em',
  textTransform: 'uppercase',
  cursor: 'pointer',
  whiteSpace: 'nowrap',
  transition: `background ${theme.motion.quick}, border-color ${theme.motion.quick}`,
  selectors: {
    // A button that is on keeps its colours: dark letters on the wash of a hover could not be read.
    '&:hover:not(:disabled, [aria-disabled=true], [aria-pressed=true], [aria-checked=true])': {
      borderColor: theme.colour.gold,
      background: theme.colour.goldWash,
    },
    '&:disabled, &[aria-disabled=true]': {
      color: theme.colour.inkFaint,
      cursor: 'not-allowed',
      borderStyle: 'dashed',
    },
    '&[aria-pressed=true], &[aria-checked=true]': {
      background: theme.colour.goldFill,
      borderColor: theme.colour.gold,
      color: theme.colour.inkOnGold,
    },
  },
})

const small = style({ minHeight: '1.5rem', padding: `0 ${theme.space.small}`, fontSize: theme.size.small })

export const look = styleVariants({
  quiet: [base],
  gold: [base, { borderColor: theme.colour.gold, color: theme.colour.goldBright }],
  danger: [
    base,
    {
      borderColor: theme.colour.fault,
      color: theme.colour.fault,
      selectors: {
        '&:hover:not(:disabled)': { background: theme.colour.faultWash, borderColor: theme.colour.fault },
      },
    },
  ],
  small: [base, small],
  smallGold: [base, small, { borderColor: theme.colour.gold, color: theme.colour.goldBright }],
})
