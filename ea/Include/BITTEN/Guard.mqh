//+------------------------------------------------------------------+
//| Guard.mqh                                                        |
//| The last line: what this terminal's inputs allow, tightened by   |
//| the app's `limits`, and `halt`. It judges new orders only;       |
//| closing and moving stops nearer are never in its way. It also    |
//| says when orders that wait must go.                              |
//+------------------------------------------------------------------+
#ifndef BITTEN_GUARD_MQH
#define BITTEN_GUARD_MQH

#include "DeskParts.mqh"
#include "Limits.mqh"
#include "DayLoss.mqh"

#define GUARD_HALT   "halt"
#define GUARD_LIMITS "limits"

class CGuard
  {
private:
   CDeskParts       *m_desk;
   SLimits           m_ours;
   SLimits           m_theirs;
   SLimits           m_joined;
   CDayLoss          m_day;
   string            m_limitsText;     // as the journal has them
   bool              m_isReadable;     // they could be read

   string            Permission() const;
   string            HaltName() const;
   void              Refresh();
   string            OpenFates() const;
   string            DayLoss();
   string            DayLossText(const double percent) const;
   string            Counted(const SCommand &command) const;
   string            Risk(const SCommand &command,const double price) const;

public:
                     CGuard() : m_limitsText(""),m_isReadable(true) {}
   void              Open(CDeskParts &desk);
   void              OnDeal() { m_day.OnDeal(); }
   bool              IsHalted() const;
   //--- Why a `fire` would be denied now, whatever it says; "" when it would not
   string            Denies();
   //--- The largest order that is taken; not above 0 when none is
   double            MaxLots();
   string            DeniesSymbol(const string symbol) const;
   //--- Why this one is denied at this price; "" when it is not
   string            DeniesOrder(const SCommand &command,const double price,const long spreadPoints);
   //--- Why orders that wait must be removed now; "" when they may stay
   string            TakesBack();
   //--- Carries out `limits`, `halt` and `resume`: written down with the verdict, whose text it returns
   string            Apply(const SCommand &command);
  };
//+------------------------------------------------------------------+
void CGuard::Open(CDeskParts &desk)
  {
   m_desk=GetPointer(desk);
   CLimits::FromSettings(m_desk.settings,m_ours);
   CLimits::Clear(m_theirs);
   CLimits::Join(m_ours,m_theirs,m_joined);
   m_limitsText="";
   m_isReadable=true;
   Refresh();
  }
//+------------------------------------------------------------------+
bool CGuard::IsHalted() const
  {
   return(StringLen(m_desk.journal.State(GUARD_HALT))>0 || GlobalVariableCheck(HaltName()));
  }
//+------------------------------------------------------------------+
string CGuard::HaltName() const
  {
   return("BITTEN halt "+IntegerToString(AccountInfoInteger(ACCOUNT_LOGIN))+" "+IntegerToString(m_desk.settings.family));
  }
//+------------------------------------------------------------------+
//| The journal may have been read later than the start              |
//+------------------------------------------------------------------+
void CGuard::Refresh()
  {
   string text=m_desk.journal.State(GUARD_LIMITS);
   if(text==m_limitsText)
      return;
   m_limitsText=text;
   m_isReadable=CLimits::FromText(text,m_theirs);
   CLimits::Join(m_ours,m_theirs,m_joined);
  }
//+------------------------------------------------------------------+
string CGuard::Denies()
  {
   Refresh();
   if(WhoseIsOther(m_desk.whose))
      return("Another account is active: what was done on it before is not read yet");
   if(!m_desk.journal.IsUsable())
      return(StringSubstr("The journal cannot be written: "+m_desk.journal.Error(),0,200));
   if(IsHalted())
      return(StringSubstr("Halted"+StringSubstr(m_desk.journal.State(GUARD_HALT),1),0,200));
   if(m_ours.maxLots<=0.0 || m_ours.maxPositions<=0 || m_ours.maxRiskPercent<=0.0 || m_ours.maxSpread<=0
      || m_ours.dailyLossPercent<=0.0)
      return("An input sets no limit: lots, positions, risk, spread and daily loss must all be above 0");
   string why=m_isReadable ? Permission() : "The app's limits in the journal cannot be read: `limits` must come again";
   if(why=="" && !m_desk.time.IsKnown())
      why="The broker's clock is not known yet";
   if(why=="")
      why=OpenFates();
   return(why=="" ? DayLoss() : why);
  }
//+------------------------------------------------------------------+
double CGuard::MaxLots()
  {
   Refresh();
   return(m_joined.maxLots);
  }
//+------------------------------------------------------------------+
string CGuard::Permission() const
  {
   if(TerminalInfoInteger(TERMINAL_CONNECTED)==0)
      return("The terminal has no connection to the trade server");
   if(TerminalInfoInteger(TERMINAL_TRADE_ALLOWED)==0)
      return("Algo Trading is switched off in the terminal");
   if(MQLInfoInteger(MQL_TRADE_ALLOWED)==0)
      return("Algo Trading is not allowed for this Expert Advisor");
   if(AccountInfoInteger(ACCOUNT_TRADE_ALLOWED)==0)
      return("The account may not trade: investor password, or switched off by the broker");
   if(AccountInfoInteger(ACCOUNT_TRADE_EXPERT)==0)
      return("The broker does not allow Expert Advisors on this account");
   return("");
  }
