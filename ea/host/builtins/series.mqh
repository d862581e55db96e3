//--- Ticks and bars of the past.
const uint COPY_TICKS_INFO=1;
const uint COPY_TICKS_TRADE=2;
const uint COPY_TICKS_ALL=3;

enum ENUM_SERIES_INFO_INTEGER
  {
   SERIES_BARS_COUNT, SERIES_FIRSTDATE, SERIES_LASTBAR_DATE, SERIES_SERVER_FIRSTDATE,
   SERIES_TERMINAL_FIRSTDATE, SERIES_SYNCHRONIZED
  };

struct MqlRates
  {
   datetime time;          // period start time
   double   open;          // open price
   double   high;          // the highest price of the period
   double   low;           // the lowest price of the period
   double   close;         // close price
   long     tick_volume;   // tick volume
   int      spread;        // spread
   long     real_volume;   // trade volume
  };

int CopyTicks(string symbol_name,MqlTick &ticks_array[],uint flags=COPY_TICKS_ALL,ulong from=0,uint count=0);
int CopyTicksRange(const string symbol_name,MqlTick &ticks_array[],uint flags=COPY_TICKS_ALL,
                   ulong from_msc=0,ulong to_msc=0);
int CopyRates(string symbol_name,ENUM_TIMEFRAMES timeframe,int start_pos,int count,MqlRates &rates_array[]);
int CopyRates(string symbol_name,ENUM_TIMEFRAMES timeframe,datetime start_time,int count,MqlRates &rates_array[]);
int CopyRates(string symbol_name,ENUM_TIMEFRAMES timeframe,datetime start_time,datetime stop_time,
              MqlRates &rates_array[]);
int CopyTime(string symbol_name,ENUM_TIMEFRAMES timeframe,int start_pos,int count,datetime &time_array[]);
int CopyTime(string symbol_name,ENUM_TIMEFRAMES timeframe,datetime start_time,int count,datetime &time_array[]);
int CopyTime(string symbol_name,ENUM_TIMEFRAMES timeframe,datetime start_time,datetime stop_time,
             datetime &time_array[]);

int      Bars(string symbol_name,ENUM_TIMEFRAMES timeframe);
int      Bars(string symbol_name,ENUM_TIMEFRAMES timeframe,datetime start_time,datetime stop_time);
int      iBars(const string symbol,ENUM_TIMEFRAMES timeframe);
int      iBarShift(const string symbol,ENUM_TIMEFRAMES timeframe,datetime time,bool exact=false);
datetime iTime(const string symbol,ENUM_TIMEFRAMES timeframe,int shift);
double   iOpen(const string symbol,ENUM_TIMEFRAMES timeframe,int shift);
double   iHigh(const string symbol,ENUM_TIMEFRAMES timeframe,int shift);
double   iLow(const string symbol,ENUM_TIMEFRAMES timeframe,int shift);
double   iClose(const string symbol,ENUM_TIMEFRAMES timeframe,int shift);
long     SeriesInfoInteger(string symbol_name,ENUM_TIMEFRAMES timeframe,ENUM_SERIES_INFO_INTEGER prop_id);
bool     SeriesInfoInteger(string symbol_name,ENUM_TIMEFRAMES timeframe,ENUM_SERIES_INFO_INTEGER prop_id,
                           long &long_var);
