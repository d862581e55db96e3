//--- Orders and deals of the past.
enum ENUM_DEAL_PROPERTY_INTEGER
  {
   DEAL_TICKET, DEAL_ORDER, DEAL_TIME, DEAL_TIME_MSC, DEAL_TYPE, DEAL_ENTRY, DEAL_MAGIC, DEAL_REASON,
   DEAL_POSITION_ID
  };

enum ENUM_DEAL_PROPERTY_DOUBLE
  {
   DEAL_VOLUME, DEAL_PRICE, DEAL_COMMISSION, DEAL_SWAP, DEAL_PROFIT, DEAL_FEE, DEAL_SL, DEAL_TP
  };

enum ENUM_DEAL_PROPERTY_STRING
  {
   DEAL_SYMBOL, DEAL_COMMENT, DEAL_EXTERNAL_ID
  };

enum ENUM_DEAL_ENTRY
  {
   DEAL_ENTRY_IN=0, DEAL_ENTRY_OUT=1, DEAL_ENTRY_INOUT=2, DEAL_ENTRY_OUT_BY=3
  };

enum ENUM_DEAL_REASON
  {
   DEAL_REASON_CLIENT=0, DEAL_REASON_MOBILE=1, DEAL_REASON_WEB=2, DEAL_REASON_EXPERT=3,
   DEAL_REASON_SL=4, DEAL_REASON_TP=5, DEAL_REASON_SO=6, DEAL_REASON_ROLLOVER=7, DEAL_REASON_VMARGIN=8,
   DEAL_REASON_SPLIT=9, DEAL_REASON_CORPORATE_ACTION=10
  };

bool   HistorySelect(datetime from_date,datetime to_date);
bool   HistorySelectByPosition(ulong position_id);

int    HistoryOrdersTotal();
ulong  HistoryOrderGetTicket(int index);
bool   HistoryOrderSelect(ulong ticket);
long   HistoryOrderGetInteger(ulong ticket_number,ENUM_ORDER_PROPERTY_INTEGER property_id);
bool   HistoryOrderGetInteger(ulong ticket_number,ENUM_ORDER_PROPERTY_INTEGER property_id,long &long_var);
double HistoryOrderGetDouble(ulong ticket_number,ENUM_ORDER_PROPERTY_DOUBLE property_id);
bool   HistoryOrderGetDouble(ulong ticket_number,ENUM_ORDER_PROPERTY_DOUBLE property_id,double &double_var);
string HistoryOrderGetString(ulong ticket_number,ENUM_ORDER_PROPERTY_STRING property_id);
bool   HistoryOrderGetString(ulong ticket_number,ENUM_ORDER_PROPERTY_STRING property_id,string &string_var);

int    HistoryDealsTotal();
ulong  HistoryDealGetTicket(int index);
bool   HistoryDealSelect(ulong ticket);
long   HistoryDealGetInteger(ulong ticket_number,ENUM_DEAL_PROPERTY_INTEGER property_id);
bool   HistoryDealGetInteger(ulong ticket_number,ENUM_DEAL_PROPERTY_INTEGER property_id,long &long_var);
double HistoryDealGetDouble(ulong ticket_number,ENUM_DEAL_PROPERTY_DOUBLE property_id);
bool   HistoryDealGetDouble(ulong ticket_number,ENUM_DEAL_PROPERTY_DOUBLE property_id,double &double_var);
string HistoryDealGetString(ulong ticket_number,ENUM_DEAL_PROPERTY_STRING property_id);
bool   HistoryDealGetString(ulong ticket_number,ENUM_DEAL_PROPERTY_STRING property_id,string &string_var);