//+------------------------------------------------------------------+
//| While nobody knows what became of an order, none is added to it  |
//+------------------------------------------------------------------+
string CGuard::OpenFates() const
  {
   for(int i=0; i<m_desk.journal.OpenCount(); i++)
     {
      CEntry *entry=m_desk.journal.OpenEntry(i);
      if(entry.command.kind==COMMAND_FLATTEN)
         return("A flatten is under way");
      if(entry.IsDoubtful())
         return("What became of "+entry.command.id+" is not known yet");
     }
   return("");
  }
//+------------------------------------------------------------------+
string CGuard::DayLoss()
  {
   double percent=0.0;
   if(!m_day.Percent(CDeskParts::SteadyMs(),percent))
      return("The day's loss cannot be told: no history, or no balance");
   return(percent<m_joined.dailyLossPercent ? "" : DayLossText(percent));
  }
//+------------------------------------------------------------------+
string CGuard::DayLossText(const double percent) const
  {
   return("The day has lost "+DoubleToString(percent,2)+" %, the limit is "+DoubleToString(m_joined.dailyLossPercent,2)+" %");
  }
//+------------------------------------------------------------------+
//| What cannot be told takes nothing back: it only lets nothing new |
//| in. A sum that is a second old may not know of a withdrawal      |
//+------------------------------------------------------------------+
string CGuard::TakesBack()
  {
   Refresh();
   if(IsHalted())
      return(StringSubstr("Halted"+StringSubstr(m_desk.journal.State(GUARD_HALT),1),0,200));
   for(int i=0; i<m_desk.journal.OpenCount(); i++)
      if(m_desk.journal.OpenEntry(i).command.kind==COMMAND_FLATTEN)
         return("A flatten is under way");
   double percent=0.0;
   m_day.OnDeal();
   bool isLost=(m_day.Percent(CDeskParts::SteadyMs(),percent) && percent>=m_joined.dailyLossPercent);
   return(isLost ? DayLossText(percent) : "");
  }
//+------------------------------------------------------------------+
string CGuard::DeniesSymbol(const string symbol) const
  {
   if(!m_desk.symbols.IsMapped(symbol))
      return(symbol+" is none of BITTEN's symbols in this terminal");
   bool isAllowed=(CLimits::Allows(m_ours,symbol) && CLimits::Allows(m_theirs,symbol));
   return(isAllowed ? "" : symbol+" is not among the allowed symbols");
  }
//+------------------------------------------------------------------+
string CGuard::DeniesOrder(const SCommand &command,const double price,const long spreadPoints)
  {
   long widest=MathMin(m_joined.maxSpread,command.maxSpread);
   if(spreadPoints>widest)
      return("Spread is "+IntegerToString(spreadPoints)+" points, more than the "+IntegerToString(widest)+" allowed");
   string why=Counted(command);
   return(why=="" ? Risk(command,price) : why);
  }
//+------------------------------------------------------------------+
string CGuard::Counted(const SCommand &command) const
  {
   if(command.lots>m_joined.maxLots+1e-9)
      return(command.lotsText+" lots are more than the "+DoubleToString(m_joined.maxLots,2)+" allowed");
   ulong tickets[];
   int open=m_desk.OurPositions(tickets);
   int waiting=m_desk.OurWaiting(tickets);
   if(open+waiting<m_joined.maxPositions)
      return("");
   string what=IntegerToString(open)+" positions are open";
   if(waiting>0)
      what+=" and "+IntegerToString(waiting)+" orders wait";
   return(what+", "+IntegerToString(m_joined.maxPositions)+" are allowed");
  }
//+------------------------------------------------------------------+
//| By the terminal's own arithmetic at the stop, with what the      |
//| broker takes; a tick value of now would be wrong for it          |
//+------------------------------------------------------------------+
string CGuard::Risk(const SCommand &command,const double price) const
  {
   double profit=0.0;
   double balance=AccountInfoDouble(ACCOUNT_BALANCE);
   ENUM_ORDER_TYPE type=command.isBuy ? ORDER_TYPE_BUY : ORDER_TYPE_SELL;
   if(balance<=0.0 || !OrderCalcProfit(type,command.symbol,command.lots,price,command.stop,profit))
      return("What it would lose at its stop cannot be told");
   double perLot=m_desk.costs.CommissionPerLot(command.symbol);
   double loss=MathMax(0.0,perLot)*command.lots-profit;
   double percent=100.0*loss/balance;
   if(percent<=m_joined.maxRiskPercent)
      return("");
   return("It risks "+DoubleToString(percent,2)+" % of the balance, "+DoubleToString(m_joined.maxRiskPercent,2)+" % is allowed");
  }
//+------------------------------------------------------------------+
string CGuard::Apply(const SCommand &command)
  {
   string why=(command.comment=="") ? "" : ": "+command.comment;
   if(command.kind==COMMAND_HALT)
     {
      m_desk.journal.SetState(GUARD_HALT,"H"+why);
      //--- A second place: a disk that refuses the journal, or a chart that is opened anew, must not end a halt
      if(GlobalVariableSet(HaltName(),1.0)==0)
         m_desk.herald.Note("warn","The halt is kept in the journal alone: error "+IntegerToString(GetLastError()));
      GlobalVariablesFlush();
      return("Halted"+why);
     }
   if(command.kind==COMMAND_RESUME)
     {
      m_desk.journal.SetState(GUARD_HALT,"");
      GlobalVariableDel(HaltName());
      GlobalVariablesFlush();
      return("Resumed");
     }
   CLimits::FromText(command.limits,m_theirs);
   CLimits::Join(m_ours,m_theirs,m_joined);
   m_desk.journal.SetState(GUARD_LIMITS,command.limits);
   return(CLimits::Sentence(m_joined,m_theirs));
  }

#endif
//+------------------------------------------------------------------+
