import { describe, expect, test } from 'vitest'
import { memoryFiles } from '../source/file-provider.ts'
import { printProblem } from '../source/problem.ts'
import { preprocessed, problemsOf, TEST_OPTIONS } from '../testkit/sources.ts'
import { preprocess } from './preprocess.ts'

function textOf(text: string, others: Readonly<Record<string, string>> = {}): string {
  const { tokens, problems } = preprocessed(text, others)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return tokens
    .map(token => token.text)
    .join(' ')
    .trim()
}

describe('an include', () => {
  test('in quotes is beside the file that asks, in angle brackets in the folders', () => {
    const others = {
      'Include/Desk/Json.mqh': '#include "../Base.mqh"\njson',
      'Include/Base.mqh': 'base',
      'Experts/parts/Local.mqh': 'local',
    }
    expect(textOf('#include <Desk\\Json.mqh>\n#include "parts\\Local.mqh"\nmain', others)).toBe(
      'base json local main',
    )
  })

  test('is read once, and each time is noted', () => {
    const { includes, tokens } = preprocessed('#include <A.mqh>\n#include <A.mqh>', { 'Include/A.mqh': 'a' })
    expect(tokens.map(token => token.text)).toEqual(['a', ''])
    expect(includes.map(({ resolved, repeated }) => [resolved, repeated])).toEqual([
      ['Include/A.mqh', false],
      ['Include/A.mqh', true],
    ])
  })

  test('of files that include one another ends', () => {
    const others = { 'Include/A.mqh': '#include <B.mqh>\na', 'Include/B.mqh': '#include <A.mqh>\nb' }
    expect(textOf('#include <A.mqh>', others)).toBe('b a')
  })

  test.each([
    ['#include <None.mqh>', `106: cannot find 'None.mqh': looked at Include/None.mqh`],
    ['#include "None.mqh"', `looked at Experts/None.mqh`],
    ['#include None.mqh', '113: '],
    ['#include <None.mqh', '115: '],
    ['#include "None.mqh', '112: '],
    ['#include ""', '105: '],
  ])('%s is refused', (text, words) => {
    expect(problemsOf(text)[0]).toContain(words)
  })

  test('of a file in a wrong encoding says so', () => {
    const files = {
      read: (path: string) => (path === 'a.mq5' ? { text: '#include "b.mqh"' } : { refusal: 'is Greek' }),
    }
    const { problems } = preprocess('a.mq5', { ...TEST_OPTIONS, files })
    expect(problems.map(printProblem)).toEqual([`a.mq5(1,1): error 106: the file 'b.mqh' is Greek`])
    const main = preprocess('b.mqh', { ...TEST_OPTIONS, files })
    expect(main.problems.map(printProblem)).toEqual(['b.mqh(1,1): error 100: the file is Greek'])
  })

  test('keeps the positions of its own file', () => {
    const { tokens } = preprocessed('#include <A.mqh>\nmain', { 'Include/A.mqh': '\n  a' })
    expect(tokens.map(({ at }) => `${at.file} ${at.line}:${at.column}`)).toEqual([
      'Include/A.mqh 2:3',
      'Experts/main.mq5 2:1',
      'Experts/main.mq5 2:5',
    ])
  })
})

describe('a condition', () => {
  test('takes one of its two texts, also when nested', () => {
    const text =
      '#define A\n#ifdef A\n1\n#ifdef B\n2\n#else\n3\n#endif\n#else\n4\n#endif\n#ifndef A\n5\n#endif'
    expect(textOf(text)).toBe('1 3')
  })

  test('knows what the compiler and the host define', () => {
    expect(
      textOf('#ifdef __MQL5__\n1\n#endif\n#ifdef _DEBUG\n2\n#endif\n#ifdef BITTEN_HOST\n3\n#endif'),
    ).toBe('1 3')
  })

  test('hides mistakes and directives in the text that is not taken', () => {
    expect(textOf(`#ifdef NO\ndon't "\n#import "x.dll"\n#define A 1\n#endif\nA`)).toBe('A')
  })

  test.each([
    ['#ifdef A', '(1,1): error 372: the #endif of this condition is missing'],
    ['#endif', 'error 372: #endif without #ifdef'],
    ['#else', 'error 372: #else without #ifdef'],
    ['#ifdef A\n#else\n#else\n#endif', '(3,2): error 372: a second #else'],
    ['#ifdef\n#endif', 'error 109: expected a name after #ifdef'],
  ])('%j is refused', (text, words) => {
    expect(problemsOf(text)[0]).toContain(words)
  })
})

