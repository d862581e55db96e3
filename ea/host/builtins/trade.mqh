//--- Trade requests, their results and the transactions that follow.
enum ENUM_TRADE_REQUEST_ACTIONS
  {
   TRADE_ACTION_DEAL=1, TRADE_ACTION_PENDING=5, TRADE_ACTION_SLTP=6, TRADE_ACTION_MODIFY=7,
   TRADE_ACTION_REMOVE=8, TRADE_ACTION_CLOSE_BY=10
  };

enum ENUM_TRADE_TRANSACTION_TYPE
  {
   TRADE_TRANSACTION_ORDER_ADD=0, TRADE_TRANSACTION_ORDER_UPDATE=1, TRADE_TRANSACTION_ORDER_DELETE=2,
   TRADE_TRANSACTION_HISTORY_ADD=3, TRADE_TRANSACTION_HISTORY_UPDATE=4,
   TRADE_TRANSACTION_HISTORY_DELETE=5, TRADE_TRANSACTION_DEAL_ADD=6, TRADE_TRANSACTION_DEAL_UPDATE=7,
   TRADE_TRANSACTION_DEAL_DELETE=8, TRADE_TRANSACTION_POSITION=9, TRADE_TRANSACTION_REQUEST=10
  };

enum ENUM_ORDER_TYPE
  {
   ORDER_TYPE_BUY=0, ORDER_TYPE_SELL=1, ORDER_TYPE_BUY_LIMIT=2, ORDER_TYPE_SELL_LIMIT=3,
   ORDER_TYPE_BUY_STOP=4, ORDER_TYPE_SELL_STOP=5, ORDER_TYPE_BUY_STOP_LIMIT=6,
   ORDER_TYPE_SELL_STOP_LIMIT=7, ORDER_TYPE_CLOSE_BY=8
  };

enum ENUM_ORDER_STATE
  {
   ORDER_STATE_STARTED=0, ORDER_STATE_PLACED=1, ORDER_STATE_CANCELED=2, ORDER_STATE_PARTIAL=3,
   ORDER_STATE_FILLED=4, ORDER_STATE_REJECTED=5, ORDER_STATE_EXPIRED=6, ORDER_STATE_REQUEST_ADD=7,
   ORDER_STATE_REQUEST_MODIFY=8, ORDER_STATE_REQUEST_CANCEL=9
  };

enum ENUM_ORDER_TYPE_FILLING
  {
   ORDER_FILLING_FOK=0, ORDER_FILLING_IOC=1, ORDER_FILLING_RETURN=2, ORDER_FILLING_BOC=3
  };

enum ENUM_ORDER_TYPE_TIME
  {
   ORDER_TIME_GTC=0, ORDER_TIME_DAY=1, ORDER_TIME_SPECIFIED=2, ORDER_TIME_SPECIFIED_DAY=3
  };

enum ENUM_DEAL_TYPE
  {
   DEAL_TYPE_BUY=0, DEAL_TYPE_SELL=1, DEAL_TYPE_BALANCE=2, DEAL_TYPE_CREDIT=3, DEAL_TYPE_CHARGE=4,
   DEAL_TYPE_CORRECTION=5, DEAL_TYPE_BONUS=6, DEAL_TYPE_COMMISSION=7, DEAL_TYPE_COMMISSION_DAILY=8,
   DEAL_TYPE_COMMISSION_MONTHLY=9, DEAL_TYPE_COMMISSION_AGENT_DAILY=10,
   DEAL_TYPE_COMMISSION_AGENT_MONTHLY=11, DEAL_TYPE_INTEREST=12, DEAL_TYPE_BUY_CANCELED=13,
   DEAL_TYPE_SELL_CANCELED=14, DEAL_DIVIDEND=15, DEAL_DIVIDEND_FRANKED=16, DEAL_TAX=17
  };

struct MqlTradeRequest
  {
   ENUM_TRADE_REQUEST_ACTIONS action;         // trade operation type
   ulong                      magic;          // Expert Advisor ID (magic number)
   ulong                      order;          // order ticket
   string                     symbol;         // trade symbol
   double                     volume;         // requested volume for a deal in lots
   double                     price;          // price
   double                     stoplimit;      // StopLimit level of the order
   double                     sl;             // Stop Loss level of the order
   double                     tp;             // Take Profit level of the order
   ulong                      deviation;      // maximal possible deviation from the requested price
   ENUM_ORDER_TYPE            type;           // order type
   ENUM_ORDER_TYPE_FILLING    type_filling;   // order execution type
   ENUM_ORDER_TYPE_TIME       type_time;      // order expiration type
   datetime                   expiration;     // order expiration time
   string                     comment;        // order comment
   ulong                      position;       // position ticket
   ulong                      position_by;    // the ticket of an opposite position
  };

struct MqlTradeCheckResult
  {
   uint   retcode;        // reply code
   double balance;        // balance after the execution of the deal
   double equity;         // equity after the execution of the deal
   double profit;         // floating profit
   double margin;         // margin requirements
   double margin_free;    // free margin
   double margin_level;   // margin level
   string comment;        // comment to the reply code
  };

struct MqlTradeResult
  {
   uint   retcode;            // operation return code
   ulong  deal;               // deal ticket, if it is performed
   ulong  order;              // order ticket, if it is placed
   double volume;             // deal volume, confirmed by the broker
   double price;              // deal price, confirmed by the broker
   double bid;                // current Bid price
   double ask;                // current Ask price
   string comment;            // broker comment to the operation
   uint   request_id;         // request ID set by the terminal during the dispatch
   int    retcode_external;   // return code of an external trading system
  };

struct MqlTradeTransaction
  {
   ulong                       deal;              // deal ticket
   ulong                       order;             // order ticket
   string                      symbol;            // trade symbol name
   ENUM_TRADE_TRANSACTION_TYPE type;              // trade transaction type
   ENUM_ORDER_TYPE             order_type;        // order type
   ENUM_ORDER_STATE            order_state;       // order state
   ENUM_DEAL_TYPE              deal_type;         // deal type
   ENUM_ORDER_TYPE_TIME        time_type;         // order type by action period
   datetime                    time_expiration;   // order expiration time
   double                      price;             // price
   double                      price_trigger;     // stop limit order activation price
   double                      price_sl;          // Stop Loss level
   double                      price_tp;          // Take Profit level
   double                      volume;            // volume in lots
   ulong                       position;          // position ticket
   ulong                       position_by;       // ticket of an opposite position
  };

bool OrderSend(MqlTradeRequest &request,MqlTradeResult &result);
bool OrderSendAsync(MqlTradeRequest &request,MqlTradeResult &result);
bool OrderCheck(MqlTradeRequest &request,MqlTradeCheckResult &result);
bool OrderCalcMargin(ENUM_ORDER_TYPE action,string symbol,double volume,double price,double &margin);
bool OrderCalcProfit(ENUM_ORDER_TYPE action,string symbol,double volume,double price_open,double price_close,
                     double &profit);
