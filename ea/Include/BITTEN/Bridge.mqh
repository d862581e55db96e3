//+------------------------------------------------------------------+
//| Bridge.mqh                                                       |
//| Owns all parts of the EA and wires them: the link hears the app, |
//| the desk carries out its orders, the feed tells it the market.   |
//| One timer is one turn: work first, then the link, which sends    |
//| all that was said in one piece.                                  |
//+------------------------------------------------------------------+
#ifndef BITTEN_BRIDGE_MQH
#define BITTEN_BRIDGE_MQH

#include "Settings.mqh"
#include "Clock.mqh"
#include "Uuid.mqh"
#include "Herald.mqh"
#include "Road.mqh"
#include "OrderDesk.mqh"
#include "Feed.mqh"
#include "Beat.mqh"
#include "Meter.mqh"
#include "Status.mqh"

class CBridge : public ISink
  {
private:
   SBridgeSettings   m_settings;
   CClock            m_clock;
   CChance           m_chance;
   CUuid             m_uuid;
   CHerald           m_herald;
   CRoad             m_road;
   IOutbox          *m_outbox;
   COrderDesk        m_desk;
   CFeed             m_feed;
   CBeat             m_beat;
   CMeter            m_work;
   CStatus           m_status;
   SWhose            m_whose;
   string            m_idle;          // why nothing is done at all, "" when something is
   SStatus           m_shown;

   bool              Refuse(const string why);
   static bool       IsName(const string text);
   bool              NameItself(void);
   void              Turn(const ulong deadline);
   void              Spin(const ulong until);
   void              AnswerSync(void);
   void              Beat(const long nowMs);
   void              Show(const long nowMs);

public:
                     CBridge(void);
   //--- False: the inputs cannot be used; the panel and the journal of the terminal say why
   bool              Open(const SBridgeSettings &settings);
   void              Close(const int reason);
   //--- Another login or server than at the start: everything has to begin anew
   bool              IsOfAnotherAccount(void) const { return(m_idle=="" && WhoseIsOther(m_whose)); }
   void              OnTimer(void);
   void              OnTick(void);
   void              OnTrade(void);
   void              OnTradeTransaction(const MqlTradeTransaction &transaction);
   //--- What the link calls
   virtual void      OnLive(const string session,const int beatMs);
   virtual void      OnApart(const string reason);
   virtual void      OnMessage(const string type,const long number,const long sentMs,CJsonReader &body);
   virtual void      OnConfirmed(const long upTo);
  };
//+------------------------------------------------------------------+
CBridge::CBridge(void) : m_outbox(NULL),m_idle("not started")
  {
  }
//+------------------------------------------------------------------+
bool CBridge::Open(const SBridgeSettings &settings)
  {
   m_settings=settings;
   m_status.Open(settings.hasPanel);
   if(MQLInfoInteger(MQL_TESTER)!=0)
      return(Refuse("The Strategy Tester has no sockets and no app: BITTENBridge does nothing here."));
   m_outbox=m_road.Outbox(m_settings.road);
   m_herald.Bind(m_outbox);
   m_clock.Poll();
   ReadWhose(m_whose);
   if(!NameItself())
      return(false);
   IPause *pause=m_road.Pause(m_settings.road);
   m_feed.Bind(m_settings,m_outbox,GetPointer(m_clock),GetPointer(m_herald),pause,GetPointer(m_desk));
   m_beat.Bind(m_outbox,m_feed.Time());
   if(!m_desk.Open(m_settings.desk,m_outbox,GetPointer(m_clock),GetPointer(m_herald),pause,
                   m_feed.Time(),m_feed.Symbols().Costs(),m_feed.Symbols()))
      return(Refuse("The inputs of the orders cannot be used; see the Experts tab."));
   m_idle="";
   //--- Open positions are managed without the app as well, so a wrong key is no reason to stop
   m_road.Open(m_settings,m_shown.uuid,m_chance,GetPointer(m_clock),GetPointer(m_herald),m_feed.Time(),GetPointer(this));
   if(!EventSetMillisecondTimer(m_settings.timerMs))
      return(Refuse(StringFormat("The terminal gives no timer, error %d. Attach the EA again.",GetLastError())));
   return(true);
  }
