//+------------------------------------------------------------------+
//| Protocol.mqh                                                     |
//| Names and limits of the protocol (docs/protocol.md). GENERATED   |
//| from engine/contracts by `npm run ea -- protocol`: changed there |
//| and never here.                                                  |
//+------------------------------------------------------------------+
#ifndef BITTEN_PROTOCOL_MQH
#define BITTEN_PROTOCOL_MQH

#define PROTOCOL_VERSION               1
#define DEFAULT_PORT                   5577
#define DEFAULT_MAGIC                  777001
//--- Sizes
#define LIMIT_HEADER_BYTES             512
#define LIMIT_BODY_BYTES               262144
#define LIMIT_MAC_BYTES                16
#define LIMIT_NONCE_BYTES              16
#define LIMIT_DEPTH                    3
#define LIMIT_NUMBER                   9007199254740991
#define TICK_BYTES                     30
#define LIMIT_TICKS                    8738
#define BAR_BYTES                      60
#define LIMIT_BARS                     4369
//--- Longest texts and lists, largest values
#define LIMIT_BROKER_TEXT              128
#define LIMIT_SERVER_TEXT              128
#define LIMIT_PROGRAM_TEXT             64
#define LIMIT_SYMBOLS                  64
#define LIMIT_SYMBOL_TEXT              32
#define LIMIT_POSITIONS                1000
#define LIMIT_ORDERS                   1000
#define LIMIT_VERDICT_TEXT             400
#define LIMIT_EVENTS                   1000
#define LIMIT_EVENT_TEXT               128
#define LIMIT_DENIES_TEXT              200
#define LIMIT_BUSY_MS                  180000
#define LIMIT_NOTE_TEXT                2000
#define LIMIT_BYE_TEXT                 400
#define LIMIT_REFUSE_TEXT              400
#define LIMIT_SESSION_TEXT             32
#define LIMIT_HISTORY_BARS             50000
#define LIMIT_INDEX                    65535
#define LIMIT_TTL_MS                   60000
#define LIMIT_COMMENT_TEXT             27
#define LIMIT_SYNC_COMMANDS            256
#define LIMIT_HALT_TEXT                400
//--- Types of messages
#define MESSAGE_HELLO                  "hello"
#define MESSAGE_PROVE                  "prove"
#define MESSAGE_SPECS                  "specs"
#define MESSAGE_ACCOUNT                "account"
#define MESSAGE_POSITIONS              "positions"
#define MESSAGE_ORDERS                 "orders"
#define MESSAGE_TICKS                  "ticks"
#define MESSAGE_BARS                   "bars"
#define MESSAGE_CALENDAR               "calendar"
#define MESSAGE_VERDICT                "verdict"
#define MESSAGE_DEAL                   "deal"
#define MESSAGE_SYNCED                 "synced"
#define MESSAGE_BEAT                   "beat"
#define MESSAGE_BUSY                   "busy"
#define MESSAGE_NOTE                   "note"
#define MESSAGE_BYE                    "bye"
#define MESSAGE_ACK                    "ack"
#define MESSAGE_CHALLENGE              "challenge"
#define MESSAGE_WELCOME                "welcome"
#define MESSAGE_REFUSE                 "refuse"
#define MESSAGE_HISTORY                "history"
#define MESSAGE_FIRE                   "fire"
#define MESSAGE_PLACE                  "place"
#define MESSAGE_CANCEL                 "cancel"
#define MESSAGE_MODIFY                 "modify"
#define MESSAGE_CLOSE                  "close"
#define MESSAGE_FLATTEN                "flatten"
#define MESSAGE_LIMITS                 "limits"
#define MESSAGE_HALT                   "halt"
#define MESSAGE_RESUME                 "resume"
#define MESSAGE_SYNC                   "sync"
//--- Words of the fields
#define TAKES_PLACE_UNTIL              "placeUntil"
#define VERDICT_ACCEPTED               "accepted"
#define VERDICT_REJECTED               "rejected"
#define VERDICT_DENIED                 "denied"
#define VERDICT_EXPIRED                "expired"
#define VERDICT_UNKNOWN                "unknown"
#define VERDICT_BURIED                 "buried"
#define VERDICT_PLACED                 "placed"
#define VERDICT_CANCELLED              "cancelled"
#define REFUSAL_WRONG_KEY              "WRONG_KEY"
#define REFUSAL_WRONG_VERSION          "WRONG_VERSION"
#define REFUSAL_SECOND_TERMINAL        "SECOND_TERMINAL"
#define REFUSAL_BAD_HELLO              "BAD_HELLO"
#define CAUSE_COMMAND                  "command"
#define CAUSE_STOP                     "stop"
#define CAUSE_TARGET                   "target"
#define CAUSE_STOP_OUT                 "stopOut"
#define CAUSE_MANUAL                   "manual"
#define CAUSE_OTHER                    "other"
#define IMPORTANCE_NONE                "none"
#define IMPORTANCE_LOW                 "low"
#define IMPORTANCE_MODERATE            "moderate"
#define IMPORTANCE_HIGH                "high"
//--- The pairs of the desk, the most traded first
#define PAIR_COUNT                     15
const string PAIRS[PAIR_COUNT]=
  {
   "EURUSD","GBPUSD","USDJPY","USDCHF","USDCAD",
   "AUDUSD","NZDUSD","EURGBP","EURJPY","GBPJPY",
   "AUDJPY","EURAUD","GBPAUD","GBPNZD","GBPCHF"
  };
//+------------------------------------------------------------------+
bool IsAppMessage(const string type)
  {
   return(type==MESSAGE_CHALLENGE || type==MESSAGE_WELCOME || type==MESSAGE_REFUSE ||
          type==MESSAGE_HISTORY || type==MESSAGE_FIRE || type==MESSAGE_PLACE ||
          type==MESSAGE_CANCEL || type==MESSAGE_MODIFY || type==MESSAGE_CLOSE ||
          type==MESSAGE_FLATTEN || type==MESSAGE_LIMITS || type==MESSAGE_HALT ||
          type==MESSAGE_RESUME || type==MESSAGE_SYNC || type==MESSAGE_ACK);
  }
//+------------------------------------------------------------------+
bool IsUnsignedMessage(const string type)
  {
   return(type==MESSAGE_HELLO || type==MESSAGE_CHALLENGE || type==MESSAGE_REFUSE);
  }
//+------------------------------------------------------------------+
bool IsFactMessage(const string type)
  {
   return(type==MESSAGE_VERDICT || type==MESSAGE_DEAL);
  }

#endif
//+------------------------------------------------------------------+
