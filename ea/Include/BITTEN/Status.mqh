//+------------------------------------------------------------------+
//| Status.mqh                                                       |
//| What the panel says: what stands, and of what does not, why and  |
//| what to do.                                                      |
//+------------------------------------------------------------------+
#ifndef BITTEN_STATUS_MQH
#define BITTEN_STATUS_MQH

#include "Identity.mqh"
#include "Panel.mqh"

#define STATUS_EVERY_MS   500

//--- What the bridge knows
struct SStatus
  {
   string            uuid;
   bool              isLive;
   string            apart;         // why there is no session
   bool              isFileRoad;
   string            denies;        // why the desk takes no fire, "" when it does
   string            clock;         // what is wrong with the clocks
   int               symbols;
   int               ready;
   long              ticks;         // a second
   long              answerUs;
   long              workUs;
   int               queued;
   int               unacked;
   string            lastVerdict;
  };

class CStatus
  {
private:
   CPanel            m_panel;
   long              m_drawnMs;

   void              SayLink(const SStatus &status);
   void              SayOrders(const SStatus &status);
   void              SayMarket(const SStatus &status);
   static string     NotArmed(const SStatus &status);
   static string     Milliseconds(const long microseconds);

public:
                     CStatus(void) : m_drawnMs(-STATUS_EVERY_MS) {}
   void              Open(const bool isWanted);
   void              Close(void) { m_panel.Close(); }
   bool              IsDue(const long nowMs) { return(nowMs-m_drawnMs>=STATUS_EVERY_MS); }
   void              Show(const long nowMs,const SStatus &status);
   //--- One thing only, as in the Strategy Tester
   void              ShowOnly(const string text,const bool isBad);
  };
//+------------------------------------------------------------------+
void CStatus::Open(const bool isWanted)
  {
   if(isWanted)
      m_panel.Open();
  }
//+------------------------------------------------------------------+
void CStatus::ShowOnly(const string text,const bool isBad)
  {
   m_panel.Begin();
   m_panel.Say("BITTEN",PROGRAM_VERSION,PANEL_PLAIN);
   m_panel.Say("",text,isBad ? PANEL_BAD : PANEL_WARN);
   m_panel.Show();
  }
//+------------------------------------------------------------------+
void CStatus::Show(const long nowMs,const SStatus &status)
  {
   m_drawnMs=nowMs;
   m_panel.Begin();
   m_panel.Say("BITTEN",PROGRAM_VERSION+"  "+status.uuid,PANEL_PLAIN);
   SayLink(status);
   SayOrders(status);
   SayMarket(status);
   m_panel.Say("Waiting",StringFormat("%d messages, %d facts without the app's receipt",status.queued,status.unacked),
               status.unacked>0 ? PANEL_WARN : PANEL_DIM);
   m_panel.Say("Work",StringFormat("%s at most in 99 of 100 timers",Milliseconds(status.workUs)),PANEL_DIM);
   m_panel.Show();
  }
//+------------------------------------------------------------------+
void CStatus::SayLink(const SStatus &status)
  {
   if(status.isFileRoad && status.isLive)
     {
      m_panel.Say("Link","Orders come as files, in the folder of this name",PANEL_WARN);
      return;
     }
   if(status.isLive)
     {
      string answer=status.answerUs<0 ? "" : ", it answers in "+Milliseconds(status.answerUs);
      m_panel.Say("Link","The app is linked"+answer,PANEL_GOOD);
      return;
     }
   m_panel.Say("Link",status.apart=="" ? "Connecting to BITTEN" : "Not linked: "+status.apart,PANEL_BAD);
  }
//+------------------------------------------------------------------+
void CStatus::SayOrders(const SStatus &status)
  {
   string why=NotArmed(status);
   if(why=="")
      m_panel.Say("Orders","Taken",PANEL_GOOD);
   else
      m_panel.Say("Orders","Not taken: "+why,PANEL_BAD);
   m_panel.Say("Last",status.lastVerdict=="" ? "No order yet" : status.lastVerdict,PANEL_PLAIN);
  }
//+------------------------------------------------------------------+
//| The first reason, and what to do about it                        |
//+------------------------------------------------------------------+
string CStatus::NotArmed(const SStatus &status)
  {
   if(TerminalInfoInteger(TERMINAL_CONNECTED)==0)
      return("MetaTrader has no connection to the broker. See its status bar, and the login.");
   if(TerminalInfoInteger(TERMINAL_TRADE_ALLOWED)==0)
      return("Algo Trading is off. Press the button in MetaTrader's toolbar.");
   if(MQLInfoInteger(MQL_TRADE_ALLOWED)==0)
      return("this EA may not trade. Tick Allow Algo Trading in its properties (F7, Common).");
   if(AccountInfoInteger(ACCOUNT_TRADE_ALLOWED)==0)
      return("the account may not trade: an investor's password, or the broker has locked it.");
   if(AccountInfoInteger(ACCOUNT_TRADE_EXPERT)==0)
      return("the broker forbids Expert Advisors on this account. Ask the broker.");
   if(!status.isLive)
      return("the app is not linked.");
   return(status.denies);
  }
//+------------------------------------------------------------------+
void CStatus::SayMarket(const SStatus &status)
  {
   if(status.symbols==0)
     {
      m_panel.Say("Market","None of the fifteen pairs is there. Log in to the broker",PANEL_BAD);
      return;
     }
   string loading=status.ready<status.symbols ? StringFormat(" (%d still load)",status.symbols-status.ready) : "";
   m_panel.Say("Market",StringFormat("%d pairs%s, %I64d ticks a second",status.symbols,loading,status.ticks),PANEL_PLAIN);
   if(status.clock!="")
      m_panel.Say("Clock",status.clock,PANEL_WARN);
  }
//+------------------------------------------------------------------+
string CStatus::Milliseconds(const long microseconds)
  {
   return(StringFormat("%.1f ms",(double)microseconds/1000.0));
  }

#endif
//+------------------------------------------------------------------+
