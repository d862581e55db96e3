//+------------------------------------------------------------------+
//| Json.mqh                                                         |
//| Both halves of JSON, for whoever reads and writes.               |
//+------------------------------------------------------------------+
#ifndef BITTEN_JSON_MQH
#define BITTEN_JSON_MQH

#include "JsonReader.mqh"
#include "JsonWriter.mqh"

#endif
//+------------------------------------------------------------------+
