import { describe, expect, test } from 'vitest'
import { codesIn, codesOf } from '../testkit/checked.ts'

describe('a format', () => {
  test.each([
    ['PrintFormat("%d %u %x", 1, 2, 3);'],
    ['PrintFormat("%5.2f%%", 1.5);'],
    ['PrintFormat("%-*.*f", 5, 2, 1.5);'],
    ['PrintFormat("%I64u %lld", TimeCurrent(), TimeCurrent());'],
    ['string text = "a"; PrintFormat(text, 1);'],
    ['Print(StringFormat("%s", EnumToString(PERIOD_M1)));'],
  ])('%s fits its values', statements => {
    expect(codesOf(statements)).toEqual([])
  })

  test.each([
    ['PrintFormat("%", 1);'],
    ['PrintFormat("%y", 1);'],
    ['PrintFormat("%d");'],
    ['PrintFormat("done", 1);'],
    ['PrintFormat("%f", 1);'],
    ['PrintFormat("%d", "a");'],
    ['Print(StringFormat("%d", TimeCurrent()));'],
  ])('%s is refused', statements => {
    expect(codesOf(statements)).toEqual([901])
  })
})

describe('a function that must return a value', () => {
  test.each([
    ['if(one) return 1; return 2;', []],
    ['if(one) return 1; else return 2;', []],
    ['while(true) { if(one) return 1; }', []],
    ['for(;;) { }', []],
    ['do { return 1; } while(one);', []],
    ['switch(Digits()) { case 1: return 1; default: return 2; }', []],
    ['switch(Digits()) { case 1: return 1; default: return 2; break; }', []],
    ['while(true) { if(one) break; }', [117]],
    ['switch(Digits()) { case 1: return 1; }', [117]],
    ['switch(Digits()) { case 1: break; default: return 2; }', [117]],
    ['while(one) return 1;', [117]],
    ['if(one) return 1;', [117]],
  ])('%s', (body, codes) => {
    expect(codesIn(`int One(bool one) { ${body} }`).map(({ code }) => code)).toEqual(codes)
  })
})

describe('a variable without a first value', () => {
  test.each([
    ['int one; one = 1; Print(one);', []],
    ['int one; if(IsStopped()) one = 1; else one = 2; Print(one);', []],
    ['int one; if(IsStopped()) return; else one = 2; Print(one);', []],
    ['long one; if(SymbolInfoInteger("a", SYMBOL_SPREAD, one)) Print(one);', []],
    ['int one; for(one = 0; one < 3; one++) Print(one);', []],
    ['int one; do { one = 1; } while(one < 1);', []],
    ['string one; Print(one);', []],
    ['MqlTick one; Print(one.bid);', []],
    ['int one; one += 1;', [60]],
    ['int one; while(IsStopped()) one = 1; Print(one);', [60]],
    ['int one; if(IsStopped() && Digits() > (one = 1)) Print("a"); Print(one);', [60]],
    ['int one; switch(Digits()) { case 1: one = 1; break; } Print(one);', [60]],
  ])('%s', (statements, codes) => {
    expect(codesOf(statements)).toEqual(codes)
  })
})

describe('overloads', () => {
  const TWO = 'int Pick(int one) { return one; } string Pick(string one) { return one; }'

  test.each([
    ['Print(Pick(1));', []],
    ['Print(Pick("a"));', []],
    ['Print(Pick((char)1));', []],
    ['Print(Pick(1.5));', [44]],
    ['Print(Pick(IsStopped()));', []],
    ['Print(Pick());', [199]],
    ['MqlTick tick = {}; Print(Pick(tick));', [166]],
  ])('%s', (statements, codes) => {
    const found = codesIn(`${TWO}\nvoid OnTick() { ${statements} }`).map(({ code }) => code)
    expect(found).toEqual(codes)
  })
})

describe('an event handler', () => {
  test.each([
    ['int OnInit() { return INIT_SUCCEEDED; }', []],
    ['void OnInit() { }', []],
    ['void OnDeinit(const int reason) { }', []],
    ['void OnDeinit(int reason) { }', []],
    ['void OnBookEvent(const string &symbol) { }', []],
    ['double OnTester() { return 0; }', []],
    ['void OnTrade(int one) { }', [70]],
    ['void OnBookEvent(string &symbol) { }', [70]],
    ['string OnInit() { return NULL; }', [54]],
  ])('%s', (text, codes) => {
    expect(codesIn(text).map(({ code }) => code)).toEqual(codes)
  })
})
