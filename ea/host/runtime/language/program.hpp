// A translated program as the platform sees it: its event handlers and its inputs.
#pragma once

#include <string>

#include "language/string.hpp"

namespace mql {

struct MqlTradeTransaction;
struct MqlTradeRequest;
struct MqlTradeResult;

struct Input {
  const char* name;
  /** The MQL5 type: "int", "string", "ENUM_..." */
  const char* type;
  /** The value as text, in UTF-8. */
  std::string (*get)();
  /** Sets the value from UTF-8 text before OnInit; false if the text is no value of the type. */
  bool (*set)(const std::string& text);
};

/** A handler that the program does not have is nullptr. */
struct Program {
  int (*onInit)();
  void (*onDeinit)(int reason);
  void (*onTick)();
  void (*onTimer)();
  void (*onTrade)();
  void (*onTradeTransaction)(const MqlTradeTransaction&, const MqlTradeRequest&,
                             const MqlTradeResult&);
  void (*onChartEvent)(int id, const int64_t& longParameter, const double& doubleParameter,
                       const String& text);
  void (*onBookEvent)(const String& symbol);
  /** Makes every global anew: call it before each OnInit, the first included. Inputs keep their values. */
  void (*reset)();
  const Input* inputs;
  int inputCount;
};

extern "C++" const Program& program_table();

}  // namespace mql
