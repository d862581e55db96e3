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
#include "Pause.mqh"
#include "Link.mqh"
#include "FileDrop.mqh"
#include "OrderDesk.mqh"
#include "Feed.mqh"
#include "Beat.mqh"
#include "Meter.mqh"
#include "Status.mqh"

#define BRIDGE_HOST          "127.0.0.1"
//--- A handshake must not be cut off by something that blocks: between two such things it has so long
#define BRIDGE_HANDSHAKE_MS  2000

class CBridge : public ISink
  {
private:
   SBridgeSettings   m_settings;
   CClock            m_clock;
   CChance           m_chance;
   CUuid             m_uuid;
   CPairingKey       m_key;
   CHerald           m_herald;
   CPause            m_pause;
   CLink             m_link;
   CFileDrop         m_drop;
   CFilePause        m_dropPause;
   IOutbox          *m_road;          // the one of both that the inputs name
   COrderDesk        m_desk;
   CFeed             m_feed;
   CBeat             m_beat;
   CMeter            m_work;
   CStatus           m_status;
   string            m_idle;          // why nothing is done at all, "" when something is
   bool              m_isLinking;
   bool              m_isGreeted;     // the hello was given to the link
   long              m_blockMs;
   SStatus           m_shown;
   long              m_countedMs;
   long              m_countedTicks;

   bool              Refuse(const string why);
   bool              NameItself(void);
   IPause           *ChooseRoad(void);
   void              Greet(void);
   void              PollRoad(void);
   bool              MayBlock(const long nowMs);
   void              Turn(const ulong deadline);
   void              Spin(const ulong until);
   void              Sync(CJsonReader &body);
   void              Beat(const long nowMs);
   void              Show(const long nowMs);

public:
                     CBridge(void);
   //--- False: the inputs cannot be used; the panel and the journal of the terminal say why
   bool              Open(const SBridgeSettings &settings);
   void              Close(const int reason);
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
CBridge::CBridge(void)
   : m_idle("not started"),m_isLinking(false),m_isGreeted(false),m_blockMs(0),m_countedMs(0),m_countedTicks(0)
  {
  }
//+------------------------------------------------------------------+
bool CBridge::Open(const SBridgeSettings &settings)
  {
   m_settings=settings;
   m_status.Open(settings.hasPanel);
   if(MQLInfoInteger(MQL_TESTER)!=0)
      return(Refuse("The Strategy Tester has no sockets and no app: BITTENBridge does nothing here."));
   IPause *pause=ChooseRoad();
   m_herald.Bind(m_road);
   m_clock.Poll();
   if(!NameItself())
      return(false);
   m_feed.Bind(m_settings,m_road,GetPointer(m_clock),GetPointer(m_herald),pause,GetPointer(m_desk));
   m_beat.Bind(m_road,m_feed.Time());
   if(!m_desk.Open(m_settings.desk,m_road,GetPointer(m_clock),GetPointer(m_herald),pause,
                   m_feed.Time(),m_feed.Symbols().Costs()))
      return(Refuse("The inputs of the orders cannot be used; see the Experts tab."));
   m_idle="";
   //--- Open positions are managed without a link as well, so a wrong key is no reason to stop
   m_isLinking=m_key.Read(m_settings.pairingKey);
   if(!m_isLinking)
      m_herald.Note("error",m_key.Error());
   if(!EventSetMillisecondTimer(m_settings.timerMs))
      return(Refuse(StringFormat("The terminal gives no timer, error %d. Attach the EA again.",GetLastError())));
   return(true);
  }
//+------------------------------------------------------------------+
//| Who is told before the terminal stands still                     |
//+------------------------------------------------------------------+
IPause *CBridge::ChooseRoad(void)
  {
   m_pause.Bind(GetPointer(m_link));
   m_dropPause.Bind(GetPointer(m_drop));
   if(m_settings.road==ROAD_FILE)
     {
      m_road=GetPointer(m_drop);
      return(GetPointer(m_dropPause));
     }
   m_road=GetPointer(m_link);
   return(GetPointer(m_pause));
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
//| Its name is the folder of its journal: without one it is nobody  |
//+------------------------------------------------------------------+
bool CBridge::NameItself(void)
  {
   if(!m_uuid.Open(m_chance))
      return(Refuse("This chart gets no name of its own: "+m_uuid.Error()));
   m_shown.uuid=m_uuid.Text();
   m_settings.desk.folder=UUID_FOLDER+"\\"+m_shown.uuid+"\\";
   return(true);
  }
//+------------------------------------------------------------------+
//| Whose money it is is known when the terminal has logged in       |
//+------------------------------------------------------------------+
void CBridge::Greet(void)
  {
   if(AccountInfoInteger(ACCOUNT_LOGIN)==0 || AccountInfoString(ACCOUNT_SERVER)=="")
      return;
   SHello hello;
   DescribeTerminal(hello,m_shown.uuid,m_settings.isTraining);
   m_isGreeted=true;
   if(m_settings.road==ROAD_FILE)
     {
      uchar key[];
      m_key.CopyTo(key);
      m_drop.Begin(m_settings.desk.folder,m_shown.uuid,CHandshake::HelloBody(hello,m_chance.Hex(NONCE_CHARACTERS)),key,
                   m_chance.Hex(16),GetPointer(m_clock),GetPointer(m_herald),m_feed.Time(),GetPointer(this));
      return;
     }
   SLinkSettings link;
   link.host=BRIDGE_HOST;
   link.port=m_settings.port;
   link.spinMs=m_settings.spinMs;
   m_link.Begin(link,hello,m_key,GetPointer(m_clock),GetPointer(m_herald),GetPointer(this));
  }
//+------------------------------------------------------------------+
void CBridge::PollRoad(void)
  {
   if(m_settings.road==ROAD_FILE)
      m_drop.Poll();
   else
      m_link.Poll();
  }
//+------------------------------------------------------------------+
void CBridge::Close(const int reason)
  {
   EventKillTimer();
   if(m_isGreeted && m_settings.road==ROAD_FILE)
      m_drop.Close();
   else
      if(m_isGreeted)
         m_link.Close(StringFormat("BITTENBridge was stopped in the terminal (reason %d)",reason));
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
//| Always in a session, where the app is told before; else rarely   |
//+------------------------------------------------------------------+
bool CBridge::MayBlock(const long nowMs)
  {
   if(m_road.IsLive() || !m_isLinking)
      return(true);
   if(m_blockMs==0)
      m_blockMs=nowMs+BRIDGE_HANDSHAKE_MS;
   if(nowMs<m_blockMs)
      return(false);
   m_blockMs=0;
   return(true);
  }
//+------------------------------------------------------------------+
void CBridge::Turn(const ulong deadline)
  {
   long nowMs=CServerTime::SteadyMs();
   m_clock.Poll();
   m_feed.Prepare(nowMs,MayBlock(nowMs));
   if(m_isLinking && !m_isGreeted)
      Greet();
   if(m_road.IsLive())
     {
      if(m_beat.IsLookDue(nowMs))
         Beat(nowMs);
      m_feed.Poll(nowMs,deadline);
     }
   if(m_isGreeted)
      PollRoad();
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
      PollRoad();
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
   m_feed.OnTrade();
  }
//+------------------------------------------------------------------+
void CBridge::OnLive(const string session,const int beatMs)
  {
   long nowMs=CServerTime::SteadyMs();
   Print("BITTEN: linked, session ",session);
   m_feed.Introduce(nowMs);
   m_desk.OnLive();
   m_herald.OnLive();
   m_feed.Begin(nowMs);
   m_beat.OnLive(beatMs);
   Beat(nowMs);
  }
//+------------------------------------------------------------------+
void CBridge::OnApart(const string reason)
  {
   Print("BITTEN: apart, ",reason);
   m_desk.OnApart();
  }
//+------------------------------------------------------------------+
void CBridge::OnMessage(const string type,const long number,const long sentMs,CJsonReader &body)
  {
   if(type==MESSAGE_HISTORY)
     {
      if(!m_feed.Ask(body))
         m_herald.Note("warn","A `history` that cannot be read is not answered.");
     }
   else
      if(type==MESSAGE_SYNC)
         Sync(body);
      else
         if(!m_desk.OnMessage(type,sentMs,body))
            m_herald.Note("warn","A `"+type+"` means nothing here.");
   if(m_settings.road==ROAD_ZMQ)
      m_link.Committed(number);
  }
//+------------------------------------------------------------------+
void CBridge::Sync(CJsonReader &body)
  {
   string id="";
   if(!m_desk.OnSync(body,id))
      return;
   m_feed.TellAccount();
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.Text("id",id);
   writer.ObjectEnd();
   m_road.Say(MESSAGE_SYNCED,writer.Done());
  }
//+------------------------------------------------------------------+
void CBridge::OnConfirmed(const long upTo)
  {
   m_desk.OnConfirmed(upTo);
   m_feed.OnConfirmed(upTo);
   m_beat.OnConfirmed(upTo);
  }
//+------------------------------------------------------------------+
void CBridge::Beat(const long nowMs)
  {
   SBridgeFacts facts;
   facts.denies=m_desk.Denies();
   facts.queued=m_feed.Queued();
   facts.unacked=m_desk.Unacked();
   facts.workUs=m_work.Percentile(99.0);
   m_beat.Poll(nowMs,facts);
  }
//+------------------------------------------------------------------+
void CBridge::Show(const long nowMs)
  {
   m_shown.isLive=m_road.IsLive();
   m_shown.isFileRoad=(m_settings.road==ROAD_FILE);
   m_shown.apart=m_isLinking ? (m_shown.isFileRoad ? m_drop.Reason() : m_link.Reason()) : m_key.Error();
   m_shown.denies=m_desk.Denies();
   m_shown.clock=m_feed.Time().Problem();
   m_shown.symbols=m_feed.Symbols().Found();
   m_shown.ready=m_feed.Ready();
   if(nowMs-m_countedMs>=1000)
     {
      long ticks=m_feed.TicksSent();
      m_shown.ticks=m_countedMs>0 ? (ticks-m_countedTicks)*1000/(nowMs-m_countedMs) : 0;
      m_countedTicks=ticks;
      m_countedMs=nowMs;
     }
   m_shown.answerUs=m_beat.AnswerUs();
   m_shown.workUs=m_work.Percentile(99.0);
   m_shown.queued=m_feed.Queued();
   m_shown.unacked=m_desk.Unacked();
   m_shown.lastVerdict=m_desk.LastVerdict();
   m_status.Show(nowMs,m_shown);
  }

#endif
//+------------------------------------------------------------------+
