// What the program has selected; it ends with the program's life.
#pragma once
#include "terminal/server/rows.hpp"

#include "generated/builtins.hpp"

namespace mql::terminal {

void forgetSelectedPosition();
void forgetSelectedOrder();
void forgetHistory();

// Properties of an order, active or past. False, with the error set, for a property that there is not.
bool orderInteger(const server::OrderRow& order, ENUM_ORDER_PROPERTY_INTEGER property, int64_t& value);
bool orderDouble(const server::OrderRow& order, ENUM_ORDER_PROPERTY_DOUBLE property, double& value);
bool orderText(const server::OrderRow& order, ENUM_ORDER_PROPERTY_STRING property, String& value);

}  // namespace mql::terminal
