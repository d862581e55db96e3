//+------------------------------------------------------------------+
//| Beat.mqh                                                         |
//| The sign of life, every beatMs and at once when something changed|
//| that decides whether orders can be sent. The time from a beat to |
//| the app's confirmation of it is the latency that the panel shows.|
//+------------------------------------------------------------------+
#ifndef BITTEN_BEAT_MQH
#define BITTEN_BEAT_MQH

#include "ServerTime.mqh"
#include "JsonWriter.mqh"
#include "Protocol.mqh"

//--- How often it is looked whether something changed
#define BEAT_LOOK_MS         100
//--- Seven digits of lots are the most that can be said
#define BEAT_MOST_LOTS       9999999.0

//--- What the bridge knows and the terminal does not
struct SBridgeFacts
  {
   string            denies;        // why a fire would be denied now, "" when it would not
   double            maxLots;       // the largest order that is taken; not above 0 when none is
   int               queued;        // messages that wait to be sent or confirmed
   int               unacked;       // facts that wait for `a`
   long              workUs;        // 99th percentile of the handler's own work
  };

class CBeat
  {
private:
   IOutbox          *m_outbox;
   CServerTime      *m_time;
   int               m_everyMs;
   long              m_saidMs;
   long              m_lookedMs;
   bool              m_autoTrading;
   bool              m_tradeAllowed;
   bool              m_brokerConnected;
   string            m_denies;
   double            m_maxLots;
   //--- The beat whose confirmation is awaited
   long              m_number;
   ulong             m_sentUs;
   long              m_answerUs;

   bool              HasChanged(const SBridgeFacts &facts);
   string            Body(const SBridgeFacts &facts);

public:
                     CBeat(void);
   void              Bind(IOutbox *outbox,CServerTime *time);
   void              OnLive(const int everyMs);
   void              OnConfirmed(const long upTo);
   bool              IsLookDue(const long nowMs) { return(nowMs-m_lookedMs>=BEAT_LOOK_MS); }
   void              Poll(const long nowMs,const SBridgeFacts &facts);
   //--- From a beat to its confirmation; −1 before the first
   long              AnswerUs(void) { return(m_answerUs); }
  };
//+------------------------------------------------------------------+
CBeat::CBeat(void)
   : m_outbox(NULL),m_time(NULL),m_everyMs(1000),m_saidMs(0),m_lookedMs(0),m_autoTrading(false),m_tradeAllowed(false),
     m_brokerConnected(false),m_denies(""),m_maxLots(0.0),m_number(0),m_sentUs(0),m_answerUs(-1)
  {
  }
//+------------------------------------------------------------------+
void CBeat::Bind(IOutbox *outbox,CServerTime *time)
  {
   m_outbox=outbox;
   m_time=time;
  }
//+------------------------------------------------------------------+
void CBeat::OnLive(const int everyMs)
  {
   m_everyMs=everyMs;
   m_saidMs=0;
   m_lookedMs=0;
   m_number=0;
   m_answerUs=-1;
  }
//+------------------------------------------------------------------+
void CBeat::OnConfirmed(const long upTo)
  {
   if(m_number==0 || upTo<m_number)
      return;
   m_answerUs=(long)(GetMicrosecondCount()-m_sentUs);
   m_number=0;
  }
//+------------------------------------------------------------------+
void CBeat::Poll(const long nowMs,const SBridgeFacts &facts)
  {
   m_lookedMs=nowMs;
   bool hasChanged=HasChanged(facts);
   if(!hasChanged && m_saidMs>0 && nowMs-m_saidMs<m_everyMs)
      return;
   long number=m_outbox.Say(MESSAGE_BEAT,Body(facts));
   if(number==0)
      return;
   m_saidMs=nowMs;
   if(m_number>0)
      return;
   m_number=number;
   m_sentUs=GetMicrosecondCount();
  }
//+------------------------------------------------------------------+
bool CBeat::HasChanged(const SBridgeFacts &facts)
  {
   bool autoTrading=(TerminalInfoInteger(TERMINAL_TRADE_ALLOWED)!=0);
   bool tradeAllowed=(MQLInfoInteger(MQL_TRADE_ALLOWED)!=0 && AccountInfoInteger(ACCOUNT_TRADE_EXPERT)!=0);
   bool brokerConnected=(TerminalInfoInteger(TERMINAL_CONNECTED)!=0);
   bool hasChanged=(autoTrading!=m_autoTrading || tradeAllowed!=m_tradeAllowed || brokerConnected!=m_brokerConnected
                    || facts.denies!=m_denies || facts.maxLots!=m_maxLots);
   m_autoTrading=autoTrading;
   m_tradeAllowed=tradeAllowed;
   m_brokerConnected=brokerConnected;
   m_denies=facts.denies;
   m_maxLots=facts.maxLots;
   return(hasChanged);
  }
//+------------------------------------------------------------------+
string CBeat::Body(const SBridgeFacts &facts)
  {
   CJsonWriter writer;
   writer.ObjectBegin();
   writer.Integer("marketMs",m_time.MarketMs());
   writer.Boolean("autoTrading",m_autoTrading);
   writer.Boolean("tradeAllowed",m_tradeAllowed);
   writer.Boolean("brokerConnected",m_brokerConnected);
   int ping=TerminalInfoInteger(TERMINAL_PING_LAST);
   if(m_brokerConnected && ping>0)
      writer.Number("pingMs",(double)ping/1000.0,3);
   else
      writer.Null("pingMs");
   writer.Integer("queued",facts.queued);
   writer.Integer("unacked",facts.unacked);
   writer.Integer("workUs",facts.workUs);
   if(m_denies!="")
      writer.Text("denies",StringSubstr(m_denies,0,LIMIT_DENIES_TEXT));
   double most=MathMin(m_maxLots,BEAT_MOST_LOTS);
   if(most>0.0)
      writer.Text("maxLots",CDecimal::Lots(most,most));
   writer.ObjectEnd();
   return(writer.Done());
  }

#endif
//+------------------------------------------------------------------+