describe('a macro', () => {
  test.each([
    ['#define TEN 10\nTEN TENS', '10 TENS'],
    ['#define A B\n#define B 1\nA', '1'],
    ['#define A A+1\nA', 'A + 1'],
    ['#define A B\n#define B A\nA', 'A'],
    ['#define A 1\n#undef A\nA', 'A'],
    [
      '#define MAX(a,b) ((a)>(b)?(a):(b))\nMAX(f(1,2),x)',
      '( ( f ( 1 , 2 ) ) > ( x ) ? ( f ( 1 , 2 ) ) : ( x ) )',
    ],
    ['#define TWICE(a) a a\nTWICE(TWICE(1))', '1 1 1 1'],
    ['#define F(a) a\nF\nF (1)', 'F 1'],
    ['#define F() 5\nF()', '5'],
    ['#define LONG 1+ \\\n  2\nLONG', '1 + 2'],
    ['#define SHOW(a) #a "=" a\nSHOW( x+"q\\n" )', '"x+\\"q\\\\n\\"" "=" x + "q\\n"'],
    ['#define VAR(t,n) t var##n\nVAR(int,3)', 'int var3'],
    ['#define JOIN(a,b) a##b\n#define AB 7\nJOIN(A,B)', '7'],
    ['#define JOIN(a,b) x a##b\nJOIN(,B)', 'x B'],
    ['#define X 1 // one\nX', '1'],
  ])('%j gives %s', (text, result) => {
    expect(textOf(text)).toBe(result)
  })

  test('stands where it is used, its arguments where they are written', () => {
    const { tokens } = preprocessed('#define ADD(a) a+1\n  ADD(\n  x)')
    expect(tokens.map(({ text, at }) => `${text} ${at.line}:${at.column}`)).toEqual([
      'x 3:3',
      '+ 2:3',
      '1 2:3',
      ' 3:5',
    ])
  })

  test.each([
    ['#define', 'error 108'],
    ['#define F(a,a) a', 'error 317'],
    ['#define F(a', 'error 317'],
    ['#define A ##B', 'error 316'],
    ['#define J(a,b) a##b\nJ(+,1)', 'error 316'],
    ['#define F(a) a\nF(1,2)', `error 318: the macro 'F' takes 1 arguments, not 2`],
    ['#define F(a) a\nF(1', 'error 145'],
    ['#define A 1\n#define A 2', `(2,9): warning 30: the macro 'A' is defined again`],
  ])('%j is refused', (text, words) => {
    expect(problemsOf(text)[0]).toContain(words)
  })

  test('that grows beyond measure is refused and not waited for', () => {
    const lines = [...Array(40).keys()].map(index => `#define M${index} M${index + 1} M${index + 1}`)
    const growth = problemsOf(`${lines.join('\n')}\nM0`).filter(line => line.includes('error 320'))
    expect(growth).toHaveLength(1)
  })
})

describe('the words of the compiler', () => {
  test('say where, when and by what the program was compiled', () => {
    const text =
      '__FILE__ __PATH__ __LINE__\n__LINE__ __DATE__ __DATETIME__ __MQLBUILD__ __COUNTER__ __COUNTER__'
    expect(textOf(text)).toBe(
      `"main.mq5" "Experts/main.mq5" 1 2 D'2024.02.29 00:00:00' D'2024.02.29 13:14:15' 4150 0 1`,
    )
  })

  test('in a macro say where the macro is used', () => {
    expect(textOf('#define WHERE __LINE__\n\nWHERE')).toBe('3')
  })
})

describe('a directive', () => {
  test('#property is kept for the main file only', () => {
    const { properties } = preprocessed('#include <A.mqh>\n#property version "1.00"\n#property strict', {
      'Include/A.mqh': '#property link "x"',
    })
    expect(properties.map(({ name, value }) => [name, value])).toEqual([
      ['version', '1.00'],
      ['strict', ''],
    ])
  })

  test.each([
    ['#import "x.dll"', 'error 243: #import is refused'],
    ['#resource "a.bmp"', 'error 309: #resource is refused'],
    ['#if 1', 'error 109: MQL5 has no #if'],
    ['#pragma pack(1)', `error 109: unknown command of the preprocessor: '#pragma'`],
    ['#undef 5', 'error 108'],
    ['#property', 'error 288'],
  ])('%s is refused', (text, words) => {
    expect(problemsOf(text)[0]).toContain(words)
  })

  test('a main file that is missing is the one problem', () => {
    const nowhere = preprocess('None.mq5', { ...TEST_OPTIONS, files: memoryFiles({}) })
    expect(nowhere.tokens).toEqual([])
    expect(nowhere.problems.map(printProblem)).toEqual(['None.mq5(1,1): error 100: there is no such file'])
  })
})
