//+------------------------------------------------------------------+
//| DeskBench.mq5                                                    |
//| The order desk without a link, for tests: a chart event brings a |
//| message of the app, a print says what the desk would tell it.    |
//+------------------------------------------------------------------+
#include <BITTEN/OrderDesk.mqh>

input string InpFolder="BITTEN\\bench\\";
input int    InpFamily=777001;
input string InpSymbols="";
input double InpMaxLots=5.0;
input int    InpMaxPositions=10;
input double InpMaxRisk=5.0;
input int    InpMaxSpread=100;
input double InpMaxDailyLoss=10.0;
input double InpCommission=7.0;
input int    InpSettleSeconds=5;
input bool   InpKnown=true;

class CBenchPorts : public IOutbox
  {
public:
   bool              live;
   long              number;

                     CBenchPorts() : live(true),number(0) {}
   virtual bool      IsLive() { return(live); }
   virtual long      Say(const string type,const string body)
     {
      Print("said ",type," 0 ",body);
      return(++number);
     }
   virtual long      SayBytes(const string type,const uchar &body[],const string headerExtra) { return(0); }
   virtual long      SayFact(const string type,const string body,const bool mayBeRepeat)
     {
      if(!live)
         return(0);
      Print("said ",type," ",(mayBeRepeat ? 1 : 0)," ",body);
      return(++number);
     }
   virtual long      ConfirmedUpTo() { return(0); }
   virtual int       Waiting() { return(0); }
  };

class CBenchClock : public IClock
  {
public:
   virtual long      UtcMs() { return((long)TimeGMT()*1000); }
  };

class CBenchHerald : public IHerald
  {
public:
   virtual void      Note(const string level,const string text) { Print("note ",level," ",text); }
  };

class CBenchPause : public IPause
  {
public:
   virtual void      AboutToBlock(const int ms) { Print("busy ",ms); }
  };

bool ExtIsKnown=false;

//--- The bench's trade server keeps UTC, which may be learnt late
class CBenchTime : public IMarketTime
  {
public:
   virtual bool      IsKnown() { return(InpKnown || ExtIsKnown); }
   virtual long      UtcFromServer(const long serverMs) { return(serverMs); }
   virtual long      ServerFromUtc(const long utcMs) { return(utcMs); }
  };

class CBenchCosts : public ICosts
  {
public:
   virtual double    CommissionPerLot(const string symbol) { return(InpCommission); }
  };

class CBenchSymbols : public IMappedSymbols
  {
public:
   virtual bool      IsMapped(const string symbol) { return(StringFind(symbol,"EURUSD")==0 || StringFind(symbol,"USDJPY")==0); }
  };

COrderDesk   ExtDesk;
COrderDesk   ExtTwin;
bool         ExtHasLeft=false;
bool         ExtIsTwinAlive=false;
CBenchPorts  ExtOutbox;
CBenchClock  ExtClock;
CBenchHerald ExtHerald;
CBenchPause  ExtPause;
CBenchTime   ExtTime;
CBenchCosts  ExtCosts;
CBenchSymbols ExtSymbols;

bool Open(COrderDesk &which,const string folder)
  {
   SDeskSettings settings;
   CPlan::Clear(settings.plan);
   settings.folder=folder;
   settings.family=InpFamily;
   settings.symbols=InpSymbols;
   settings.maxLots=InpMaxLots;
   settings.maxPositions=InpMaxPositions;
   settings.maxRiskPercent=InpMaxRisk;
   settings.maxSpreadPoints=InpMaxSpread;
   settings.maxDailyLossPercent=InpMaxDailyLoss;
   settings.settleSeconds=InpSettleSeconds;
   return(which.Open(settings,GetPointer(ExtOutbox),GetPointer(ExtClock),GetPointer(ExtHerald),GetPointer(ExtPause),
                     GetPointer(ExtTime),GetPointer(ExtCosts),GetPointer(ExtSymbols)));
  }

int OnInit()
  {
   if(!Open(ExtDesk,InpFolder))
      return(INIT_PARAMETERS_INCORRECT);
   EventSetMillisecondTimer(20);
   return(INIT_SUCCEEDED);
  }

void OnDeinit(const int reason)
  {
   ExtDesk.Close();
  }

void Answer(COrderDesk *which)
  {
   string id="";
   if(which.AnswerSync(id))
      Print("synced ",id);
  }

void OnTimer()
  {
   if(ExtHasLeft)
      ExtTwin.OnTimer();
   else
      ExtDesk.OnTimer();
   if(ExtIsTwinAlive)
      ExtTwin.OnTimer();
   Answer(ExtHasLeft ? GetPointer(ExtTwin) : GetPointer(ExtDesk));
  }

void OnTick()
  {
   ExtDesk.OnTick();
  }

void OnTrade()
  {
   ExtDesk.OnTrade();
  }

void OnTradeTransaction(const MqlTradeTransaction &transaction,const MqlTradeRequest &request,
                        const MqlTradeResult &result)
  {
   ExtDesk.OnTradeTransaction(transaction);
   if(ExtIsTwinAlive)
      ExtTwin.OnTradeTransaction(transaction);
  }

//--- A second EA with the same uuid, in the same terminal
void Twin()
  {
   Open(ExtTwin,InpFolder);
   Print("twin ",ExtTwin.Denies());
  }

//--- A second EA on another chart: another name, another journal, the same account
void Neighbour()
  {
   Open(ExtTwin,InpFolder+"neighbour\\");
   ExtIsTwinAlive=true;
  }

void Link(const string word)
  {
   ExtOutbox.live=(word=="live");
   if(ExtOutbox.live)
      ExtDesk.OnLive();
   else
      ExtDesk.OnApart();
  }

void Message(COrderDesk &which,const string type,const string text,const long sentMs)
  {
   uchar bytes[];
   int count=StringToCharArray(text,bytes,0,WHOLE_ARRAY,CP_UTF8)-1;
   CJsonReader body;
   if(!body.Parse(bytes,0,count,3))
      Print("unreadable ",body.Error());
   else
      if(type=="sync")
        {
         which.OnSync(body);
         Answer(GetPointer(which));
        }
      else
         if(!which.OnMessage(type,sentMs,body))
            Print("nobody's ",type);
  }

void Both(const string word,const string rest,const long sentMs)
  {
   if(word=="leave")
     {
      ExtDesk.Close();
      ExtHasLeft=true;
     }
   else
      if(StringFind(word,"twin-")==0)
         Message(ExtTwin,StringSubstr(word,5),rest,sentMs);
      else
         Message(ExtDesk,word,rest,sentMs);
  }

void OnChartEvent(const int id,const long &lparam,const double &dparam,const string &sparam)
  {
   int blank=StringFind(sparam," ");
   string word=(blank<0) ? sparam : StringSubstr(sparam,0,blank);
   string rest=(blank<0) ? "" : StringSubstr(sparam,blank+1);
   if(word=="known")
      ExtIsKnown=true;
   else
   if(word=="live" || word=="apart")
      Link(word);
   else
      if(word=="confirm")
         ExtDesk.OnConfirmed(StringToInteger(rest));
      else
         if(word=="denies")
            Print("denies ",ExtDesk.Denies());
         else
            if(word=="twin")
               Twin();
            else
            if(word=="neighbour")
               Neighbour();
            else
               if(word=="unacked")
                  Print("unacked ",ExtDesk.Unacked());
               else
                  if(word=="idof")
                     Print("idof ",ExtDesk.IdOf(StringToInteger(rest))," ",ExtDesk.WireMagic(StringToInteger(rest)));
                  else
                     Both(word,rest,lparam);
  }
//+------------------------------------------------------------------+
