//+------------------------------------------------------------------+
//| Road.mqh                                                         |
//| The way to the app that the inputs name: one connection, or a    |
//| folder of files. Never both: two roads could fire the same order |
//| twice.                                                           |
//+------------------------------------------------------------------+
#ifndef BITTEN_ROAD_MQH
#define BITTEN_ROAD_MQH

#include "Settings.mqh"
#include "Identity.mqh"
#include "Pause.mqh"
#include "FileDrop.mqh"

#define ROAD_HOST            "127.0.0.1"
//--- A handshake must not be cut off by something that blocks: between two such things it has so long
#define ROAD_HANDSHAKE_MS    2000

class CRoad
  {
private:
   SBridgeSettings   m_settings;
   string            m_uuid;
   CChance          *m_chance;
   IClock           *m_clock;
   IHerald          *m_herald;
   IMarketTime      *m_time;
   ISink            *m_sink;
   CPairingKey       m_key;
   CLink             m_link;
   CPause            m_pause;
   CFileDrop         m_drop;
   CFilePause        m_dropPause;
   bool              m_isBegun;
   long              m_blockMs;

   void              Begin(void);
   void              BeginFiles(const SHello &hello);

public:
                     CRoad(void);
   //--- Reads the pairing key, from the input or from where it was installed; Reason() says what is wrong with it
   void              Open(const SBridgeSettings &settings,const string uuid,CChance &chance,IClock *clock,IHerald *herald,
                          IMarketTime *time,ISink *sink);
   bool              IsFiles(void) const { return(m_settings.road==ROAD_FILE); }
   IOutbox          *Outbox(const ENUM_ROAD road);
   IPause           *Pause(const ENUM_ROAD road);
   bool              IsLive(void) { return(IsFiles() ? m_drop.IsLive() : m_link.IsLive()); }
   //--- Whether something may stop the EA now: always in a session, where the app is told before; else rarely
   bool              MayBlock(const long nowMs);
   void              Poll(void);
   void              Committed(const long number);
   void              Close(const int reason);
   //--- Why the app is not there
   string            Reason(void);
  };
//+------------------------------------------------------------------+
CRoad::CRoad(void)
   : m_uuid(""),m_chance(NULL),m_clock(NULL),m_herald(NULL),m_time(NULL),m_sink(NULL),m_isBegun(false),m_blockMs(0)
  {
   m_pause.Bind(GetPointer(m_link));
   m_dropPause.Bind(GetPointer(m_drop));
  }
//+------------------------------------------------------------------+
void CRoad::Open(const SBridgeSettings &settings,const string uuid,CChance &chance,IClock *clock,IHerald *herald,
                 IMarketTime *time,ISink *sink)
  {
   m_settings=settings;
   m_uuid=uuid;
   m_chance=GetPointer(chance);
   m_clock=clock;
   m_herald=herald;
   m_time=time;
   m_sink=sink;
   if(!m_key.Read(m_settings.pairingKey!="" ? m_settings.pairingKey : CPairingKey::Installed()))
      m_herald.Note("error",m_key.Error());
  }
//+------------------------------------------------------------------+
IOutbox *CRoad::Outbox(const ENUM_ROAD road)
  {
   if(road==ROAD_FILE)
      return(GetPointer(m_drop));
   return(GetPointer(m_link));
  }
//+------------------------------------------------------------------+
IPause *CRoad::Pause(const ENUM_ROAD road)
  {
   if(road==ROAD_FILE)
      return(GetPointer(m_dropPause));
   return(GetPointer(m_pause));
  }
//+------------------------------------------------------------------+
bool CRoad::MayBlock(const long nowMs)
  {
   if(IsLive() || !m_key.IsKnown())
      return(true);
   if(m_blockMs==0)
      m_blockMs=nowMs+ROAD_HANDSHAKE_MS;
   if(nowMs<m_blockMs)
      return(false);
   m_blockMs=0;
   return(true);
  }
//+------------------------------------------------------------------+
//| Whose money it is is known when the terminal has logged in       |
//+------------------------------------------------------------------+
void CRoad::Begin(void)
  {
   if(AccountInfoInteger(ACCOUNT_LOGIN)==0 || AccountInfoString(ACCOUNT_SERVER)=="")
      return;
   m_isBegun=true;
   SHello hello;
   DescribeTerminal(hello,m_uuid,m_settings.isTraining);
   if(IsFiles())
     {
      BeginFiles(hello);
      return;
     }
   //--- Orders that wait are taken on this road alone
   hello.takes=TAKES_PLACE_UNTIL;
   SLinkSettings link;
   link.host=ROAD_HOST;
   link.port=m_settings.port;
   m_link.Begin(link,hello,m_key,m_clock,m_herald,m_sink);
  }
//+------------------------------------------------------------------+
void CRoad::BeginFiles(const SHello &hello)
  {
   uchar key[];
   m_key.CopyTo(key);
   string body=CHandshake::HelloBody(hello,m_chance.Hex(NONCE_CHARACTERS));
   m_drop.Begin(m_settings.folder,m_uuid,body,key,m_chance.Hex(16),m_clock,m_herald,m_time,m_sink);
  }
//+------------------------------------------------------------------+
void CRoad::Poll(void)
  {
   if(!m_isBegun && m_key.IsKnown())
      Begin();
   if(!m_isBegun)
      return;
   if(IsFiles())
      m_drop.Poll();
   else
      m_link.Poll();
  }
//+------------------------------------------------------------------+
void CRoad::Committed(const long number)
  {
   if(!IsFiles())
      m_link.Committed(number);
  }
//+------------------------------------------------------------------+
void CRoad::Close(const int reason)
  {
   if(!m_isBegun)
      return;
   bool isOther=(reason==REASON_ACCOUNT);
   if(IsFiles())
      m_drop.Close(isOther);
   else
      m_link.Close(isOther ? "Another account was activated in the terminal"
                   : StringFormat("BITTENBridge was stopped in the terminal (reason %d)",reason));
  }
//+------------------------------------------------------------------+
string CRoad::Reason(void)
  {
   if(!m_key.IsKnown())
      return(m_key.Error());
   if(!m_isBegun)
      return("MetaTrader is not logged in to an account");
   return(IsFiles() ? m_drop.Reason() : m_link.Reason());
  }

#endif
//+------------------------------------------------------------------+
