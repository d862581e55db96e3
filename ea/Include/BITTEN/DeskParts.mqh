//+------------------------------------------------------------------+
//| DeskParts.mqh                                                    |
//| What all parts of the order desk share: the ports, the settings, |
//| the family of magic numbers, the journal.                        |
//+------------------------------------------------------------------+
#ifndef BITTEN_DESK_PARTS_MQH
#define BITTEN_DESK_PARTS_MQH

#include "DeskPorts.mqh"
#include "Journal.mqh"

//--- Whose money it is; login 0: the terminal is not logged in
struct SWhose
  {
   long              login;
   string            server;
  };

void ReadWhose(SWhose &whose)
  {
   whose.login=AccountInfoInteger(ACCOUNT_LOGIN);
   whose.server=AccountInfoString(ACCOUNT_SERVER);
  }

bool WhoseIsOther(const SWhose &whose)
  {
   SWhose now;
   ReadWhose(now);
   return(now.login!=0 && now.server!="" && (now.login!=whose.login || now.server!=whose.server));
  }

//--- The end of a range of history: TimeCurrent() may be days old after a start. The last second that MQL5 knows
#define HISTORY_END 32535215999

class CDeskParts
  {
public:
   IOutbox          *outbox;
   IClock           *clock;
   IHerald          *herald;
   IPause           *pause;
   IMarketTime      *time;
   ICosts           *costs;
   IMappedSymbols   *symbols;
   SDeskSettings     settings;
   SWhose            whose;          // at the start
   CFamily           family;
   CJournal          journal;
   string            lastVerdict;    // one line for the panel

                     CDeskParts() : lastVerdict("") {}
   //--- A clock that is never set
   static ulong      SteadyMs() { return(GetMicrosecondCount()/1000); }
   static bool       IsHedging() { return(AccountInfoInteger(ACCOUNT_MARGIN_MODE)==ACCOUNT_MARGIN_MODE_RETAIL_HEDGING); }
   //--- False: the terminal has not loaded the symbol yet. One that the broker has given up is never loaded
   static bool       HasDigits(const string symbol);
   static int        Digits(const string symbol);
   //--- The last word, or `unknown`: to the journal, and from there to the app
   void              Answer(const SCommand &command,const SVerdict &verdict);
   void              AnswerIn(const SCommand &command,const string is,const long retcode,const string text);
   //--- The verdict that was told before, once more
   void              AnswerAgain(const CEntry &entry);
   //--- Of the family, or of a command in the journal: the input may have named another family then
   bool              IsOurs(const long magic) { return(family.IsOurs(magic) || journal.FindMagic(magic)!=NULL); }
   long              WireMagic(const long magic) { return(IsOurs(magic) ? FAMILY_OF_THE_WIRE : family.OnTheWire(magic)); }
   //--- Our positions: all of the family; the one that is selected afterwards is of no meaning
   int               OurPositions(ulong &tickets[]);
   //--- Orders of the family that wait at the broker for their price
   int               OurWaiting(ulong &tickets[]);
   //--- Of ORDER_TYPE: neither a market order nor a close by
   static bool       IsWaitingType(const long type) { return(type>=ORDER_TYPE_BUY_LIMIT && type<=ORDER_TYPE_SELL_STOP_LIMIT); }
   static bool       IsBuyingType(const long type);
   //--- Selects an open position by its ticket, or by its lasting identifier
   static bool       SelectPosition(const ulong number);
  };
//+------------------------------------------------------------------+
bool CDeskParts::HasDigits(const string symbol)
  {
   bool isCustom=false;
   if(SymbolInfoDouble(symbol,SYMBOL_POINT)>0.0)
      return(true);
   if(SymbolExist(symbol,isCustom))
      SymbolSelect(symbol,true);
   else
      return(TerminalInfoInteger(TERMINAL_CONNECTED)!=0 && SymbolsTotal(false)>0);
   return(false);
  }
//+------------------------------------------------------------------+
//| All that a price can have, where nobody knows any more           |
//+------------------------------------------------------------------+
int CDeskParts::Digits(const string symbol)
  {
   return(SymbolInfoDouble(symbol,SYMBOL_POINT)>0.0 ? (int)SymbolInfoInteger(symbol,SYMBOL_DIGITS) : 8);
  }
//+------------------------------------------------------------------+
void CDeskParts::Answer(const SCommand &command,const SVerdict &verdict)
  {
   journal.Answer(command,verdict,clock.UtcMs());
   lastVerdict=verdict.is+": "+verdict.text;
   journal.Facts().Say(outbox);
  }
//+------------------------------------------------------------------+
void CDeskParts::AnswerIn(const SCommand &command,const string is,const long retcode,const string text)
  {
   SVerdict verdict;
   CVerdict::Make(verdict,is,retcode,text);
   Answer(command,verdict);
  }
//+------------------------------------------------------------------+
void CDeskParts::AnswerAgain(const CEntry &entry)
  {
   if(outbox.SayFact("verdict",entry.body,true)==0)
      journal.Facts().Keep("v:"+entry.command.id+":"+entry.is,"verdict",entry.body,true);
  }
//+------------------------------------------------------------------+
int CDeskParts::OurPositions(ulong &tickets[])
  {
   int count=0;
   ArrayResize(tickets,0);
   for(int i=PositionsTotal()-1; i>=0; i--)
     {
      ulong ticket=PositionGetTicket(i);
      if(ticket==0 || !IsOurs(PositionGetInteger(POSITION_MAGIC)))
         continue;
      ArrayResize(tickets,count+1,64);
      tickets[count++]=ticket;
     }
   return(count);
  }
//+------------------------------------------------------------------+
int CDeskParts::OurWaiting(ulong &tickets[])
  {
   int count=0;
   ArrayResize(tickets,0);
   for(int i=OrdersTotal()-1; i>=0; i--)
     {
      ulong ticket=OrderGetTicket(i);
      if(ticket==0 || !IsWaitingType(OrderGetInteger(ORDER_TYPE)) || !IsOurs(OrderGetInteger(ORDER_MAGIC)))
         continue;
      ArrayResize(tickets,count+1,64);
      tickets[count++]=ticket;
     }
   return(count);
  }
//+------------------------------------------------------------------+
bool CDeskParts::IsBuyingType(const long type)
  {
   return(type==ORDER_TYPE_BUY || type==ORDER_TYPE_BUY_LIMIT || type==ORDER_TYPE_BUY_STOP || type==ORDER_TYPE_BUY_STOP_LIMIT);
  }
//+------------------------------------------------------------------+
bool CDeskParts::SelectPosition(const ulong number)
  {
   if(PositionSelectByTicket(number))
      return(true);
   for(int i=PositionsTotal()-1; i>=0; i--)
      if(PositionGetTicket(i)!=0 && PositionGetInteger(POSITION_IDENTIFIER)==(long)number)
         return(true);
   return(false);
  }

#endif
//+------------------------------------------------------------------+
