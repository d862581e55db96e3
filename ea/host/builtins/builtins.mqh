//--- Every built-in that the EA may use, in MQL5's own syntax: the allow-list of the checker and the list of
//--- what the host's C++ must supply. Nothing that is missing here is available.
//---
//--- Notation, where the reference prints something that is not MQL5:
//---   template<typename T>   where it prints `void`, `void&`, `any_class`, `any_enum` or `numeric`;
//---                          `T &array[]` takes an array of any element type and any number of dimensions
//---   ...                    any number of values of simple types, as the reference prints it
//---   const TYPE NAME=VALUE  a named constant; extern const TYPE NAME is a predefined variable
//---   a prototype            has no body: the C++ function of the same name and parameters is the body
//--- Enumerations whose numbers the reference gives (or that programs are known to print) carry them; an
//--- enumeration without numbers stands in the documented order, and no program may rely on its numbers.
#include "language.mqh"
#include "colors.mqh"
#include "errors.mqh"
#include "retcodes.mqh"
#include "math.mqh"
#include "strings.mqh"
#include "arrays.mqh"
#include "time.mqh"
#include "files.mqh"
#include "sockets.mqh"
#include "crypto.mqh"
#include "program.mqh"
#include "terminal.mqh"
#include "globals.mqh"
#include "charts.mqh"
#include "objects.mqh"
#include "symbols.mqh"
#include "series.mqh"
#include "account.mqh"
#include "trade.mqh"
#include "orders.mqh"
#include "positions.mqh"
#include "history.mqh"
#include "calendar.mqh"
