//+------------------------------------------------------------------+
//| Link.mqh                                                         |
//| The way to the app: connects, is heard and hears, and begins     |
//| anew when that ends. All of it happens in Poll, so nothing that  |
//| comes in calls back into a part that is just speaking.           |
//+------------------------------------------------------------------+
#ifndef BITTEN_LINK_MQH
#define BITTEN_LINK_MQH

#include "Outbox.mqh"
#include "Wire.mqh"
#include "Retry.mqh"
#include "Silence.mqh"
#include "LinkNotes.mqh"

//--- Bytes and time of reading in one poll, whoever floods us: the timer's other work has its turn
#define LINK_READ_BUDGET      524288
#define LINK_READ_US          8000
#define LINK_SEND_CHUNK       65536
#define LINK_FAREWELL_MS      150

struct SLinkSettings
  {
   string            host;
   int               port;
  };

class CLink : public COutbox
  {
private:
   SLinkSettings     m_settings;
   ISink            *m_sink;
   CWire             m_wire;
   CRetry            m_retry;
   CSilence          m_silence;
   CLinkNotes        m_notes;
   uchar             m_chunk[];
   bool              m_wasHeard;
   long              m_toldConfirmed;

   void              Connect();
   void              Receive();
   void              Digest();
   void              OnTurn(const ENUM_TURN turn);
   void              OnHeard();
   bool              Flush();
   void              End(const string reason);
   void              Farewell();

public:
                     CLink();
   //--- The parts must outlive the link
   void              Begin(const SLinkSettings &settings,const SHello &hello,const CPairingKey &key,IClock *clock,
                           IHerald *herald,ISink *sink);
   //--- From OnTimer and OnTick
   void              Poll();
   //--- Sends what waits, now: before something blocks the EA
   void              Push();
   //--- The effects of the app's messages up to this one are on disk
   void              Committed(const long number) { m_talk.Committed(number); }
   //--- From OnDeinit: says goodbye, and waits a moment for it to be taken
   void              Close(const string reason);
   //--- For the panel: why there is no session; "" when there is one
   string            Reason() const { return(m_notes.Reason()); }
   long              Faults() const { return(m_talk.Faults()); }
  };
//+------------------------------------------------------------------+
CLink::CLink() : m_sink(NULL),m_wasHeard(false),m_toldConfirmed(0)
  {
  }
//+------------------------------------------------------------------+
void CLink::Begin(const SLinkSettings &settings,const SHello &hello,const CPairingKey &key,IClock *clock,IHerald *herald,
                  ISink *sink)
  {
   m_settings=settings;
   m_talk.Configure(hello,key,clock);
   m_notes.Begin(herald);
   m_sink=sink;
  }
//+------------------------------------------------------------------+
void CLink::Poll()
  {
   if(CheckPointer(m_sink)==POINTER_INVALID)
      return;
   if(!m_wire.IsOpen() && !m_retry.IsDue(GetTickCount64()))
      return;
   if(!m_wire.IsOpen())
      Connect();
   m_wasHeard=false;
   Receive();
   m_silence.Poll(GetTickCount64(),m_wasHeard);
   if(m_ending=="")
      m_ending=m_silence.Fault(m_isLive ? m_talk.BeatMs() : 0);
   Acknowledge();
   if(m_ending=="" && !Flush())
      m_ending=m_wire.Error();
   m_notes.Faults(m_talk.Faults(),m_talk.LastFault());
   if(m_ending!="")
      End(m_ending);
  }
//+------------------------------------------------------------------+
void CLink::Connect()
  {
   m_ending="";
   if(!m_wire.Open(m_settings.host,m_settings.port))
     {
      m_ending=m_wire.Error();
      return;
     }
   m_silence.Begin(GetTickCount64());
   m_toldConfirmed=0;
   m_talk.Begin();
  }
