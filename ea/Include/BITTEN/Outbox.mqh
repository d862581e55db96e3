//+------------------------------------------------------------------+
//| Outbox.mqh                                                       |
//| What the EA says to the app. What waits to be sent is bounded:   |
//| ticks and bars are not taken beyond OUTBOX_BULK_LIMIT, whoever   |
//| has them says them again later. Beyond OUTBOX_LIMIT the app does |
//| not read any more: the session ends, and facts, which lie on the |
//| disk, are told in the next one.                                  |
//+------------------------------------------------------------------+
#ifndef BITTEN_OUTBOX_MQH
#define BITTEN_OUTBOX_MQH

#include "Interfaces.mqh"
#include "Talk.mqh"

#define OUTBOX_BULK_LIMIT     2097152
#define OUTBOX_LIMIT          4194304

class COutbox : public IOutbox
  {
private:
   long              m_toldCommitted;
   ulong             m_askedUs;
   double            m_answerMs;
   long              m_said;        // the last message
   long              m_busyNumber;  // the last `busy` of this session, 0 for none
   int               m_busyMs;
   ulong             m_busyAt;

   bool              IsFull(const string type,const int bytes);
   long              Send(const string type,const uchar &body[],const bool mayBeRepeat,const string extra);

protected:
   CTalk             m_talk;
   bool              m_isLive;
   string            m_ending;   // why the session has to end; "" when it has not

                     COutbox();
   void              BeginSession();
   //--- An ack of our own, when nothing else carried what is on disk
   void              Acknowledge();
   void              OnAnswer();
   bool              SayBye(const string reason);

public:
   //--- The terminal may stand still for so long
   void              SayBusy(const int ms);
   virtual bool      IsLive() { return(m_isLive && m_ending==""); }
   virtual long      Say(const string type,const string body);
   virtual long      SayBytes(const string type,const uchar &body[],const string headerExtra);
   virtual long      SayFact(const string type,const string body,const bool mayBeRepeat);
   virtual long      ConfirmedUpTo() { return(m_talk.ConfirmedUpTo()); }
   virtual int       Waiting() { return(m_talk.Waiting()); }
   //--- From something said to the next thing heard; -1 before the first time
   double            AnswerMs() const { return(m_answerMs); }
  };
//+------------------------------------------------------------------+
COutbox::COutbox()
   : m_toldCommitted(0),m_askedUs(0),m_answerMs(-1.0),m_said(0),m_busyNumber(0),m_busyMs(0),m_busyAt(0),m_isLive(false),
     m_ending("")
  {
  }
//+------------------------------------------------------------------+
void COutbox::BeginSession()
  {
   m_isLive=true;
   m_toldCommitted=0;
   m_askedUs=0;
   m_busyNumber=0;
  }
//+------------------------------------------------------------------+
void COutbox::Acknowledge()
  {
   if(IsLive() && m_talk.CommittedUpTo()>m_toldCommitted)
      Say(MESSAGE_ACK,"{}");
  }
//+------------------------------------------------------------------+
void COutbox::OnAnswer()
  {
   if(m_askedUs>0)
      m_answerMs=(double)(GetMicrosecondCount()-m_askedUs)/1000.0;
   m_askedUs=0;
  }
//+------------------------------------------------------------------+
bool COutbox::SayBye(const string reason)
  {
   CJsonWriter bye;
   bye.ObjectBegin();
   bye.Text("reason",StringSubstr(reason,0,LIMIT_BYE_TEXT));
   bye.ObjectEnd();
   return(IsLive() && Say(MESSAGE_BYE,bye.Done())>0);
  }
//+------------------------------------------------------------------+
//| Once for fifteen symbols that are touched one after the other: it|
//| holds for the app until something else is said, and three beats  |
//| longer                                                           |
//+------------------------------------------------------------------+
void COutbox::SayBusy(const int ms)
  {
   bool isSaid=(m_busyNumber>0 && m_busyNumber==m_said && ms<=m_busyMs);
   if(isSaid && GetTickCount64()-m_busyAt<(ulong)m_talk.BeatMs())
      return;
   m_busyNumber=Say(MESSAGE_BUSY,StringFormat("{\"ms\":%d}",MathMin(ms,LIMIT_BUSY_MS)));
   m_busyMs=ms;
   m_busyAt=GetTickCount64();
  }
//+------------------------------------------------------------------+
bool COutbox::IsFull(const string type,const int bytes)
  {
   bool isBulk=(type==MESSAGE_TICKS || type==MESSAGE_BARS);
   int waiting=m_talk.Waiting()+bytes;
   if(waiting>OUTBOX_LIMIT)
      m_ending="BITTEN does not read what is sent to it";
   return(waiting>(isBulk ? OUTBOX_BULK_LIMIT : OUTBOX_LIMIT));
  }
//+------------------------------------------------------------------+
long COutbox::Send(const string type,const uchar &body[],const bool mayBeRepeat,const string extra)
  {
   if(!IsLive() || IsFull(type,ArraySize(body)))
      return(0);
   long number=m_talk.Say(type,body,mayBeRepeat,extra);
   if(number==0)
     {
      m_ending=m_talk.Error();
      PrintFormat("BITTEN: %s of %d bytes cannot be said: header or body is over its limit",type,ArraySize(body));
      return(0);
     }
   m_said=number;
   m_toldCommitted=m_talk.CommittedUpTo();
   if(m_askedUs==0 && type!=MESSAGE_ACK)
      m_askedUs=GetMicrosecondCount();
   return(number);
  }
//+------------------------------------------------------------------+
long COutbox::Say(const string type,const string body)
  {
   return(SayFact(type,body,false));
  }
//+------------------------------------------------------------------+
long COutbox::SayBytes(const string type,const uchar &body[],const string headerExtra)
  {
   return(Send(type,body,false,headerExtra));
  }
//+------------------------------------------------------------------+
long COutbox::SayFact(const string type,const string body,const bool mayBeRepeat)
  {
   uchar bytes[];
   Utf8Bytes(body,bytes);
   return(Send(type,bytes,mayBeRepeat,""));
  }

#endif
//+------------------------------------------------------------------+
