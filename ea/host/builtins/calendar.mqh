//--- The economic calendar.
enum ENUM_CALENDAR_EVENT_TYPE
  {
   CALENDAR_TYPE_EVENT, CALENDAR_TYPE_INDICATOR, CALENDAR_TYPE_HOLIDAY
  };

enum ENUM_CALENDAR_EVENT_SECTOR
  {
   CALENDAR_SECTOR_NONE, CALENDAR_SECTOR_MARKET, CALENDAR_SECTOR_GDP, CALENDAR_SECTOR_JOBS,
   CALENDAR_SECTOR_PRICES, CALENDAR_SECTOR_MONEY, CALENDAR_SECTOR_TRADE, CALENDAR_SECTOR_GOVERNMENT,
   CALENDAR_SECTOR_BUSINESS, CALENDAR_SECTOR_CONSUMER, CALENDAR_SECTOR_HOUSING, CALENDAR_SECTOR_TAXES,
   CALENDAR_SECTOR_HOLIDAYS
  };

enum ENUM_CALENDAR_EVENT_FREQUENCY
  {
   CALENDAR_FREQUENCY_NONE, CALENDAR_FREQUENCY_WEEK, CALENDAR_FREQUENCY_MONTH,
   CALENDAR_FREQUENCY_QUARTER, CALENDAR_FREQUENCY_YEAR, CALENDAR_FREQUENCY_DAY
  };

enum ENUM_CALENDAR_EVENT_TIMEMODE
  {
   CALENDAR_TIMEMODE_DATETIME, CALENDAR_TIMEMODE_DATE, CALENDAR_TIMEMODE_NOTIME,
   CALENDAR_TIMEMODE_TENTATIVE
  };

enum ENUM_CALENDAR_EVENT_UNIT
  {
   CALENDAR_UNIT_NONE, CALENDAR_UNIT_PERCENT, CALENDAR_UNIT_CURRENCY, CALENDAR_UNIT_HOUR,
   CALENDAR_UNIT_JOB, CALENDAR_UNIT_RIG, CALENDAR_UNIT_USD, CALENDAR_UNIT_PEOPLE,
   CALENDAR_UNIT_MORTGAGE, CALENDAR_UNIT_VOTE, CALENDAR_UNIT_BARREL, CALENDAR_UNIT_CUBICFEET,
   CALENDAR_UNIT_POSITION, CALENDAR_UNIT_BUILDING
  };

enum ENUM_CALENDAR_EVENT_IMPORTANCE
  {
   CALENDAR_IMPORTANCE_NONE, CALENDAR_IMPORTANCE_LOW, CALENDAR_IMPORTANCE_MODERATE,
   CALENDAR_IMPORTANCE_HIGH
  };

enum ENUM_CALENDAR_EVENT_MULTIPLIER
  {
   CALENDAR_MULTIPLIER_NONE, CALENDAR_MULTIPLIER_THOUSANDS, CALENDAR_MULTIPLIER_MILLIONS,
   CALENDAR_MULTIPLIER_BILLIONS, CALENDAR_MULTIPLIER_TRILLIONS
  };

enum ENUM_CALENDAR_EVENT_IMPACT
  {
   CALENDAR_IMPACT_NA, CALENDAR_IMPACT_POSITIVE, CALENDAR_IMPACT_NEGATIVE
  };

struct MqlCalendarCountry
  {
   ulong  id;                // country ID (ISO 3166-1)
   string name;              // country text name
   string code;              // country code name (ISO 3166-1 alpha-2)
   string currency;          // country currency code
   string currency_symbol;   // country currency symbol
   string url_name;          // country name used in the URL
  };

struct MqlCalendarEvent
  {
   ulong                          id;           // event ID
   ENUM_CALENDAR_EVENT_TYPE       type;         // event type
   ENUM_CALENDAR_EVENT_SECTOR     sector;       // sector an event is related to
   ENUM_CALENDAR_EVENT_FREQUENCY  frequency;    // event frequency
   ENUM_CALENDAR_EVENT_TIMEMODE   time_mode;    // event time mode
   ulong                          country_id;   // country ID
   ENUM_CALENDAR_EVENT_UNIT       unit;         // unit of measure
   ENUM_CALENDAR_EVENT_IMPORTANCE importance;   // event importance
   ENUM_CALENDAR_EVENT_MULTIPLIER multiplier;   // value multiplier
   uint                           digits;       // number of decimal places
   string                         source_url;   // URL of a source where an event is published
   string                         event_code;   // event code
   string                         name;         // event text name in the terminal language
  };

struct MqlCalendarValue
  {
   ulong                      id;                   // value ID
   ulong                      event_id;             // event ID
   datetime                   time;                 // event date and time
   datetime                   period;               // event reporting period
   int                        revision;             // revision relative to the reporting period
   long                       actual_value;         // times 10^6, or LONG_MIN if the value is not set
   long                       prev_value;           // times 10^6, or LONG_MIN if the value is not set
   long                       revised_prev_value;   // times 10^6, or LONG_MIN if the value is not set
   long                       forecast_value;       // times 10^6, or LONG_MIN if the value is not set
   ENUM_CALENDAR_EVENT_IMPACT impact_type;          // potential impact on the currency rate

   bool                       HasActualValue(void) const;
   bool                       HasPreviousValue(void) const;
   bool                       HasRevisedValue(void) const;
   bool                       HasForecastValue(void) const;
   double                     GetActualValue(void) const;
   double                     GetPreviousValue(void) const;
   double                     GetRevisedValue(void) const;
   double                     GetForecastValue(void) const;
  };

int  CalendarCountries(MqlCalendarCountry &countries[]);
bool CalendarCountryById(const long country_id,MqlCalendarCountry &country);
bool CalendarEventById(ulong event_id,MqlCalendarEvent &event);
int  CalendarValueHistory(MqlCalendarValue &values[],datetime datetime_from,datetime datetime_to=0,
                          const string country_code=NULL,const string currency=NULL);
int  CalendarValueLast(ulong &change_id,MqlCalendarValue &values[],const string country_code=NULL,
                       const string currency=NULL);