//+------------------------------------------------------------------+
void CLink::Receive()
  {
   int budget=LINK_READ_BUDGET;
   ulong untilUs=GetMicrosecondCount()+LINK_READ_US;
   while(budget>0 && m_ending=="" && GetMicrosecondCount()<untilUs)
     {
      int count=m_wire.Receive(m_chunk,1);
      if(count<0)
         m_ending=m_wire.Error();
      if(count<=0)
         return;
      budget-=count;
      m_talk.Take(m_chunk,count);
      Digest();
     }
  }
//+------------------------------------------------------------------+
void CLink::Digest()
  {
   ENUM_TURN turn=TURN_DROPPED;
   while(m_ending=="" && m_talk.Next(turn))
      OnTurn(turn);
   if(m_ending=="")
      m_ending=m_talk.Error();
  }
//+------------------------------------------------------------------+
void CLink::OnTurn(const ENUM_TURN turn)
  {
   if(turn==TURN_LIVE)
     {
      m_wasHeard=true;
      m_notes.Live();
      m_retry.Reset();
      BeginSession();
      m_sink.OnLive(m_talk.SessionId(),m_talk.BeatMs());
     }
   if(turn==TURN_HEARD || turn==TURN_MESSAGE)
      OnHeard();
   if(turn==TURN_MESSAGE)
      m_talk.Hand(m_sink);
  }
//+------------------------------------------------------------------+
void CLink::OnHeard()
  {
   m_wasHeard=true;
   OnAnswer();
   if(m_talk.ConfirmedUpTo()<=m_toldConfirmed)
      return;
   m_toldConfirmed=m_talk.ConfirmedUpTo();
   m_sink.OnConfirmed(m_toldConfirmed);
  }
//+------------------------------------------------------------------+
//| Everything that waits goes out at once, so that Nagle's algorithm|
//| has one small packet to hold back and not five                   |
//+------------------------------------------------------------------+
bool CLink::Flush()
  {
   int count=m_talk.CopyOut(m_chunk,LINK_SEND_CHUNK);
   if(count==0)
      return(true);
   int sent=m_wire.Send(m_chunk,count);
   if(sent<0)
      return(false);
   m_talk.Sent(sent);
   return(true);
  }
//+------------------------------------------------------------------+
//| As much as the socket takes without waiting                      |
//+------------------------------------------------------------------+
void CLink::Push()
  {
   int waiting=0;
   while(m_ending=="" && m_talk.Waiting()>0 && m_talk.Waiting()!=waiting)
     {
      waiting=m_talk.Waiting();
      if(!Flush())
         m_ending=m_wire.Error();
     }
  }
//+------------------------------------------------------------------+
//| The pause before the next try begins here                        |
//+------------------------------------------------------------------+
void CLink::End(const string reason)
  {
   bool wasLive=m_isLive;
   m_wire.Close();
   m_talk.End();
   m_isLive=false;
   m_ending="";
   m_retry.Later(GetTickCount64(),m_talk.Below(RETRY_JITTER));
   m_notes.Apart(wasLive,reason);
   if(wasLive)
      m_sink.OnApart(reason);
  }
//+------------------------------------------------------------------+
void CLink::Close(const string reason)
  {
   bool wasLive=m_isLive;
   if(SayBye(reason))
      Farewell();
   m_wire.Close();
   m_talk.End();
   m_isLive=false;
   m_notes.Closed(reason);
   if(wasLive)
      m_sink.OnApart(reason);
  }
//+------------------------------------------------------------------+
//| MQL5 cannot close one half of a connection, and a connection     |
//| that is closed with unread data may take the bye with it: so     |
//| what comes is read until nothing does                            |
//+------------------------------------------------------------------+
void CLink::Farewell()
  {
   ulong untilMs=GetTickCount64()+LINK_FAREWELL_MS;
   bool isDone=false;
   while(!isDone && GetTickCount64()<untilMs && Flush())
      isDone=(m_wire.Receive(m_chunk,10)<=0 && m_talk.Waiting()==0);
  }

#endif
//+------------------------------------------------------------------+
