//+------------------------------------------------------------------+
//| LinkProgram.mq5                                                  |
//| The EA's link and nothing else: it prints what the link tells,   |
//| and says what a chart event asks for.                            |
//+------------------------------------------------------------------+
#include <BITTEN/Clock.mqh>
#include <BITTEN/Link.mqh>
#include <BITTEN/Uuid.mqh>

input string InpKey="";
input int    InpPort=5577;

CClock clock;
CUuid  uuid;
CChance chance;
CLink  link;

class CTeller : public IHerald
  {
public:
   virtual void      Note(const string level,const string text) { Print("note ",level," ",text); }
  };

class CListener : public ISink
  {
public:
   virtual void      OnLive(const string session,const int beatMs) { Print("live ",session," ",beatMs); }
   virtual void      OnApart(const string reason) { Print("apart ",reason); }
   virtual void      OnMessage(const string type,const long number,const long sentMs,CJsonReader &body);
   virtual void      OnConfirmed(const long upTo) { Print("confirmed ",upTo); }
  };

void CListener::OnMessage(const string type,const long number,const long sentMs,CJsonReader &body)
  {
   Print("message ",type," ",number," ",sentMs," ",body.Count(body.Root()));
   link.Committed(number);
  }

CTeller teller;
CListener listener;

int OnInit()
  {
   CPairingKey key;
   SLinkSettings settings;
   SHello hello;
   if(!uuid.Open(chance) || !key.Read(InpKey))
     {
      Print("refused ",uuid.Error(),key.Error());
      return(INIT_FAILED);
     }
   Print("uuid ",uuid.Text()," ",uuid.IsNew());
   settings.host="127.0.0.1";
   settings.port=InpPort;
   hello.uuid=uuid.Text();
   hello.loginHash=LoginHash(AccountInfoInteger(ACCOUNT_LOGIN));
   hello.broker="Broker";
   hello.server="Server";
   hello.build=5000;
   hello.program="LinkProgram 1";
   hello.margin="hedging";
   hello.kind="demo";
   link.Begin(settings,hello,key,GetPointer(clock),GetPointer(teller),GetPointer(listener));
   return(EventSetMillisecondTimer(16) ? INIT_SUCCEEDED : INIT_FAILED);
  }

void OnTimer()
  {
   long byMs=0;
   clock.Poll();
   if(clock.Jumped(byMs))
      Print("jumped ",byMs);
   link.Poll();
  }

void OnDeinit(const int reason)
  {
   link.Close("chart closed");
  }

void OnChartEvent(const int id,const long &lparam,const double &dparam,const string &sparam)
  {
   uchar bytes[];
   if(sparam=="beat")
      Print("said ",link.Say(MESSAGE_BEAT,"{}"));
   if(sparam=="fact")
      Print("said ",link.SayFact(MESSAGE_DEAL,"{}",true));
   if(sparam=="ticks" || sparam=="deal")
     {
      ArrayResize(bytes,(int)lparam);
      ArrayInitialize(bytes,' ');
      Print("said ",link.SayBytes(sparam,bytes,"")," waiting ",link.Waiting());
     }
   if(sparam=="sleep")
      Sleep((int)lparam);
   if(sparam=="state")
      Print(link.IsLive() ? "live" : link.Reason()," faults ",link.Faults()," utc ",clock.UtcMs()," within ",clock.UncertaintyMs());
  }
//+------------------------------------------------------------------+