//+------------------------------------------------------------------+
bool CBridge::Refuse(const string why)
  {
   m_idle=why;
   Print("BITTEN error: ",why);
   m_status.ShowOnly(why,MQLInfoInteger(MQL_TESTER)==0);
   return(false);
  }
//+------------------------------------------------------------------+
bool CBridge::IsName(const string text)
  {
   string allowed="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
   int length=StringLen(text);
   for(int i=0; i<length; i++)
      if(StringFind(allowed,StringSubstr(text,i,1))<0)
         return(false);
   return(length>=4 && length<=64);
  }
//+------------------------------------------------------------------+
//| Its name is the folder of its journal: without one it is nobody  |
//+------------------------------------------------------------------+
bool CBridge::NameItself(void)
  {
   m_shown.uuid=m_settings.name;
   if(m_settings.name!="" && !IsName(m_settings.name))
      return(Refuse("The name of this chart in the inputs has to be 4 to 64 letters, digits, - or _."));
   if(m_settings.name=="" && !m_uuid.Open(m_chance))
      return(Refuse("This chart gets no name of its own: "+m_uuid.Error()));
   if(m_shown.uuid=="")
      m_shown.uuid=m_uuid.Text();
   m_settings.folder=UUID_FOLDER+"\\"+m_shown.uuid+"\\";
   //--- A journal for each account: what one has done, and its halt, is nothing to another
   m_settings.desk.folder=m_settings.folder+LoginHash(m_whose.login)+"\\";
   return(true);
  }
//+------------------------------------------------------------------+
void CBridge::Close(const int reason)
  {
   EventKillTimer();
   m_road.Close(reason);
   if(m_idle=="")
      m_desk.Close();
   m_status.Close();
  }
//+------------------------------------------------------------------+
void CBridge::OnTimer(void)
  {
   if(m_idle!="")
      return;
   ulong start=GetMicrosecondCount();
   Turn(start+(ulong)m_settings.workUs);
   m_desk.OnTimer();
   long nowMs=CServerTime::SteadyMs();
   if(m_status.IsDue(nowMs))
      Show(nowMs);
   m_work.Add((long)(GetMicrosecondCount()-start));
   if(m_settings.spinMs>0)
      Spin(start+(ulong)m_settings.spinMs*1000);
  }
//+------------------------------------------------------------------+
void CBridge::OnTick(void)
  {
   if(m_idle!="")
      return;
   m_desk.OnTick();
   Turn(GetMicrosecondCount()+(ulong)m_settings.workUs);
  }
//+------------------------------------------------------------------+
void CBridge::Turn(const ulong deadline)
  {
   long nowMs=CServerTime::SteadyMs();
   m_clock.Poll();
   m_feed.Prepare(nowMs,m_road.MayBlock(nowMs));
   if(m_road.IsLive())
     {
      if(m_beat.IsLookDue(nowMs))
         Beat(nowMs);
      AnswerSync();
      m_feed.Poll(nowMs,deadline);
     }
   m_road.Poll();
  }
//+------------------------------------------------------------------+
//| Stays for a while and listens: an answer then takes one          |
//| millisecond and not the sixteen of the terminal's timer          |
//+------------------------------------------------------------------+
void CBridge::Spin(const ulong until)
  {
   while(m_road.IsLive() && !IsStopped() && GetMicrosecondCount()<until)
     {
      Sleep(1);
      m_feed.Poll(CServerTime::SteadyMs(),GetMicrosecondCount()+(ulong)m_settings.workUs);
      m_road.Poll();
     }
  }
//+------------------------------------------------------------------+
void CBridge::OnTrade(void)
  {
   if(m_idle!="")
      return;
   m_desk.OnTrade();
   m_feed.OnTrade();
  }
//+------------------------------------------------------------------+
void CBridge::OnTradeTransaction(const MqlTradeTransaction &transaction)
  {
   if(m_idle!="")
      return;
   m_desk.OnTradeTransaction(transaction);
   if(transaction.type==TRADE_TRANSACTION_DEAL_ADD && CTransfers::IsOne(transaction.deal_type))
      m_feed.OnTransfer();
   m_feed.OnTrade();
  }

#include "BridgeTalk.mqh"

#endif
//+------------------------------------------------------------------+
